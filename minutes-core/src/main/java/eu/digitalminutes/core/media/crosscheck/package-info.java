/**
 * What other programs say of a recording, beside our own reading: nobody is asked unless the caller names him.
 */
package eu.digitalminutes.core.media.crosscheck;
