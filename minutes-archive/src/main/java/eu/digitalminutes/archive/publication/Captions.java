// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the cues of WebVTT captions. Blocks that are no cues are passed over, as a browser does.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#file-parsing">W3C, WebVTT, 6.1</a>
 */
final class Captions {
    /** A day of speech is less than 2 MB. */
    private static final long LARGEST = 16L << 20;

    private static final String STAMP = "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern TIMING = Pattern.compile(STAMP + "[ \\t]+-->[ \\t]+" + STAMP + "(?:[ \\t].*)?");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?[ \\t]+([^>]+)>");

    private Captions() {}

    static List<Cue> read(Path vtt) throws IOException {
        long size = Files.size(vtt);
        if (size > LARGEST) {
            throw new MinutesException(
                    "CAPTIONS_TOO_LARGE", vtt + " has " + size + " bytes; captions have at most " + LARGEST);
        }
        String text = Files.readString(vtt, StandardCharsets.UTF_8);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!plain.startsWith("WEBVTT")) {
            throw new MinutesException(
                    "CAPTIONS_UNREADABLE", vtt + " is no WebVTT file: it must begin with the word WEBVTT");
        }
        List<Cue> cues = new ArrayList<>();
        for (String block : plain.replace("\r\n", "\n").replace('\r', '\n').split("\n{2,}", -1)) {
            addCue(block.strip().split("\n", -1), cues);
        }
        return List.copyOf(cues);
    }

    /** A cue is an optional name, the timing, then the words. */
    private static void addCue(String[] lines, List<Cue> cues) {
        for (int i = 0; i < Math.min(2, lines.length); i++) {
            Matcher timing = TIMING.matcher(lines[i].strip());
            if (timing.matches()) {
                String words = String.join("\n", List.of(lines).subList(i + 1, lines.length));
                Duration from = time(timing, 1);
                Duration to = time(timing, 5);
                if (!words.isBlank() && from.compareTo(to) < 0) {
                    cues.add(new Cue(from, to, voice(words), plain(words)));
                }
                return;
            }
        }
    }

    private static Duration time(Matcher timing, int group) {
        String hours = timing.group(group);
        return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                .plusMinutes(Long.parseLong(timing.group(group + 1)))
                .plusSeconds(Long.parseLong(timing.group(group + 2)))
                .plusMillis(Long.parseLong(timing.group(group + 3)));
    }

    private static String voice(String words) {
        Matcher voice = VOICE.matcher(words);
        return voice.find() ? unescaped(voice.group(1)).strip() : "";
    }

    private static String plain(String words) {
        return unescaped(words.replaceAll("<[^>]*>", ""))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String unescaped(String words) {
        return words.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00A0")
                .replace("&quot;", "\"")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&");
    }
}
