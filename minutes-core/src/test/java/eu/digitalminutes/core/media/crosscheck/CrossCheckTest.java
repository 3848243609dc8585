// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media.crosscheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.MediaProbe;
import eu.digitalminutes.core.outcome.Finding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Other programs are asked only when named, within bounds, and a difference is told. Here they are shell scripts. */
@DisabledOnOs(OS.WINDOWS)
class CrossCheckTest {
    @TempDir
    Path folder;

    private Path recording;
    private MediaFacts facts;

    /** Two seconds of silence, uncompressed. */
    @BeforeEach
    void record() throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(44 + 32_000).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(wav.capacity() - 8);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        wav.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(32_000);
        recording = Files.write(folder.resolve("sound.wav"), wav.array());
        facts = MediaProbe.probe(recording);
    }

    private String program(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private List<String> codes(MediaExaminer examiner) {
        return CrossCheck.of(facts, recording, List.of(examiner)).stream()
                .map(Finding::code)
                .toList();
    }

    private Ffprobe ffprobe(String body) throws IOException {
        return Ffprobe.at(program(body), Duration.ofSeconds(3));
    }

    @Test
    void whoAgreesSaysNothing() throws IOException {
        String answer = "echo '{\"streams\":[{\"codec_type\":\"audio\"}],\"format\":{\"duration\":\"2.000000\"}}'";
        assertEquals(List.of(), codes(ffprobe(answer)));
        String other =
                "echo '{\"media\":{\"track\":[{\"@type\":\"General\",\"Duration\":\"2.0\"},{\"@type\":\"Audio\"}]}}'";
        assertEquals(List.of(), codes(Mediainfo.at(program(other), Duration.ofSeconds(3))));
    }

    @Test
    void aDifferenceIsAWarning() throws IOException {
        String answer = "echo '{\"streams\":[{\"codec_type\":\"video\"}],\"format\":{\"duration\":\"9.5\"}}'";
        assertEquals(
                List.of("CROSS_CHECK_DURATION", "CROSS_CHECK_TRACKS", "CROSS_CHECK_TRACKS"), codes(ffprobe(answer)));
        String cut = "echo '{\"media\":{\"track\":[{\"@type\":\"General\",\"Duration\":\"2.0\",\"extra\":"
                + "{\"IsTruncated\":\"Yes\"}},{\"@type\":\"Audio\"}]}}'";
        assertEquals(List.of("CROSS_CHECK_TRUNCATED"), codes(Mediainfo.at(program(cut), Duration.ofSeconds(3))));
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertEquals(List.of("CROSS_CHECK_ABSENT"), codes(Ffprobe.at("/nowhere/ffprobe", Duration.ofSeconds(1))));
    }

    @Test
    void aProgramThatFailsHangsOrBabblesIsNamedAndStopped() throws IOException {
        assertEquals(List.of("CROSS_CHECK_FAILED"), codes(ffprobe("exit 3")));
        assertEquals(List.of("CROSS_CHECK_FAILED"), codes(ffprobe("echo no json")));
        assertEquals(
                List.of("CROSS_CHECK_FAILED"), codes(Ffprobe.at(program("exec sleep 60"), Duration.ofMillis(300))));
        assertEquals(List.of("CROSS_CHECK_FAILED"), codes(ffprobe("exec yes babble")));
    }

    @Test
    void nobodyIsAskedAboutWhatIsNoRecording() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.mp4"), "#EXTM3U\nhttp://elsewhere.example/x.ts\n");
        Path asked = folder.resolve("asked");
        List<Finding> findings = CrossCheck.of(MediaProbe.probe(letter), letter, List.of(ffprobe("touch " + asked)));
        assertEquals(List.of(), findings);
        assertTrue(Files.notExists(asked));
    }
}
