// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.presence.Presence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GiuntaMixedModeTest {
    @TempDir
    Path folder;

    @Test
    void whoIsRemoteIsThereAsLongAsTheLogSaysAndTheLogIsAnAnnex() throws IOException {
        Report report = GiuntaMixedMode.run(folder);
        assertEquals(Verdict.VALID, report.verdict());
        assertEquals(
                List.of("NOTICE_UNKNOWN", "NO_RECORDING", "NOT_REGISTERED"),
                report.findings().stream().map(Finding::code).toList());

        Minutes minutes = MinutesJson.read(folder.resolve("minutes.json"));
        assertEquals(
                List.of(
                        "2026-04-08T14:58+02:00 2026-04-08T15:10+02:00 CONNECTION_LOST",
                        "2026-04-08T15:14+02:00 2026-04-08T15:30+02:00 MEETING_ENDED"),
                Presence.of(minutes.meeting()).of("gallo").stream()
                        .map(one -> one.from() + " " + one.to() + " " + one.end())
                        .toList());
        Annex annex = minutes.annexes().get(0);
        assertEquals(AnnexKind.PLATFORM_LOG, annex.kind());
        assertEquals(Fingerprinter.fingerprint(folder.resolve("zoom.csv")), annex.fingerprint());
    }
}
