// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputFile;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was connected when (<i>collegamenti alla seduta</i>), as the log of a meeting platform tells it, and the file that
 * tells it as evidence.
 *
 * <p>A file that is cut, edited or ambiguous is refused wherever the file itself shows it; what no file of its kind can
 * show is said in a notice. Participants come in one order whatever the order of the file.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legge:2020-03-17;18~art73">D.L. 18/2020, art.
 *     73(1): identification with certainty</a>
 */
public final class AttendanceLog {
    /** The longest log; the events of a meeting of a whole day are a tenth of it. */
    private static final int LARGEST = 48 << 20;

    private final AttendanceFormat format;
    private final ZoneId zone;
    private final List<LogEvidence> evidence;
    private final List<LogParticipant> participants;
    private final List<Finding> notices;

    private AttendanceLog(
            AttendanceFormat format,
            ZoneId zone,
            List<LogEvidence> evidence,
            List<LogParticipant> participants,
            Collection<Finding> notices) {
        this.format = format;
        this.zone = zone;
        this.evidence = List.copyOf(evidence);
        this.participants = List.copyOf(participants);
        this.notices = List.copyOf(notices);
    }

    /**
     * Reads a log.
     *
     * @param file the file as the platform wrote it, at most 48 MiB, read once
     * @param options what is known besides
     * @return the log
     * @throws IOException if the file cannot be read
     * @throws MinutesException naming file and place, if the file is cut, contradicts itself, is of an unknown kind, or
     *     leaves open what an option must say; the codes are in docs/imports.md
     */
    public static AttendanceLog read(Path file, AttendanceOptions options) throws IOException {
        return read(InputFile.read(file, LARGEST), options);
    }

    /**
     * Reads a log from memory.
     *
     * @param name what to call the file
     * @param content its bytes
     * @param options what is known besides
     * @return the log
     * @throws MinutesException as {@link #read(Path, AttendanceOptions)} does
     */
    public static AttendanceLog read(String name, byte[] content, AttendanceOptions options) {
        return read(InputFile.of(name, content), options);
    }

    private static AttendanceLog read(InputFile file, AttendanceOptions options) {
        try {
            Reading reading = LogFile.read(file, options);
            if (reading.roster().isEmpty()) {
                throw new MinutesException(Reading.INCOMPLETE, "the log names nobody");
            }
            List<LogParticipant> participants = reading.roster().participants(reading.notices());
            LogEvidence evidence = new LogEvidence(file.name(), file.fingerprint());
            return new AttendanceLog(
                    reading.format(), reading.zone(), List.of(evidence), participants, reading.notices());
        } catch (MinutesException e) {
            throw Refusal.in(file.name(), e);
        }
    }

    /**
     * This log joined with another of the same meeting, as Teams writes several when the organiser leaves and returns.
     *
     * @param other a log of the same platform
     * @return a log with the participants of both and the evidence of both; a file given twice counts once
     * @throws MinutesException with code {@code ATTENDANCE_FORMAT}, if the platforms or the zones differ
     */
    public AttendanceLog and(AttendanceLog other) {
        if (format != other.format || !zone.equals(other.zone)) {
            throw new MinutesException(
                    Reading.FORMAT,
                    other.evidence.get(0).file() + ": a log of " + other.format.code() + " in " + other.zone
                            + " is not of the same meeting as one of " + format.code() + " in " + zone);
        }
        List<LogEvidence> all = new ArrayList<>(evidence);
        other.evidence.stream()
                .filter(one ->
                        evidence.stream().noneMatch(known -> known.fingerprint().equals(one.fingerprint())))
                .forEach(all::add);
        if (all.size() == evidence.size()) {
            return this;
        }
        Roster roster = new Roster();
        for (AttendanceLog log : List.of(this, other)) {
            for (LogParticipant one : log.participants) {
                one.stays().forEach(stay -> roster.add(one.name(), one.orderedAccounts(), stay));
            }
        }
        List<Finding> both = new ArrayList<>(notices);
        other.notices.stream()
                .filter(one -> notices.stream()
                        .noneMatch(known ->
                                known.code().equals(one.code()) && known.where().equals(one.where())))
                .forEach(both::add);
        both.add(Reading.of("SEVERAL_FILES", "", all.size()));
        return new AttendanceLog(format, zone, all, roster.participants(both), both);
    }

    /**
     * Holds the participants against the accounts of the seats. Accounts are compared without regard to case; names are
     * not compared at all.
     *
     * @param accounts the accounts of each seat, by its id
     * @return the seats with their participants, and who is left over
     * @throws IllegalArgumentException if two seats have the same account
     */
    public AttendanceMatch match(Map<String, Set<String>> accounts) {
        return AttendanceMatch.of(participants, accounts);
    }

    /**
     * Holds the participants against the accounts of a meeting's seats.
     *
     * @param meeting the meeting
     * @return its seats with their participants, and who is left over
     * @throws IllegalArgumentException if two seats have the same account
     */
    public AttendanceMatch match(Meeting meeting) {
        Map<String, Set<String>> accounts = new LinkedHashMap<>();
        meeting.seats().forEach(seat -> accounts.put(seat.id(), seat.accounts()));
        return match(accounts);
    }

    /**
     * The platform.
     *
     * @return the format that was read
     */
    public AttendanceFormat format() {
        return format;
    }

    /**
     * The zone in which the times are told.
     *
     * @return the zone given, else that of the file
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The files read.
     *
     * @return one, or more for joined logs
     */
    public List<LogEvidence> evidence() {
        return evidence;
    }

    /**
     * Everybody in the log.
     *
     * @return in order of name, account and time
     */
    public List<LogParticipant> participants() {
        return participants;
    }

    /**
     * What to know before relying on the log.
     *
     * @return the notices
     */
    public List<Finding> notices() {
        return notices;
    }
}
