/**
 * What signers hand back of files that are not minutes: {@link eu.digitalminutes.signature.signed.SignedFile}.
 */
package eu.digitalminutes.signature.signed;
