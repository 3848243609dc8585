// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Small files to publish, and what a published folder holds. */
final class SiteOf {
    private SiteOf() {}

    /** A file that stands for a recording: nothing here plays it. */
    static Path recording(Path folder) throws IOException {
        return Files.writeString(folder.resolve("taken.mp4"), "not really a film");
    }

    static Path captions(Path folder, String... lines) throws IOException {
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < lines.length; i++) {
            vtt.append("\n00:00:%02d.000 --> 00:00:%02d.500\n".formatted(i * 2, i * 2 + 1))
                    .append(lines[i])
                    .append("\n");
        }
        return Files.writeString(folder.resolve("spoken.vtt"), vtt);
    }

    /** The minutes of a meeting whose recording is the given file. */
    static Minutes minutes(Meeting meeting, Path recording) throws IOException {
        Fingerprint fingerprint = Fingerprinter.fingerprint(recording);
        return Minutes.of(meeting, LocalRules.ordinaryCouncil())
                .withRecording(RecordingPart.of(
                        RoccaverdeSession.PART,
                        "video/mp4",
                        fingerprint,
                        RoccaverdeSession.START,
                        Duration.ofSeconds(600)));
    }

    static Publication publication(Path folder) throws IOException {
        return Publication.italian()
                .withRecording(RoccaverdeSession.PART, recording(folder))
                .withCaptions(RoccaverdeSession.PART, captions(folder, "Buonasera a tutti."))
                .withFacts(Files.writeString(folder.resolve("facts.json"), "{}"))
                .withWrittenAct(Files.writeString(folder.resolve("act.pdf"), "%PDF"))
                .withContainer(Files.writeString(folder.resolve("signed.asice"), "PK"));
    }

    static String index(PublishedSite site) throws IOException {
        return Files.readString(site.index());
    }

    /** Every file of a site as text, by name. */
    static Map<String, String> everything(PublishedSite site) throws IOException {
        Map<String, String> all = new HashMap<>();
        try (Stream<Path> files = Files.walk(site.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
