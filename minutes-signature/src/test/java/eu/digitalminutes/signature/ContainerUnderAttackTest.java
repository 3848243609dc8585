// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML and ZIP turned against the verifier: elements moved and doubled, lists that list too little, bombs. */
@Timeout(60)
class ContainerUnderAttackTest {
    private static final String BOMB = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
            + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">"
            + "<!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]><a>&h;&h;&h;&h;</a>";

    @TempDir
    static Path folder;

    static Council council;
    static SigningKey president;
    static MinutesVerifier verifier;
    static Path xades;
    static Path cades;

    @BeforeAll
    static void start() throws IOException {
        council = new Council(folder);
        president = council.key(TestSigner.PRESIDENT);
        Path content = Files.writeString(folder.resolve("atto.txt"), "atto");
        xades = signed(content, SignatureForm.ASIC_E_XADES, "xades.asice");
        cades = signed(content, SignatureForm.ASIC_E_CADES, "cades.asice");
        verifier = MinutesVerifier.trusting(council.trust());
        assertEquals(Verdict.VALID, verifier.verify(xades).verdict());
        assertEquals(Verdict.VALID, verifier.verify(cades).verdict());
    }

    @AfterAll
    static void stop() {
        president.close();
        council.close();
    }

    private static Path signed(Path content, SignatureForm form, String name) throws IOException {
        return new FileSigner(council.profile().toBuilder().form(form).build())
                .sign(content, folder.resolve(name), List.of(Signatory.president(president)), Task.none())
                .path();
    }

    private static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    private static Path withSignatures(String name, UnaryOperator<String> change) throws IOException {
        return Repacked.of(
                xades,
                name,
                files -> files.replaceAll((file, bytes) -> file.matches("META-INF/signatures.*\\.xml")
                        ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)
                        : bytes));
    }

    private static String one(String xml, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(xml);
        assertTrue(found.find(), pattern);
        return found.group();
    }

    private static void assertNotValid(Path attacked) throws IOException {
        try {
            VerificationReport report = verifier.verify(attacked);
            assertNotEquals(
                    Verdict.VALID, report.verdict(), () -> report.report().toString());
        } catch (MinutesException refused) {
            assertTrue(refused.code().endsWith("_MALFORMED"), refused::getMessage);
        }
    }

    @Test
    void propertiesUnderAnIdThatIsThereTwiceAreNotBelieved() throws IOException {
        assertNotValid(withSignatures("clash.asice", xml -> {
            String properties = one(xml, "<xades:SignedProperties .*</xades:SignedProperties>");
            String forged = properties.replace("president", "secretary");
            return xml.replace("</ds:Signature>", "<ds:Object>" + forged + "</ds:Object></ds:Signature>");
        }));
    }

    @Test
    void signedPropertiesMovedAsideForOthersAreNotBelieved() throws IOException {
        assertNotValid(withSignatures("moved.asice", xml -> {
            String properties = one(xml, "<xades:SignedProperties .*</xades:SignedProperties>");
            String forged =
                    properties.replaceFirst("Id=\"[^\"]*\"", "Id=\"other\"").replace("president", "secretary");
            return xml.replace(properties, forged)
                    .replace("</ds:Signature>", "<ds:Object>" + properties + "</ds:Object></ds:Signature>");
        }));
    }

    @Test
    void aSignatureWrappedIntoAnotherIsNotTakenForIt() throws IOException {
        assertNotValid(withSignatures("wrapped.asice", xml -> {
            String signature = one(xml, "<ds:Signature .*</ds:Signature>");
            String digest = one(signature, "<ds:DigestValue>[^<]*</ds:DigestValue>");
            String forged = signature
                    .replace(digest, "<ds:DigestValue>" + "A".repeat(43) + "=</ds:DigestValue>")
                    .replace("</ds:Signature>", "<ds:Object>" + signature + "</ds:Object></ds:Signature>");
            return xml.replace(signature, forged);
        }));
    }

    @Test
    void aReferenceToAnotherElementOfTheSameIdIsNotBelieved() throws IOException {
        assertNotValid(withSignatures("second-info.asice", xml -> {
            String info = one(xml, "<ds:SignedInfo>.*</ds:SignedInfo>");
            return xml.replace(info, info.replace("atto.txt", "altro.txt") + info);
        }));
    }

    @Test
    void aManifestThatListsLessLeavesAFileUnsigned() throws IOException {
        Path more = Repacked.of(cades, "more.asice", files -> files.put("segreto.txt", new byte[] {1, 2, 3}));
        VerificationReport report = verifier.verify(more);
        assertEquals(Verdict.INVALID, report.verdict());
        assertTrue(codes(report).contains("FILE_NOT_SIGNED"));
    }

    @Test
    void aManifestThatListsAFileByAnotherNameIsBroken() throws IOException {
        Path other = Repacked.of(cades, "other.asice", files -> {
            byte[] content = files.remove("atto.txt");
            files.put("Atto.txt", content);
        });
        assertNotValid(other);
    }

    @Test
    void aManifestThatWasChangedIsBroken() throws IOException {
        assertNotValid(Repacked.of(
                cades,
                "changed.asice",
                files -> files.replaceAll((file, bytes) -> file.startsWith("META-INF/ASiCManifest")
                        ? new String(bytes, StandardCharsets.UTF_8)
                                .replace("atto.txt", "altro.txt")
                                .getBytes(StandardCharsets.UTF_8)
                        : bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/signatures001.xml", "META-INF/manifest.xml", "META-INF/ASiCManifest001.xml"})
    void entitiesThatGrowAreNotResolved(String file) throws IOException {
        for (Path container : List.of(xades, cades)) {
            assertNotValid(Repacked.of(
                    container, "laughs.asice", files -> files.put(file, BOMB.getBytes(StandardCharsets.UTF_8))));
        }
        Path alone = Files.writeString(folder.resolve("laughs.xml"), BOMB);
        assertThrows(MinutesException.class, () -> verifier.verify(alone));
    }

    @Test
    void whatUnpacksToHundredsOfTimesItsSizeIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.asice");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("META-INF/signatures001.xml"));
            out.write("<a/>".getBytes(StandardCharsets.US_ASCII));
            out.putNextEntry(new ZipEntry("zeros.bin"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        MinutesException refusal = assertThrows(MinutesException.class, () -> verifier.verify(bomb));
        assertEquals("CONTAINER_MALFORMED", refusal.code());
    }

    @Test
    void aContainerInAContainerInAContainerIsOpenedAsFarAsTheBoundsGo() throws IOException {
        Path one = cades;
        for (int level = 0; level < 12; level++) {
            one = Repacked.write(folder.resolve("level-" + level + ".asice"), inside(one, level));
        }
        VerificationReport report = verifier.verify(one);
        assertNotEquals(Verdict.VALID, report.verdict());
        assertTrue(
                codes(report).contains("NESTED_TOO_DEEP"), () -> report.report().toString());
    }

    private static Map<String, byte[]> inside(Path container, int level) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.etsi.asic-s+zip".getBytes(StandardCharsets.US_ASCII));
        byte[] content = Files.readAllBytes(container);
        files.put("level-" + level + ".asice", content);
        files.put("META-INF/timestamp.tst", Wrappings.token(council.services.tsa(), content));
        return files;
    }

    @Test
    void tenThousandFilesAreHeldAgainstTheirSignature() throws IOException {
        Path many = Repacked.of(cades, "ten-thousand.asice", files -> {
            for (int i = 0; i < 9_900; i++) {
                files.put("file-" + i + ".txt", new byte[] {1});
            }
        });
        VerificationReport report = verifier.verify(many);
        assertEquals(Verdict.INVALID, report.verdict());
    }

    @Test
    void aBrokenContainerUnderAnotherNameIsStillFound() throws IOException {
        Path broken = Repacked.of(cades, "broken.asice", files -> files.put("atto.txt", new byte[] {1}));
        Path renamed = Files.copy(broken, folder.resolve("allegati.zip"));
        VerificationReport report =
                verifier.verify(signed(renamed, SignatureForm.CADES_ENVELOPING, "allegati.zip.p7m"));
        assertEquals(Verdict.INVALID, report.verdict(), () -> report.report().toString());
        assertEquals("mixed", report.integrity());
        Path unreadable = Repacked.of(
                cades, "allegati-2.zip", files -> files.put("META-INF/signature001.p7s", new byte[] {0x30, 0x00}));
        VerificationReport undecided =
                verifier.verify(signed(unreadable, SignatureForm.CADES_ENVELOPING, "allegati-2.zip.p7m"));
        assertNotEquals(
                Verdict.VALID, undecided.verdict(), () -> undecided.report().toString());
        Path archive = Repacked.write(
                folder.resolve("libro.jar"), Map.of("META-INF/MANIFEST.MF", new byte[] {1}, "A.class", new byte[] {2}));
        assertEquals(
                Verdict.VALID,
                verifier.verify(signed(archive, SignatureForm.CADES_ENVELOPING, "libro.jar.p7m"))
                        .verdict());
    }
}
