/** How facts become words: from data files, in two languages. Not exported. */
package eu.digitalminutes.archive.internal.text;
