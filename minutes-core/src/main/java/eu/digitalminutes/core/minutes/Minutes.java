// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.UnknownFields;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.rules.LocalRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
    private final List<RecordingGap> gaps;
    private final List<Annex> annexes;
    private final List<Transcript> transcripts;
    private final Lineage lineage;
    private final UnknownFields unknown;

    private Minutes(Draft draft) {
        meeting = Objects.requireNonNull(draft.meeting, "meeting");
        rules = Objects.requireNonNull(draft.rules, "rules");
        recordings = List.copyOf(draft.recordings);
        gaps = List.copyOf(draft.gaps);
        annexes = List.copyOf(draft.annexes);
        transcripts = List.copyOf(draft.transcripts);
        lineage = Objects.requireNonNull(draft.lineage, "lineage");
        unknown = Objects.requireNonNull(draft.unknown, "unknown");
        requireUniqueNames();
    }

    private void requireUniqueNames() {
        Set<String> names = new HashSet<>();
        for (RecordingPart part : recordings) {
            require(names.add(part.name()), "/recordings: two parts of the recording have one name");
        }
        for (Annex annex : annexes) {
            require(names.add(annex.name()), "/annexes: two files of the minutes have the name " + annex.name());
        }
        for (Transcript transcript : transcripts) {
            require(
                    names.add(transcript.name()),
                    "/transcripts: two files of the minutes have the name " + transcript.name());
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** The fields while they change. */
    private static final class Draft {
        private Meeting meeting;
        private LocalRules rules;
        private List<RecordingPart> recordings = List.of();
        private List<RecordingGap> gaps = List.of();
        private List<Annex> annexes = List.of();
        private List<Transcript> transcripts = List.of();
        private Lineage lineage = Lineage.first();
        private UnknownFields unknown = UnknownFields.none();

        private Draft(Meeting meeting, LocalRules rules) {
            this.meeting = meeting;
            this.rules = rules;
        }

        private Draft(Minutes minutes) {
            this(minutes.meeting, minutes.rules);
            recordings = minutes.recordings;
            gaps = minutes.gaps;
            annexes = minutes.annexes;
            transcripts = minutes.transcripts;
            lineage = minutes.lineage;
            unknown = minutes.unknown;
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
        return new Minutes(new Draft(meeting, rules));
    }

    /**
     * These minutes with one more part of the recording, whose digest they then carry.
     *
     * @param part the part
     * @return new minutes
     * @throws IllegalArgumentException if another file of the minutes has that name
     */
    public Minutes withRecording(RecordingPart part) {
        Draft draft = new Draft(this);
        draft.recordings = with(recordings, part);
        return new Minutes(draft);
    }

    /**
     * These minutes with the root of the tree of one part of the recording, so that parts of that can be proven.
     *
     * @param part the name of a part
     * @param root the root of its tree
     * @return new minutes
     * @throws IllegalArgumentException if they name no such part
     */
    public Minutes withTree(String part, Digest root) {
        require(
                recordings.stream().anyMatch(one -> one.name().equals(part)),
                "the minutes name no part of the recording \"" + part + "\"");
        Draft draft = new Draft(this);
        draft.recordings = recordings.stream()
                .map(one -> one.name().equals(part) ? one.withTree(root) : one)
                .toList();
        return new Minutes(draft);
    }

    /**
     * These minutes with one more stretch that is declared not to be in the recording.
     *
     * @param gap the stretch
     * @return new minutes
     */
    public Minutes withGap(RecordingGap gap) {
        Draft draft = new Draft(this);
        draft.gaps = with(gaps, gap);
        return new Minutes(draft);
    }

    /**
     * These minutes with one more annex, whose digest they then carry.
     *
     * @param annex the annex
     * @return new minutes
     * @throws IllegalArgumentException if another file of the minutes has that name
     */
    public Minutes withAnnex(Annex annex) {
        Draft draft = new Draft(this);
        draft.annexes = with(annexes, annex);
        return new Minutes(draft);
    }

    /**
     * These minutes with one more transcript, whose digest they then carry.
     *
     * @param transcript the transcript
     * @return new minutes
     * @throws IllegalArgumentException if another file of the minutes has that name
     */
    public Minutes withTranscript(Transcript transcript) {
        Draft draft = new Draft(this);
        draft.transcripts = with(transcripts, transcript);
        return new Minutes(draft);
    }

    /**
     * These minutes with their place among the versions.
     *
     * @param value version, registration, approval and rectification
     * @return new minutes
     */
    public Minutes withLineage(Lineage value) {
        Draft draft = new Draft(this);
        draft.lineage = value;
        return new Minutes(draft);
    }

    /**
     * These minutes under other facts of the meeting, such as the same ones chained.
     *
     * @param value what happened
     * @return new minutes
     */
    public Minutes withMeeting(Meeting value) {
        Draft draft = new Draft(this);
        draft.meeting = value;
        return new Minutes(draft);
    }

    /**
     * These minutes with fields that this version does not know; for readers of exchange forms.
     *
     * @param fields the fields
     * @return new minutes
     */
    public Minutes withUnknownFields(UnknownFields fields) {
        Draft draft = new Draft(this);
        draft.unknown = fields;
        return new Minutes(draft);
    }

    private static <T> List<T> with(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(Objects.requireNonNull(element, "element"));
        return more;
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
     * A part of the recording.
     *
     * @param name the name of its file
     * @return the part, or empty if the minutes name none so
     */
    public Optional<RecordingPart> recording(String name) {
        return recordings.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /**
     * The stretches that are declared not to be in the recording.
     *
     * @return an immutable list
     */
    public List<RecordingGap> gaps() {
        return gaps;
    }

    /**
     * The annexes.
     *
     * @return an immutable list
     */
    public List<Annex> annexes() {
        return annexes;
    }

    /**
     * The transcripts, none of them authoritative.
     *
     * @return an immutable list
     */
    public List<Transcript> transcripts() {
        return transcripts;
    }

    /**
     * The place of these minutes among their versions.
     *
     * @return version, registration, approval and rectification
     */
    public Lineage lineage() {
        return lineage;
    }

    /**
     * What the exchange form said beyond the known words; the fields of events are with the events.
     *
     * @return the unknown fields
     */
    public UnknownFields unknownFields() {
        return unknown;
    }
}
