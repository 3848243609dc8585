// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

/** What a track of a recording holds (<i>tipo di traccia</i>). */
public enum TrackKind {
    /** Moving pictures. */
    VIDEO,
    /** Sound. */
    AUDIO,
    /** Text shown with the picture. */
    SUBTITLE,
    /** Anything else, such as time code or chapters. */
    DATA
}
