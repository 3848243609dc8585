// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

/** The state of a recording in one word (<i>stato della registrazione</i>), from the best to the worst. */
public enum MediaCondition {
    /** Nothing to remark. */
    OK,
    /** Valid, but not of a format for preservation, or its length is not stated. */
    WARN,
    /** Plays, but carries something odd: a wrong extension, appended bytes, silence. */
    SUSPICIOUS,
    /** Something is missing or contradicts itself. */
    DAMAGED,
    /** Not a recording with sound, or not all of it in this file, or encrypted: it must not be signed. */
    REJECT
}
