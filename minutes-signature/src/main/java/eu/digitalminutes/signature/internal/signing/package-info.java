/**
 * The act of signing, the same for every form: what is looked at before a PIN is spent, the request, the value, the
 * evidence, and the signature put in its place only when it is complete.
 */
package eu.digitalminutes.signature.internal.signing;
