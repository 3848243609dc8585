/**
 * Untrusted text from outside, read once and within bounds: {@link eu.digitalminutes.core.internal.input.InputFile} is
 * where it begins. Nothing here knows what the text means.
 */
package eu.digitalminutes.core.internal.input;
