// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AgID, Allegato 2: a format that is not admitted, or not named, is told with the reason. */
class PreservationReportTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNoRecordingIsNotAdmitted() throws IOException {
        Path file = Files.writeString(folder.resolve("appunti.mp4"), "nothing to see, nothing to hear");
        List<Finding> findings = MediaProbe.probe(file).report().findings();
        Finding format = findings.get(findings.size() - 1);
        assertEquals("FORMAT_NOT_ADMITTED", format.code());
        assertTrue(format.message().in(Locale.ENGLISH).contains("neither sound nor picture"), format.toString());
        assertEquals(MediaProbe.probe(file).problems().size() + 1, findings.size());
    }
}
