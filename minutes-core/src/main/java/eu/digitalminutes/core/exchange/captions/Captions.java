// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.captions;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.internal.input.InputFile;
import eu.digitalminutes.core.internal.input.InputText;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.internal.text.MediaTime;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was said in a recording, and when (<i>sottotitoli</i>), from WebVTT or SubRip files.
 *
 * <p>Blocks that are no cues are passed over, as players do. Cues are in order of time; they may overlap.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">W3C, WebVTT: The Web Video Text Tracks Format</a>
 */
public final class Captions {
    private static final FindingCatalogue NOTICES = FindingCatalogue.of(Captions.class);
    private static final String UNREADABLE = "CAPTIONS_UNREADABLE";
    private static final Comparator<Cue> BY_TIME =
            Comparator.comparing(Cue::from).thenComparing(Cue::to);

    private final List<Cue> cues;
    private final Optional<String> language;
    private final List<Finding> notices;

    private Captions(List<Cue> cues, Optional<String> language, List<Finding> notices) {
        this.cues = cues;
        this.language = language;
        this.notices = List.copyOf(notices);
    }

    /**
     * Captions made of cues.
     *
     * @param cues in any order
     * @return the captions
     */
    public static Captions of(Collection<Cue> cues) {
        return new Captions(cues.stream().sorted(BY_TIME).toList(), Optional.empty(), List.of());
    }

    /**
     * Reads WebVTT or SubRip, told apart by content.
     *
     * @param file the file, at most 8 MiB, read once
     * @return its captions
     * @throws IOException if the file cannot be read
     * @throws MinutesException with code {@code CAPTIONS_UNREADABLE}, naming the file, if it is neither
     */
    public static Captions read(Path file) throws IOException {
        return read(InputFile.read(file, InputText.LARGEST), false);
    }

    /**
     * Reads WebVTT and refuses everything else, for what a browser shall play.
     *
     * @param file the file, at most 8 MiB, read once
     * @return its captions
     * @throws IOException if the file cannot be read
     * @throws MinutesException with code {@code CAPTIONS_UNREADABLE}, naming the file, if it is no WebVTT
     */
    public static Captions readWebVtt(Path file) throws IOException {
        return read(InputFile.read(file, InputText.LARGEST), true);
    }

    /**
     * Reads WebVTT or SubRip from memory.
     *
     * @param name what to call the file
     * @param content its bytes
     * @return its captions
     * @throws MinutesException as {@link #read(Path)} does
     */
    public static Captions read(String name, byte[] content) {
        return read(InputFile.of(name, content), false);
    }

    private static Captions read(InputFile file, boolean webVttOnly) {
        try {
            InputText text = webVttOnly ? InputText.unicode(file) : InputText.any(file);
            CaptionsFile read = CaptionsFile.read(text.text());
            if (!CaptionsFile.isWebVtt(text.text())
                    && (webVttOnly || read.cues().isEmpty())) {
                throw new MinutesException(
                        UNREADABLE,
                        webVttOnly
                                ? "this is no WebVTT file: it must begin with the word WEBVTT"
                                : "this is neither WebVTT, which begins with the word WEBVTT, nor SubRip, which has"
                                        + " lines such as 00:00:01,000 --> 00:00:02,500");
            }
            return new Captions(
                    read.cues().stream().sorted(BY_TIME).toList(), read.language(), notices(read, text.proven()));
        } catch (MinutesException e) {
            throw Refusal.in(file.name(), e);
        }
    }

    private static List<Finding> notices(CaptionsFile read, boolean proven) {
        List<Finding> notices = new ArrayList<>();
        if (read.passedOver() > 0) {
            notices.add(NOTICES.finding("CUES_PASSED_OVER", Severity.WARN, "", read.passedOver()));
        }
        if (!read.cues().equals(read.cues().stream().sorted(BY_TIME).toList())) {
            notices.add(NOTICES.finding("CUES_OUT_OF_ORDER", Severity.INFO, ""));
        }
        if (!proven) {
            notices.add(NOTICES.finding("CAPTIONS_ENCODING", Severity.WARN, ""));
        }
        return notices;
    }

    /**
     * The cues.
     *
     * @return in order of beginning and end
     */
    public List<Cue> cues() {
        return cues;
    }

    /**
     * The language that the file declares.
     *
     * @return a language tag, if there is one
     */
    public Optional<String> language() {
        return language;
    }

    /**
     * What was not as it should be.
     *
     * @return the notices
     */
    public List<Finding> notices() {
        return notices;
    }

    /**
     * The captions as WebVTT; read back, they are the same.
     *
     * @return the text of a {@code .vtt} file, with line feeds
     */
    public String toWebVtt() {
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        language.ifPresent(tag -> vtt.append("Language: ").append(tag).append('\n'));
        for (Cue cue : cues) {
            vtt.append('\n')
                    .append(MediaTime.of(cue.from()))
                    .append(" --> ")
                    .append(MediaTime.of(cue.to()))
                    .append('\n');
            if (!cue.speaker().isEmpty()) {
                // The space keeps a name that ends in hyphens from looking like an arrow.
                vtt.append("<v ")
                        .append(CueText.escaped(cue.speaker()))
                        .append(cue.speaker().endsWith("-") ? " >" : ">");
            }
            vtt.append(CueText.escaped(cue.text())).append('\n');
        }
        return vtt.toString();
    }

    /**
     * Writes WebVTT to a file that appears whole or not at all.
     *
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public void writeWebVtt(Path target) throws IOException {
        PendingFile.write(target, toWebVtt().getBytes(StandardCharsets.UTF_8));
    }
}
