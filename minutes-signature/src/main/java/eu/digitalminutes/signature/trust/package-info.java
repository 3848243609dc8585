/**
 * Whom to believe: {@link eu.digitalminutes.signature.trust.TrustAnchors} for signers,
 * {@link eu.digitalminutes.signature.trust.TimestampAuthorities} for time.
 */
package eu.digitalminutes.signature.trust;
