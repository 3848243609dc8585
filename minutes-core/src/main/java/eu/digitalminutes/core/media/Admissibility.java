// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

/**
 * Whether a format may be preserved (<i>idoneità alla conservazione</i>).
 *
 * @see <a href="https://www.agid.gov.it/">AgID, Linee guida sui documenti informatici, Allegato 2</a>
 */
public enum Admissibility {
    /** Annex 2 admits container and codecs. */
    YES,
    /** Annex 2 does not admit one of them. */
    NO,
    /** Nothing is forbidden, but a codec is not named in Annex 2: the body justifies it in its assessment (3.1). */
    CONDITIONAL
}
