/** How facts become words and markup: escaping in one place, words from data files. Not exported. */
package eu.digitalminutes.archive.internal.text;
