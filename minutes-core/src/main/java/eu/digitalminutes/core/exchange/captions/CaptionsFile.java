// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.captions;

import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cues line by line, passing over what is none, as players do; how much that was is counted. */
final class CaptionsFile {
    private static final int MOST_CUES = 100_000;
    private static final String VTT_STAMP = "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final String SRT_STAMP = "(?:(\\d{1,4}):)?([0-5]?\\d):([0-5]\\d)[,.](\\d{3})";
    private static final Pattern VTT = Pattern.compile(VTT_STAMP + "[ \\t]+-->[ \\t]+" + VTT_STAMP + "(?:[ \\t].*)?");
    private static final Pattern SRT = Pattern.compile(SRT_STAMP + "[ \\t]*-->[ \\t]*" + SRT_STAMP + "(?:[ \\t].*)?");
    private static final Pattern LANGUAGE = Pattern.compile("Language:[ \\t]*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)");

    private final List<String> lines;
    private final boolean webVtt;
    private final List<Cue> cues = new ArrayList<>();
    private int passedOver;

    private CaptionsFile(List<String> lines, boolean webVtt) {
        this.lines = lines;
        this.webVtt = webVtt;
    }

    static CaptionsFile read(String text) {
        CaptionsFile file = new CaptionsFile(text.lines().toList(), isWebVtt(text));
        file.read();
        return file;
    }

    static boolean isWebVtt(String text) {
        return text.matches("(?s)WEBVTT(?:[ \\t\\r\\n].*)?");
    }

    private void read() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher timing = (webVtt ? VTT : SRT).matcher(line);
            if (timing.matches()) {
                i = cue(timing, i + 1) - 1;
            } else if (line.contains("-->")) {
                passedOver++;
            }
        }
    }

    /** Takes the lines of one cue, and gives the number of the first line after them. */
    private int cue(Matcher timing, int first) {
        int end = first;
        while (end < lines.size()
                && !lines.get(end).isBlank()
                && !lines.get(end).contains("-->")) {
            end++;
        }
        // Without a blank line between cues, the number of the next one looks like words of this one.
        boolean number = end < lines.size()
                && end > first
                && lines.get(end).contains("-->")
                && lines.get(end - 1).strip().matches("\\d{1,7}");
        String words = String.join("\n", lines.subList(first, number ? end - 1 : end));
        Duration from = time(timing, 1);
        Duration to = time(timing, 5);
        List<Cue> read = from.compareTo(to) >= 0
                ? List.of()
                : webVtt ? CueText.webVtt(from, to, words) : CueText.subRip(from, to, words);
        cues.addAll(read);
        passedOver += read.isEmpty() ? 1 : 0;
        if (cues.size() > MOST_CUES) {
            throw Refusal.at(InputTable.MALFORMED, first, "more than " + MOST_CUES + " cues");
        }
        return end;
    }

    private static Duration time(Matcher timing, int group) {
        String hours = timing.group(group);
        return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                .plusMinutes(Long.parseLong(timing.group(group + 1)))
                .plusSeconds(Long.parseLong(timing.group(group + 2)))
                .plusMillis(Long.parseLong(timing.group(group + 3)));
    }

    /** A line of the header of WebVTT, before the first blank line. */
    Optional<String> language() {
        return webVtt
                ? lines.stream()
                        .takeWhile(line -> !line.isBlank())
                        .map(LANGUAGE::matcher)
                        .filter(Matcher::matches)
                        .map(found -> found.group(1))
                        .findFirst()
                : Optional.empty();
    }

    List<Cue> cues() {
        return cues;
    }

    int passedOver() {
        return passedOver;
    }
}
