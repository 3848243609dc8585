// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.segment.Segment;
import eu.digitalminutes.archive.segment.SegmentedPackage;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package in parts is the package: nothing is lost, and what was changed is named. */
class SegmentedPackageTest {
    @TempDir
    Path temp;

    private Path zip;
    private Path parts;

    @BeforeEach
    void packed() throws IOException {
        zip = Packages.write(
                Sessions.ordinary(Packages.container(temp, 200_000)), temp.resolve("package.zip"), PackageForm.ZIP);
        parts = temp.resolve("parts");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 65_536, 199_999, 10_000_000})
    void partsJoinToTheSameBytes(long bytesEach) throws Exception {
        SegmentedPackage split = split(bytesEach);
        assertEquals((Files.size(zip) - 1) / bytesEach + 1, split.segments().size());
        SegmentedPackage opened = SegmentedPackage.open(parts);
        assertEquals(split.segments(), opened.segments());
        assertEquals(List.of(), Packages.findings(verify()));
        opened.join(temp.resolve("again.zip"), Task.none());
        assertEquals(-1, Files.mismatch(zip, temp.resolve("again.zip")));
        assertThrows(FileAlreadyExistsException.class, () -> opened.join(zip, Task.none()));
    }

    @Test
    void changedMissingAndSwappedPartsAreNamed() throws Exception {
        List<Segment> segments = split(50_000).segments();
        Path first = parts.resolve(segments.get(0).name());
        Path second = parts.resolve(segments.get(1).name());
        byte[] sound = Files.readAllBytes(first);
        byte[] flipped = sound.clone();
        flipped[777] ^= 1;
        Files.write(first, flipped);
        Files.delete(second);
        assertEquals(
                List.of("SEGMENT_ALTERED package.zip.0001", "SEGMENT_MISSING package.zip.0002"),
                Packages.findings(verify()));
        ContentMismatchException refusal = assertThrows(
                ContentMismatchException.class,
                () -> SegmentedPackage.open(parts).join(temp.resolve("again.zip"), Task.none()));
        assertTrue(refusal.getMessage().contains("package.zip.0001"), refusal.getMessage());
        assertTrue(Files.notExists(temp.resolve("again.zip")));
    }

    @Test
    void editedIndexBreaksItsSeal() throws Exception {
        split(50_000);
        assertEquals(
                Verdict.INDETERMINATE,
                SegmentedPackage.open(parts)
                        .verify(Optional.empty(), Task.none())
                        .verdict());
        Packages.replace(parts.resolve("segments.json"), "\"1.0\"", "\"1.1\"");
        assertEquals(List.of("SEAL_BROKEN PIndex.xml.p7s"), Packages.findings(verify()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"package\":{\"name\":\"../x\"}}",
                "{\"segments\":[{\"name\":\"../../etc/hostname\",\"bytes\":1,\"sha256\":\"00\"}]}",
                "{\"segments\":[{\"name\":\"a\",\"bytes\":-1}]}"
            })
    void indexThatIsNoneOrLeadsOutIsRefused(String json) throws Exception {
        split(50_000);
        Files.writeString(parts.resolve("segments.json"), json);
        MinutesException refusal = assertThrows(MinutesException.class, () -> SegmentedPackage.open(parts));
        assertEquals("PACKAGE_MALFORMED", refusal.code());
    }

    @Test
    void partsOfNothingOrWithoutNumberAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> split(0));
        assertThrows(IllegalArgumentException.class, () -> split(10));
    }

    private SegmentedPackage split(long bytesEach) throws IOException {
        return SegmentedPackage.split(zip, bytesEach, parts, Optional.of(new TestSeal()), Task.none());
    }

    private Report verify() throws IOException {
        return SegmentedPackage.open(parts).verify(Optional.of(new TestSeal()), Task.none());
    }
}
