/**
 * The entry points: {@link eu.digitalminutes.signature.MinutesSigner} signs minutes,
 * {@link eu.digitalminutes.signature.MinutesVerifier} verifies them and {@link eu.digitalminutes.signature.IndexSealer} seals
 * the index of a preservation package. Nothing below imports this package.
 */
package eu.digitalminutes.signature;
