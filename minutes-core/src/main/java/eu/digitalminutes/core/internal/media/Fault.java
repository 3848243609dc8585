// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

/** What may be wrong with the structure of a recording, by how much it weighs. */
public enum Fault {
    /** No byte at all. */
    EMPTY(Weight.REJECT, Whole.NO),
    /** Of no form that is known here. */
    NOT_A_RECORDING(Weight.REJECT, Whole.NO),
    /** What a header declares reaches beyond the end of the file. */
    TRUNCATED(Weight.DAMAGED, Whole.NO),
    /** The recorder ended before it wrote what makes the file playable. */
    RECORDER_CRASH(Weight.DAMAGED, Whole.NO),
    /** A structure contradicts itself. */
    MALFORMED(Weight.DAMAGED, Whole.NO),
    /** No track is described. */
    NO_TRACKS(Weight.DAMAGED, Whole.NO),
    /** A fragment, or the time of one, is not there. */
    FRAGMENT_MISSING(Weight.DAMAGED, Whole.NO),
    /** Fewer samples or frames are there than are declared. */
    FRAMES_MISSING(Weight.DAMAGED, Whole.NO),
    /** Transport packets or pages are missing between others. */
    PACKETS_LOST(Weight.DAMAGED, Whole.NO),
    /** A checksum of the format itself does not fit. */
    CHECKSUM_WRONG(Weight.DAMAGED, Whole.NO),
    /** The stream has no end. */
    END_MISSING(Weight.DAMAGED, Whole.NO),
    /** What is inside a sample has not the form of its codec. */
    SAMPLES_DAMAGED(Weight.DAMAGED, Whole.YES),
    /** The essence is, or may be, in another file. */
    EXTERNAL_ESSENCE(Weight.REJECT, Whole.YES),
    /** The essence is encrypted. */
    ENCRYPTED(Weight.REJECT, Whole.YES),
    /** Bytes after the end that belong to nothing. */
    APPENDED_DATA(Weight.SUSPICIOUS, Whole.YES),
    /** Text of a program where only padding belongs. */
    SCRIPT_IN_PADDING(Weight.SUSPICIOUS, Whole.YES),
    /** A sound track in which nothing is to be heard. */
    SILENT(Weight.SUSPICIOUS, Whole.YES),
    /** How much there should be is not said. */
    SIZE_UNSTATED(Weight.WARN, Whole.UNKNOWN),
    /** How long it lasts is not said, but can be counted. */
    DURATION_UNSTATED(Weight.WARN, Whole.YES),
    /** Not everything was read. */
    NOT_ALL_READ(Weight.INFO, Whole.UNKNOWN);

    /** How much a fault weighs. */
    public enum Weight {
        /** Worth knowing. */
        INFO,
        /** Stands, with a remark. */
        WARN,
        /** Plays, with something odd. */
        SUSPICIOUS,
        /** Not whole. */
        DAMAGED,
        /** Not a recording, or not in this file. */
        REJECT
    }

    /** What a fault says of completeness. */
    public enum Whole {
        /** Nothing against it. */
        YES,
        /** It cannot be known. */
        UNKNOWN,
        /** Something is missing. */
        NO
    }

    private final Weight weight;
    private final Whole whole;

    Fault(Weight weight, Whole whole) {
        this.weight = weight;
        this.whole = whole;
    }

    /** The weight. */
    public Weight weight() {
        return weight;
    }

    /** What it says of completeness. */
    public Whole whole() {
        return whole;
    }
}
