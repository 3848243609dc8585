// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.archive.rendition.Renditions;
import eu.digitalminutes.archive.sacer.SacerAccount;
import eu.digitalminutes.archive.sacer.SacerProfile;
import eu.digitalminutes.archive.sacer.SacerSettings;
import eu.digitalminutes.archive.sincro.SincroProfile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to any file of a package of any profile is found, and the file or the index is named. */
class MutationTest {
    @TempDir
    Path temp;

    static Stream<PackageProfile> profiles() {
        return Stream.of(
                SincroProfile.sealedBy(new TestSeal()),
                SincroProfile.unsealed(),
                EArkProfile.sip(),
                EArkProfile.aip(),
                BagItProfile.sha256(),
                BagItProfile.sha512(),
                sacer());
    }

    private static PackageProfile sacer() {
        return SacerProfile.of(SacerSettings.of(new SacerAccount("PARER_TEST", "comune_esempio", "aoo", "minutes")));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyMutationOfEveryFileIsFound(PackageProfile profile) throws Exception {
        SignedMinutes signed = Sessions.ordinary(Packages.container(temp, 5_000));
        mutate(signed, profile, List.of());
    }

    @ParameterizedTest
    @MethodSource("profilesWithPlaces")
    void everyMutationOfARenditionIsFound(PackageProfile profile, String place) throws Exception {
        SignedMinutes signed = Containers.captioned(temp, 5_000);
        Path folder =
                mutate(signed, profile, Renditions.of(signed).make(Task.none()).files());
        assertTrue(
                Packages.names(folder.resolve(place)).containsAll(List.of("captions.it.ttml", "format-assessment.pdf")),
                place);
    }

    static Stream<Arguments> profilesWithPlaces() {
        return Stream.of(
                Arguments.of(SincroProfile.sealedBy(new TestSeal()), "renditions"),
                Arguments.of(EArkProfile.sip(), "documentation/renditions"),
                Arguments.of(BagItProfile.sha256(), "data/renditions"),
                Arguments.of(sacer(), "content"));
    }

    private Path mutate(SignedMinutes signed, PackageProfile profile, List<AddedFile> added) throws IOException {
        Path folder = temp.resolve(Packages.TOP);
        MinutesArchive.write(
                signed,
                ArchiveMetadata.of(signed.minutes()),
                profile,
                added,
                folder,
                PackageForm.DIRECTORY,
                Task.none());
        assertSound(folder);
        Map<String, byte[]> sound = read(folder);
        for (Map.Entry<String, byte[]> entry : sound.entrySet()) {
            String name = entry.getKey();
            byte[] content = entry.getValue();
            Path file = folder.resolve(name);
            for (int at :
                    new int[] {0, content.length / 5, content.length / 2, content.length - 30, content.length - 1}) {
                byte[] flipped = content.clone();
                flipped[at] ^= 1;
                Files.write(file, flipped);
                assertFound(folder, profile, name, "flipped at " + at);
            }
            Files.write(file, Arrays.copyOf(content, content.length - 2));
            assertFound(folder, profile, name, "truncated");
            Files.write(file, Arrays.copyOf(content, content.length + 1));
            assertFound(folder, profile, name, "grown");
            Files.write(file, new byte[0]);
            assertFound(folder, profile, name, "emptied");
            Files.delete(file);
            assertFound(folder, profile, name, "removed");
            Files.write(file.resolveSibling("renamed.bin"), content);
            assertFound(folder, profile, name, "renamed");
            Files.delete(file.resolveSibling("renamed.bin"));
            Files.write(file, content);
            Files.write(file.resolveSibling("added.bin"), content);
            assertFound(folder, profile, "added.bin", "added beside " + name);
            Files.delete(file.resolveSibling("added.bin"));
        }
        List<String> names = List.copyOf(sound.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                swap(folder, names.get(i), names.get(k));
                assertFound(folder, profile, names.get(i), "swapped with " + names.get(k));
                swap(folder, names.get(i), names.get(k));
            }
        }
        assertSound(folder);
        return folder;
    }

    private static void assertSound(Path folder) throws IOException {
        List<String> findings = Packages.findings(verify(folder));
        assertTrue(findings.isEmpty() || findings.equals(List.of("SEAL_MISSING PIndex.xml")), findings.toString());
    }

    /** Whoever changes the manifest of a bag is told of the file whose line it is. */
    private static void assertFound(Path folder, PackageProfile profile, String name, String mutation)
            throws IOException {
        String said;
        Verdict verdict;
        try {
            Report report = verify(folder);
            said = report.toString();
            verdict = report.verdict();
        } catch (MinutesException e) {
            assertEquals("PACKAGE_MALFORMED", e.code());
            return;
        }
        String what = profile.name() + ": " + name + " " + mutation + ": " + said;
        assertFalse(said.equals("VALID []"), what);
        if (!mutation.contains("added") && !mutation.startsWith("swapped") && !name.contains("manifest-")) {
            assertTrue(said.contains(name) || said.contains(profile.marker()), what);
        }
        boolean tagFile = profile.name().equals("bagit") && !name.startsWith("data/");
        if (!tagFile) {
            assertTrue(verdict != Verdict.VALID || mutation.contains("added"), what);
        }
    }

    private static Report verify(Path folder) throws IOException {
        return MinutesArchive.verify(folder, new TestSeal());
    }

    private void swap(Path folder, String one, String other) throws IOException {
        Path aside = temp.resolve("aside");
        Files.move(folder.resolve(one), aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve(other), folder.resolve(one));
        Files.move(aside, folder.resolve(other));
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
