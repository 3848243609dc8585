// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media.crosscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks ffprobe of the FFmpeg project (<i>controllo incrociato con ffprobe</i>). It may open the file alone: no network, no
 * other file that the recording names. It is silent on most cuts, so it is a second opinion on duration and tracks.
 *
 * @see <a href="https://ffmpeg.org/ffprobe.html">ffprobe</a>
 */
public final class Ffprobe implements MediaExaminer {
    private final String program;
    private final Duration patience;

    private Ffprobe(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /**
     * The program as the system finds it.
     *
     * @return asked for at most one minute
     */
    public static Ffprobe installed() {
        return at("ffprobe", Duration.ofMinutes(1));
    }

    /**
     * The program at a place of its own.
     *
     * @param program its name or path
     * @param patience how long it may run
     * @return the examiner
     */
    public static Ffprobe at(String program, Duration patience) {
        return new Ffprobe(Objects.requireNonNull(program, "program"), Objects.requireNonNull(patience, "patience"));
    }

    @Override
    public String name() {
        return "ffprobe";
    }

    @Override
    public Optional<MediaOpinion> examine(Path recording) throws IOException {
        Optional<String> answer = ExternalProgram.answer(
                List.of(
                        program,
                        "-v",
                        "error",
                        "-protocol_whitelist",
                        "file",
                        "-show_entries",
                        "format=duration:stream=codec_type",
                        "-of",
                        "json",
                        "file:" + recording.toAbsolutePath()),
                patience);
        return answer.isEmpty() ? Optional.empty() : Optional.of(opinion(answer.get()));
    }

    private static MediaOpinion opinion(String answer) throws IOException {
        JsonNode json = new ObjectMapper().readTree(answer);
        int video = 0;
        int audio = 0;
        for (JsonNode stream : json.path("streams")) {
            video += stream.path("codec_type").asText().equals("video") ? 1 : 0;
            audio += stream.path("codec_type").asText().equals("audio") ? 1 : 0;
        }
        return new MediaOpinion(
                Durations.ofSeconds(json.path("format").path("duration").asText()), video, audio, Optional.empty());
    }
}
