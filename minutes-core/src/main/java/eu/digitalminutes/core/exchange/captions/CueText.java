// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.captions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a cue with and without markup. */
final class CueText {
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s<>]*)?[ \\t\\n]+([^<>]*)>");
    private static final Pattern STYLE =
            Pattern.compile("</?(?:[biusc]|font|span|v|lang)(?:[ .][^>]{0,200})?>|\\{\\\\[^}]{0,200}\\}");

    private CueText() {}

    /** The cues of a WebVTT block: one, or one for each voice. */
    static List<Cue> webVtt(Duration from, Duration to, String payload) {
        List<Cue> cues = new ArrayList<>();
        Matcher voice = VOICE.matcher(payload);
        String speaker = "";
        int start = 0;
        while (voice.find()) {
            add(from, to, speaker, payload.substring(start, voice.start()), cues);
            speaker = unescaped(voice.group(1));
            start = voice.end();
        }
        add(from, to, speaker, payload.substring(start), cues);
        return cues;
    }

    private static void add(Duration from, Duration to, String speaker, String marked, List<Cue> cues) {
        String words = unescaped(marked.replaceAll("<[^<>]*>", ""));
        if (!words.isBlank()) {
            cues.add(new Cue(from, to, speaker, words));
        }
    }

    /** SubRip has no escapes: what is no known tag stays. */
    static List<Cue> subRip(Duration from, Duration to, String payload) {
        String words = STYLE.matcher(payload).replaceAll("");
        return words.isBlank() ? List.of() : List.of(new Cue(from, to, "", words));
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
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
