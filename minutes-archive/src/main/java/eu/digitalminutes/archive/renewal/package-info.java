/**
 * Evidence records: one time stamp proves every object of an archive, and is renewed before it fades. Begin with
 * {@link eu.digitalminutes.archive.renewal.EvidenceStore}.
 *
 * <p>It knows no signature library: time stamps it asks of an
 * {@link eu.digitalminutes.core.evidence.EvidenceAuthority}, and it never judges one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998; RFC 6283; Regulation (EU) 910/2014, art. 34</a>
 */
package eu.digitalminutes.archive.renewal;
