// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.archive.sincro.SincroProfile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the metadata say of the container must be true of it. */
class TrueMetadataTest {
    @TempDir
    Path temp;

    private static Stream<Arguments> everyProfileAndForm() {
        return Stream.of(SincroProfile.sealedBy(new TestSeal()), EArkProfile.sip(), BagItProfile.sha256())
                .flatMap(profile -> Stream.of(PackageForm.values()).map(form -> Arguments.of(profile, form)));
    }

    private Path container(String signature, String... files) throws IOException {
        Path container = temp.resolve("minutes.asice");
        try (OutputStream out = Files.newOutputStream(container);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String file : files) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(
                        file.equals("META-INF/signatures001.xml")
                                ? signature.getBytes(StandardCharsets.UTF_8)
                                : new byte[9]);
            }
        }
        return container;
    }

    private List<String> contradictions(SignedMinutes signed, PackageProfile profile, PackageForm form)
            throws IOException {
        Path target = temp.resolve(Packages.TOP);
        MinutesArchive.write(signed, ArchiveMetadata.of(signed.minutes()), profile, target, form, Task.none());
        List<Finding> findings = MinutesArchive.verify(
                        target, List.of(profile), Optional.of(new TestSeal()), Task.none())
                .findings();
        return findings.stream()
                .filter(finding -> finding.code().equals("METADATA_CONTRADICTED"))
                .map(finding -> finding.message().english())
                .toList();
    }

    private static String[] attached(SignedMinutes signed, String... others) {
        return Stream.concat(Stream.of(others), signed.files().stream().map(file -> file.name()))
                .distinct()
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("everyProfileAndForm")
    void trueMetadataAreNotContradicted(PackageProfile profile, PackageForm form) throws Exception {
        SignedMinutes told = Sessions.recorded(temp.resolve("minutes.asice"), 3);
        container("<SignatureTimeStamp/>", attached(told, "mimetype", "META-INF/signatures001.xml"));
        assertEquals(List.of(), contradictions(told, profile, form));
    }

    @ParameterizedTest
    @MethodSource("everyProfileAndForm")
    void signaturesStampsAndAttachmentsThatAreNotThereAreNamed(PackageProfile profile, PackageForm form)
            throws Exception {
        SignedMinutes told = Sessions.recorded(temp.resolve("minutes.asice"), 3);
        container("", "mimetype", "minutes.json", "one.mp4");
        List<String> found = contradictions(told, profile, form);
        assertEquals(3, found.size(), found::toString);
        assertTrue(found.toString().contains("FirmatoDigitalmente: the metadata say true"), found::toString);
        assertTrue(
                found.toString().contains("NumeroAllegati: the metadata say 8, the container shows 1"),
                found::toString);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void containerWithoutItsStampIsNamed(PackageForm form) throws Exception {
        SignedMinutes told = Sessions.recorded(temp.resolve("minutes.asice"), 3);
        container("<Signature/>", attached(told, "mimetype", "META-INF/signatures001.xml"));
        assertEquals(
                List.of("MarcaturaTemporale: the metadata say true, the container shows false."),
                contradictions(told, BagItProfile.sha256(), form));
    }
}
