/**
 * Changing a large file where it lies, without losing it when the machine stops in the middle.
 */
package eu.digitalminutes.signature.internal.inplace;
