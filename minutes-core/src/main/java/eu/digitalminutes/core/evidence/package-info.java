/**
 * What the archive needs for evidence records and the signature module supplies: time stamps over hash trees, and the
 * verification of finished records. Begin with {@link eu.digitalminutes.core.evidence.EvidenceAuthority}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998</a>
 */
package eu.digitalminutes.core.evidence;
