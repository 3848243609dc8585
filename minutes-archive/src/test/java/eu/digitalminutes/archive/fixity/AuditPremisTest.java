// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.PremisSchema;
import eu.digitalminutes.archive.Sessions;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit tells of itself in PREMIS: one event for each package, with what is wrong with it. */
class AuditPremisTest {
    private static final Instant NOW = Instant.parse("2026-03-12T09:15:30.123Z");

    @TempDir
    Path temp;

    private Path store;

    @BeforeEach
    void store() throws IOException {
        store = Files.createDirectories(temp.resolve("store/2026")).getParent();
        pack("2026/seduta <1> & altre", PackageForm.DIRECTORY);
        pack("a.zip", PackageForm.ZIP);
        pack("b.tar", PackageForm.TAR);
    }

    private void pack(String name, PackageForm form) throws IOException {
        SignedMinutes signed = Sessions.ordinary(Files.write(temp.resolve("verbale.asice"), new byte[1000]));
        MinutesArchive.writeUnsealed(
                signed, ArchiveMetadata.of(signed.minutes()), store.resolve(name), form, Task.none());
    }

    private FixityAudit audit() {
        return MinutesArchive.audit(store, temp.resolve("catalogue")).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static long count(String text, String what) {
        return text.split(java.util.regex.Pattern.quote(what), -1).length - 1L;
    }

    @Test
    void eachPackageHasItsEventAndTheDocumentFollowsTheSchema() throws Exception {
        audit().run(Task.none());
        Path file = temp.resolve("audit.xml");
        assertEquals(Optional.of(file), AuditPremis.write(audit().run(Task.none()), file));
        PremisSchema.validate(file);
        String premis = Files.readString(file);
        assertEquals(3, count(premis, "<premis:eventType>fixity check<"), premis);
        assertEquals(3, count(premis, "<premis:eventOutcome>success<"), premis);
        assertEquals(3, count(premis, "<premis:eventDateTime>2026-03-12T09:15:30Z<"), premis);
        assertEquals(2, count(premis, "xsi:type=\"premis:file\""), premis);
        assertEquals(1, count(premis, "xsi:type=\"premis:representation\""), premis);
        assertEquals(1, count(premis, "<premis:originalName>2026/seduta &lt;1&gt; &amp; altre<"), premis);
    }

    @Test
    void packageThatIsBadFailsWithANoteForEachFile() throws Exception {
        audit().run(Task.none());
        Path folder = store.resolve("2026/seduta <1> & altre");
        Files.write(folder.resolve("content/minutes.asice"), new byte[999]);
        Files.delete(folder.resolve("metadata/minutes.xml"));
        Files.delete(store.resolve("b.tar"));
        Path file = temp.resolve("audit.xml");
        AuditReport report = audit().run(Task.none());
        AuditPremis.write(report, file);
        PremisSchema.validate(file);
        String premis = Files.readString(file);
        assertEquals(2, count(premis, "<premis:eventOutcome>fail<"), premis);
        assertEquals(1, count(premis, "<premis:eventOutcome>success<"), premis);
        for (String note : List.of(
                "FILE_RESIZED content/minutes.asice: ", "FILE_LOST metadata/minutes.xml: ", "PACKAGE_LOST b.tar: ")) {
            assertEquals(1, count(premis, "<premis:eventOutcomeDetailNote>" + note), note + premis);
        }
        assertEquals(3, report.checks().size());
    }

    @Test
    void auditsIntoAFolderAreKeptBesideEachOther() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("events"));
        AuditPremis.writeInto(audit().run(Task.none()), folder);
        AuditPremis.writeInto(audit().run(Task.none()), folder);
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(
                    List.of("audit-20260312T091530Z-2.premis.xml", "audit-20260312T091530Z.premis.xml"),
                    all.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void nothingIsToldWherePackagesWereOnlyLeftOut() throws Exception {
        audit().run(Task.none());
        AuditReport recent = audit().olderThan(Duration.ofDays(1)).run(Task.none());
        assertEquals(3, recent.recent());
        assertEquals(Optional.empty(), AuditPremis.write(recent, temp.resolve("audit.xml")));
        assertEquals(Optional.empty(), AuditPremis.writeInto(recent, temp));
        assertFalse(Files.exists(temp.resolve("audit.xml")));
        assertTrue(AuditPremis.of(recent).isEmpty());
    }

    @Test
    void checksOfPackagesThatWereAuditedOneByOneAddUp() throws Exception {
        AuditReport sum = audit().audit("a.zip", Task.none()).and(audit().audit("b.tar", Task.none()));
        assertEquals(
                List.of("a.zip", "b.tar"),
                sum.checks().stream().map(FixityCheck::name).toList());
    }
}
