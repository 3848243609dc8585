/**
 * Minutes as a whole (<i>verbale</i>): facts, their files, the signed container, and the seams between the modules.
 * Begin with {@link eu.digitalminutes.core.minutes.Minutes}. Nothing here opens a file.
 */
package eu.digitalminutes.core.minutes;
