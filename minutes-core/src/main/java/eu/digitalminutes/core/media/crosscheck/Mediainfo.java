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
 * Asks MediaInfo (<i>controllo incrociato con MediaInfo</i>). It says of some forms whether they are cut; of live
 * recordings it says so wrongly, so that a cut it sees is a warning.
 *
 * @see <a href="https://mediaarea.net/en/MediaInfo">MediaInfo</a>
 */
public final class Mediainfo implements MediaExaminer {
    private final String program;
    private final Duration patience;

    private Mediainfo(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /**
     * The program as the system finds it.
     *
     * @return asked for at most one minute
     */
    public static Mediainfo installed() {
        return at("mediainfo", Duration.ofMinutes(1));
    }

    /**
     * The program at a place of its own.
     *
     * @param program its name or path
     * @param patience how long it may run
     * @return the examiner
     */
    public static Mediainfo at(String program, Duration patience) {
        return new Mediainfo(Objects.requireNonNull(program, "program"), Objects.requireNonNull(patience, "patience"));
    }

    @Override
    public String name() {
        return "mediainfo";
    }

    @Override
    public Optional<MediaOpinion> examine(Path recording) throws IOException {
        Optional<String> answer = ExternalProgram.answer(
                List.of(program, "--Output=JSON", recording.toAbsolutePath().toString()), patience);
        return answer.isEmpty() ? Optional.empty() : Optional.of(opinion(answer.get()));
    }

    private static MediaOpinion opinion(String answer) throws IOException {
        JsonNode tracks = new ObjectMapper().readTree(answer).path("media").path("track");
        Optional<Duration> duration = Optional.empty();
        int video = 0;
        int audio = 0;
        boolean cut = false;
        for (JsonNode track : tracks) {
            String type = track.path("@type").asText();
            video += type.equals("Video") ? 1 : 0;
            audio += type.equals("Audio") ? 1 : 0;
            if (type.equals("General")) {
                duration = Durations.ofSeconds(track.path("Duration").asText());
                cut = track.path("extra").path("IsTruncated").asText().equals("Yes")
                        || track.path("IsTruncated").asText().equals("Yes");
            }
        }
        return new MediaOpinion(duration, video, audio, Optional.of(cut));
    }
}
