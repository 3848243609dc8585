// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import eu.digitalminutes.core.internal.input.InputFile;
import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.InputText;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks that an operator or a microphone system made during a session (<i>marcature d'aula</i>), from CSV or JSON.
 *
 * <p>All marks have an offset, or all have an instant, so that they have one order. Where they have both, the beginning of
 * the recording that follows must be the same for all.
 */
public final class HallMarks {
    private static final Set<String> OFFSET =
            Set.of("offset", "seconds", "secondi", "timecode", "minutaggio", "offset seconds", "offset s");
    private static final Set<String> MILLIS = Set.of("ms", "offset ms", "millis", "milliseconds", "millisecondi");
    private static final Set<String> INSTANT = Set.of("at", "instant", "timestamp", "istante", "data e ora");
    private static final Set<String> ITEM = Set.of("item", "punto", "odg", "agenda item", "number", "numero");
    private static final Set<String> SPEAKER = Set.of("speaker", "oratore", "speaker id", "intervento", "relatore");
    private static final Set<String> LABEL =
            Set.of("label", "kind", "type", "tipo", "etichetta", "evento", "event", "descrizione");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?([0-5]?\\d):([0-5]\\d)(?:[.,](\\d{1,9}))?");
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration APART = Duration.ofSeconds(2);
    private static final FindingCatalogue NOTICES = FindingCatalogue.of(HallMarks.class);

    private final List<HallMark> marks;
    private final List<Finding> notices;

    private HallMarks(List<HallMark> marks, List<Finding> notices) {
        this.marks = List.copyOf(marks);
        this.notices = List.copyOf(notices);
    }

    /**
     * Reads a file.
     *
     * @param file CSV with labels in its first row, or a JSON list of objects, or an object whose field {@code marks} is
     *     that list; at most 8 MiB, read once. Or a recording in MP4 or MOV, of whose chapters at most 16 MiB are read
     * @return the marks
     * @throws IOException if the file cannot be read
     * @throws MinutesException with code {@code INPUT_MALFORMED} or {@code MARKS_CONTRADICT}, naming file and place, if a
     *     mark has no time or an impossible one, or the times do not fit together
     */
    public static HallMarks read(Path file) throws IOException {
        if (ChapterMarks.isRecording(file)) {
            return ordered(ChapterMarks.of(file));
        }
        return read(InputFile.read(file, InputText.LARGEST));
    }

    /**
     * Reads from memory.
     *
     * @param name what to call the file
     * @param content its bytes
     * @return the marks
     * @throws MinutesException as {@link #read(Path)} does
     */
    public static HallMarks read(String name, byte[] content) {
        return read(InputFile.of(name, content));
    }

    private static HallMarks read(InputFile file) {
        Predicate<String> times = label -> OFFSET.contains(label) || MILLIS.contains(label) || INSTANT.contains(label);
        try {
            List<HallMark> marks = new ArrayList<>();
            for (Records.Entry entry : Records.read(file, "marks", times, "offset or at, item, speaker, label")) {
                marks.add(mark(entry));
            }
            return ordered(marks);
        } catch (MinutesException e) {
            throw Refusal.in(file.name(), e);
        }
    }

    private static HallMark mark(Records.Entry entry) {
        String offset = entry.word(OFFSET);
        String millis = entry.word(MILLIS);
        String instant = entry.word(INSTANT);
        if (offset.isEmpty() && millis.isEmpty() && instant.isEmpty()) {
            throw malformed(entry, "an offset or an instant is expected");
        }
        if (!offset.isEmpty() && !millis.isEmpty()) {
            throw malformed(entry, "an offset in seconds and one in milliseconds are one too many");
        }
        Optional<Duration> from = offset.isEmpty() && millis.isEmpty()
                ? Optional.empty()
                : Optional.of(offset(offset.isEmpty() ? millis : offset, !millis.isEmpty(), entry));
        return new HallMark(
                from,
                instant.isEmpty() ? Optional.empty() : Optional.of(instant(instant, entry)),
                entry.word(ITEM),
                entry.word(SPEAKER),
                entry.word(LABEL));
    }

    private static Duration offset(String word, boolean millis, Records.Entry entry) {
        Matcher clock = CLOCK.matcher(word);
        Duration offset;
        if (clock.matches() && !millis) {
            String hours = clock.group(1);
            String fraction = clock.group(4);
            offset = Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                    .plusMinutes(Long.parseLong(clock.group(2)))
                    .plusSeconds(Long.parseLong(clock.group(3)))
                    .plusNanos(fraction == null ? 0 : nanos(new BigDecimal("0." + fraction)));
        } else if (word.matches("\\d{1,12}([.,]\\d{1,9})?")) {
            BigDecimal number = new BigDecimal(word.replace(',', '.'));
            BigDecimal seconds = millis ? number.movePointLeft(3) : number;
            offset = seconds.precision() - seconds.scale() > 9 ? LONGEST.plusDays(1) : Duration.ofNanos(nanos(seconds));
        } else {
            throw malformed(entry, "seconds, or hh:mm:ss, not negative, are expected and not " + Refusal.quote(word));
        }
        if (offset.compareTo(LONGEST) > 0) {
            throw malformed(
                    entry,
                    Refusal.quote(word) + " is more than seven days from the beginning; milliseconds need a label such"
                            + " as offset_ms");
        }
        return offset;
    }

    private static long nanos(BigDecimal seconds) {
        return seconds.movePointRight(9).longValue();
    }

    private static OffsetDateTime instant(String word, Records.Entry entry) {
        try {
            OffsetDateTime instant = OffsetDateTime.parse(word);
            // At the ends of the calendar there is no room for an offset.
            if (instant.getYear() > 0 && instant.getYear() < 10_000) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw noInstant(word, entry);
        }
        throw noInstant(word, entry);
    }

    private static MinutesException noInstant(String word, Records.Entry entry) {
        return malformed(
                entry,
                "an instant with its offset is expected, such as 2025-03-10T18:05:00+01:00, not "
                        + Refusal.quote(word));
    }

    private static MinutesException malformed(Records.Entry entry, String problem) {
        return new MinutesException(InputTable.MALFORMED, entry.where() + ": " + problem);
    }

    private static HallMarks ordered(List<HallMark> marks) {
        boolean offsets = marks.stream().allMatch(mark -> mark.offset().isPresent());
        boolean instants = marks.stream().allMatch(mark -> mark.at().isPresent());
        if (!offsets && !instants) {
            throw new MinutesException(
                    "MARKS_CONTRADICT",
                    "some marks have only an offset and others only an instant, so that they have no order");
        }
        requireOneBeginning(marks);
        List<HallMark> sorted = marks.stream()
                .sorted(
                        offsets
                                ? Comparator.comparing(
                                        (HallMark mark) -> mark.offset().orElseThrow())
                                : Comparator.comparing((HallMark mark) ->
                                        mark.at().orElseThrow().toInstant()))
                .toList();
        List<HallMark> once = sorted.stream().distinct().toList();
        List<Finding> notices = new ArrayList<>();
        if (!sorted.equals(marks)) {
            notices.add(NOTICES.finding("MARKS_OUT_OF_ORDER", Severity.INFO, ""));
        }
        if (once.size() < sorted.size()) {
            notices.add(NOTICES.finding("MARKS_TWICE", Severity.WARN, "", sorted.size() - once.size()));
        }
        return new HallMarks(once, notices);
    }

    private static void requireOneBeginning(List<HallMark> marks) {
        List<OffsetDateTime> beginnings = marks.stream()
                .filter(mark -> mark.offset().isPresent() && mark.at().isPresent())
                .map(mark -> mark.at().orElseThrow().minus(mark.offset().orElseThrow()))
                .sorted(OffsetDateTime.timeLineOrder())
                .toList();
        if (!beginnings.isEmpty()) {
            OffsetDateTime first = beginnings.get(0);
            OffsetDateTime last = beginnings.get(beginnings.size() - 1);
            if (Duration.between(first, last).compareTo(APART) > 0) {
                throw new MinutesException(
                        "MARKS_CONTRADICT",
                        "by one mark the recording begins at " + first + ", by another at " + last
                                + ": offsets and instants are not of one recording");
            }
        }
    }

    /**
     * The marks.
     *
     * @return in order of time, each once
     */
    public List<HallMark> marks() {
        return marks;
    }

    /**
     * What was not as it should be.
     *
     * @return the notices
     */
    public List<Finding> notices() {
        return notices;
    }
}
