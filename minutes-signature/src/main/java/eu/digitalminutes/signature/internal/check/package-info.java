/**
 * The checks of the legal report, one class each, on facts that were gathered before.
 */
package eu.digitalminutes.signature.internal.check;
