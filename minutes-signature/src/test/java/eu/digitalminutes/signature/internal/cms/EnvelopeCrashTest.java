// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.EndlessProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that writes envelopes is killed, again and again: there is the old one or the new one, whole. */
@Tag("killed")
class EnvelopeCrashTest {
    private static final int KILLS_IN_PLACE = 50;
    private static final int KILLS_ANEW = 20;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_124);
    private byte[] content = {};
    private Path file;
    private Path envelope;

    @BeforeEach
    void wrap() throws IOException {
        content = new byte[60_000];
        random.nextBytes(content);
        file = Files.write(folder.resolve("content"), content);
        envelope = folder.resolve("content.p7m");
        EnvelopeWriter.write(envelope, file, EndlessEnveloper.after(0), Task.none());
    }

    @Test
    void signaturesThatAreChangedInPlaceAreTheOldOrTheNewOnes() throws Exception {
        Path tail = folder.resolve(".content.p7m.tail");
        int step = 0;
        int torn = 0;
        // On a slow machine the kills may all come between the steps: then it takes more of them.
        for (int round = 1; round <= KILLS_IN_PLACE || (torn == 0 && round <= 10 * KILLS_IN_PLACE); round++) {
            int reported = EndlessProgram.killAfter(
                    step,
                    round % 4 == 0 ? null : tail,
                    random,
                    EndlessEnveloper.class,
                    "replace",
                    envelope.toString(),
                    file.toString());
            torn += isTorn() ? 1 : 0;
            EnvelopeWriter.mend(envelope);
            step = stepOf(reported);
        }
        assertTrue(torn > 0, "no kill tore the envelope: this test proves nothing");
        EnvelopeWriter.replace(envelope, EndlessEnveloper.after(step));
        assertNothingElseIsLeft();
    }

    @Test
    void anEnvelopeThatIsWrittenAnewIsTheOldOrTheNewOne() throws Exception {
        int step = 0;
        int left = 0;
        for (int round = 1; round <= KILLS_ANEW || (left == 0 && round <= 10 * KILLS_ANEW); round++) {
            int reported = EndlessProgram.killAfter(
                    step, null, random, EndlessEnveloper.class, "write", envelope.toString(), file.toString());
            left += names().size() > 2 ? 1 : 0;
            step = stepOf(reported);
        }
        assertTrue(left > 0, "no kill left a half file: this test proves nothing");
        PendingFile.forTarget(envelope).close();
        assertNothingElseIsLeft();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private void assertNothingElseIsLeft() throws IOException {
        assertEquals(List.of("content", "content.p7m"), names());
    }

    private boolean isTorn() throws IOException {
        try (EnvelopedFile read = EnvelopedFile.open(envelope)) {
            return read.signatures().length == 0;
        } catch (MinutesException e) {
            return true;
        }
    }

    /** The step that the envelope is at: the reported one, or the next, whole but not reported any more. */
    private int stepOf(int reported) throws IOException {
        try (EnvelopedFile read = EnvelopedFile.open(envelope)) {
            assertArrayEquals(content, read.content().readAllBytes());
            int step = Arrays.equals(EndlessEnveloper.after(reported), read.signatures()) ? reported : reported + 1;
            assertArrayEquals(EndlessEnveloper.after(step), read.signatures());
            return step;
        }
    }
}
