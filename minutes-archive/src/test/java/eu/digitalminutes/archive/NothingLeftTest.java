// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A package appears whole or not at all. */
class NothingLeftTest {
    private static final int BYTES = 3 << 20;

    @TempDir
    Path temp;

    private SignedMinutes signed;

    @BeforeEach
    void container() throws IOException {
        signed = Sessions.ordinary(Packages.container(temp, BYTES));
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTORY, 16",
        "DIRECTORY, 500",
        "DIRECTORY, 3080",
        "DIRECTORY, 3084",
        "ZIP, 16",
        "ZIP, 500",
        "ZIP, 3080",
        "ZIP, 3084",
        "ZIP, 3092"
    })
    void fullDiskIsToldByTheTargetsNameAndLeavesNothing(PackageForm form, int kibibytes) throws Exception {
        try (FileSystem disk = disk(kibibytes * 1024L)) {
            Path folder = Files.createDirectory(disk.getPath("/out"));
            FileSystemException failure = assertThrows(
                    FileSystemException.class, () -> write(folder.resolve("p"), form, new TestSeal(), Task.none()));
            assertEquals("/out/p", failure.getFile());
            assertTrue(failure.getReason().contains("cannot be written"), failure.getMessage());
            assertEquals(List.of(), Packages.names(folder));
        }
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void packageFitsAndVerifiesOnAnyFileSystem(PackageForm form) throws Exception {
        try (FileSystem disk = disk(8L << 20)) {
            Path folder = Files.createDirectory(disk.getPath("/out"));
            write(folder.resolve("p"), form, new TestSeal(), Task.none());
            assertEquals(List.of("p"), Packages.names(folder));
            assertEquals(
                    Verdict.VALID,
                    MinutesArchive.verify(folder.resolve("p"), new TestSeal()).verdict());
        }
    }

    @ParameterizedTest
    @CsvSource({"DIRECTORY, 1", "DIRECTORY, 2", "ZIP, 1", "ZIP, 2"})
    void cancelledWorkLeavesNothing(PackageForm form, int questions) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Task task = Task.none().cancellableBy(() -> asked.incrementAndGet() > questions);
        assertThrows(CancelledException.class, () -> write(temp.resolve("p"), form, new TestSeal(), task));
        assertEquals(List.of("verbale.asice"), Packages.names(temp));
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void verificationCanBeCancelled(PackageForm form) throws Exception {
        Path written = Packages.write(signed, temp.resolve("p"), form);
        AtomicInteger asked = new AtomicInteger();
        Task task = Task.none().cancellableBy(() -> asked.incrementAndGet() > 2);
        assertThrows(CancelledException.class, () -> MinutesArchive.verify(written, new TestSeal(), task));
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void refusalOfTheSealerPassesAndLeavesNothing(PackageForm form) throws Exception {
        MinutesException refusal = new MinutesException("WRONG_PIN", "wrong PIN");
        MinutesException caught = assertThrows(
                MinutesException.class,
                () -> write(
                        temp.resolve("p"),
                        form,
                        index -> {
                            throw refusal;
                        },
                        Task.none()));
        assertEquals(refusal, caught);
        NoSuchFileException key = assertThrows(
                NoSuchFileException.class,
                () -> write(
                        temp.resolve("p"),
                        form,
                        index -> {
                            throw new NoSuchFileException("/keys/seal.p12");
                        },
                        Task.none()));
        assertEquals("/keys/seal.p12", key.getFile());
        assertEquals(List.of("verbale.asice"), Packages.names(temp));
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void sealThatIsNotBesideTheIndexIsABrokenSealer(PackageForm form) throws Exception {
        Path elsewhere = Files.writeString(temp.resolve("PIndex.xml.p7s"), "x");
        assertThrows(
                IllegalStateException.class, () -> write(temp.resolve("p"), form, index -> elsewhere, Task.none()));
        assertThrows(
                IllegalStateException.class,
                () -> write(
                        temp.resolve("p"),
                        form,
                        index -> Files.writeString(index.resolveSibling("seal"), "x"),
                        Task.none()));
        assertEquals(List.of("PIndex.xml.p7s", "verbale.asice"), Packages.names(temp));
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void whatStandsAtTheTargetIsNeverTouched(PackageForm form) throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "mine");
        Path folder = Files.createDirectory(temp.resolve("folder"));
        for (Path target : List.of(file, folder)) {
            FileAlreadyExistsException refusal = assertThrows(
                    FileAlreadyExistsException.class, () -> write(target, form, new TestSeal(), Task.none()));
            assertEquals(target.toString(), refusal.getFile());
        }
        Path late = temp.resolve("late");
        Sealer slow = index -> {
            Files.writeString(late, "mine");
            return new TestSeal().seal(index);
        };
        assertThrows(FileAlreadyExistsException.class, () -> write(late, form, slow, Task.none()));
        assertEquals("mine", Files.readString(file));
        assertEquals("mine", Files.readString(late));
        assertEquals(List.of("file", "folder", "late", "verbale.asice"), Packages.names(temp));
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void missingFolderAndMissingContainerAreToldByTheirNames(PackageForm form) throws Exception {
        Path target = temp.resolve("absent/p");
        NoSuchFileException output =
                assertThrows(NoSuchFileException.class, () -> write(target, form, new TestSeal(), Task.none()));
        assertEquals(target.toString(), output.getFile());
        Files.delete(signed.container());
        NoSuchFileException input = assertThrows(
                NoSuchFileException.class, () -> write(temp.resolve("p"), form, new TestSeal(), Task.none()));
        assertEquals(signed.container().toString(), input.getFile());
        assertEquals(List.of(), Packages.names(temp));
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void containerThatGrowsWhileItIsReadIsRefused(PackageForm form) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Task task = Task.none().cancellableBy(() -> {
            if (asked.incrementAndGet() == 3) {
                grow();
            }
            return false;
        });
        assertThrows(ContentMismatchException.class, () -> write(temp.resolve("p"), form, new TestSeal(), task));
        assertEquals(List.of("verbale.asice"), Packages.names(temp));
    }

    private void grow() {
        try {
            Files.write(signed.container(), new byte[10], StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void write(Path target, PackageForm form, Sealer sealer, Task task) throws IOException {
        MinutesArchive.write(signed, ArchiveMetadata.of(signed.minutes()), sealer, target, form, task);
    }

    private static FileSystem disk(long bytes) {
        return Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(4096)
                .setMaxSize(bytes)
                .build());
    }
}
