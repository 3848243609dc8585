/** The events of a meeting in the order in which a reader wants them. Not exported; holds no words and no markup. */
package eu.digitalminutes.archive.internal.proceedings;
