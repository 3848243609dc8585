/**
 * Signers and their devices. A vendor with a device of his own implements
 * {@link eu.digitalminutes.signature.key.SigningKey}, three methods.
 */
package eu.digitalminutes.signature.key;
