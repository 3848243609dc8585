// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.rules.LocalRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The facts of a meeting's minutes (<i>verbale</i>): what happened, by which rules, in which recording. Immutable.
 *
 * <p>With the written act and the recording's files they make the composite that President and Secretary sign, see
 * {@link Composition}.
 */
public final class Minutes {
    /** The name that the facts have in a signed container. */
    public static final String FILE_NAME = "minutes.json";

    private final Meeting meeting;
    private final LocalRules rules;
    private final List<RecordingPart> recordings;
    private final UnknownFields unknown;

    private Minutes(Meeting meeting, LocalRules rules, List<RecordingPart> recordings, UnknownFields unknown) {
        this.meeting = Objects.requireNonNull(meeting, "meeting");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.recordings = List.copyOf(recordings);
        this.unknown = Objects.requireNonNull(unknown, "unknown");
        if (this.recordings.stream().map(RecordingPart::name).distinct().count() != this.recordings.size()) {
            throw new IllegalArgumentException("/recordings: two parts of the recording have one name");
        }
    }

    /**
     * Minutes of a meeting, without a recording yet.
     *
     * @param meeting what happened
     * @param rules the rules in force
     * @return the minutes
     */
    public static Minutes of(Meeting meeting, LocalRules rules) {
        return new Minutes(meeting, rules, List.of(), UnknownFields.none());
    }

    /**
     * These minutes with one more part of the recording, whose digest they then carry.
     *
     * @param part the part
     * @return new minutes
     * @throws IllegalArgumentException if a part has that name already
     */
    public Minutes withRecording(RecordingPart part) {
        List<RecordingPart> parts = new ArrayList<>(recordings);
        parts.add(part);
        return new Minutes(meeting, rules, parts, unknown);
    }

    /**
     * These minutes with fields that this version does not know; for readers of exchange forms.
     *
     * @param fields the fields
     * @return new minutes
     */
    public Minutes withUnknownFields(UnknownFields fields) {
        return new Minutes(meeting, rules, recordings, fields);
    }

    /**
     * What happened.
     *
     * @return the meeting
     */
    public Meeting meeting() {
        return meeting;
    }

    /**
     * The rules in force.
     *
     * @return the rules
     */
    public LocalRules rules() {
        return rules;
    }

    /**
     * The parts of the recording, in order.
     *
     * @return an immutable list, empty for written minutes without a recording
     */
    public List<RecordingPart> recordings() {
        return recordings;
    }

    /**
     * What the exchange form said beyond the known words.
     *
     * @return the unknown fields
     */
    public UnknownFields unknownFields() {
        return unknown;
    }
}
