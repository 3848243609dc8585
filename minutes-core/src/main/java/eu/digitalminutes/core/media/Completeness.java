// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

/** Whether everything that a recording declares is there (<i>completezza</i>). */
public enum Completeness {
    /** Every declared byte, sample, fragment, page or frame is there. */
    YES,
    /** Something is missing. */
    NO,
    /** The file does not say how much there should be, or not all of it was read. */
    UNKNOWN
}
