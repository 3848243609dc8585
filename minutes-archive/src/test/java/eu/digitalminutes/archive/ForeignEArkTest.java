// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packages as others write them: the corpus of the E-ARK board (files listed in the METS of the package, MD5, no METS of
 * the representation, or pointers that name a file by {@code file:} and count from the package), commons-ip 2.0 (addresses encoded like forms, digests in capitals), RODA (an ancestor by handle).
 */
class ForeignEArkTest {
    private static final String NAME = "un pacchetto";

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectories(temp.resolve(NAME));
        put("documentation/Nota.txt", "una nota");
        put("schemas/schema uno.xsd", "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>");
        put("representations/rep1/data/testo.txt", "un testo");
        put("metadata/altro.txt", "altro");
    }

    @Test
    void filesOfARepresentationMayBeListedInTheMetsOfThePackageByMd5() throws Exception {
        mets("MD5", false, "%s", "");
        assertEquals(
                List.of(
                        "CSIP13 METS.xml/mets/metsHdr",
                        "CSIP31 METS.xml/mets",
                        "CSIP32 METS.xml/mets",
                        "CSIP4 METS.xml/mets",
                        "CSIPSTR12 representations/rep1/",
                        "CSIPSTR13 representations/rep1/",
                        "SIP15 METS.xml/mets/metsHdr"),
                findings());
        put("representations/rep1/data/testo.txt", "UN testo");
        assertTrue(findings().contains("FILE_ALTERED representations/rep1/data/testo.txt"), findings()::toString);
    }

    @Test
    void addressesAreReadAsFormsEncodeThemAndDigestsInCapitals() throws Exception {
        mets("SHA-256", true, "form", "");
        assertEquals(
                0, findings().stream().filter(one -> one.startsWith("FILE_")).count(), findings()::toString);
        put("schemas/schema uno.xsd", "<other/>");
        assertTrue(findings().contains("FILE_ALTERED schemas/schema uno.xsd"), findings()::toString);
    }

    @Test
    void fileWithAPlusInItsNameIsTheOneThatIsMeant() throws Exception {
        Files.move(folder.resolve("documentation/Nota.txt"), folder.resolve("documentation/1+1.txt"));
        mets("SHA-256", false, "%s", "");
        assertEquals(
                0, findings().stream().filter(one -> one.startsWith("FILE_")).count(), findings()::toString);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nameMayHaveColonsAsThoseOfRodaDo() throws Exception {
        String name = "documentation/urn:roda:premis:event:733dc055.txt";
        Files.move(folder.resolve("documentation/Nota.txt"), folder.resolve(name));
        mets("SHA-256", false, "%s", "");
        assertEquals(
                0, findings().stream().filter(one -> one.startsWith("FILE_")).count(), findings()::toString);
        put(name, "another");
        assertTrue(findings().contains("FILE_ALTERED " + name), findings()::toString);
    }

    @Test
    void handleOfAnAncestorIsNoFileOfThePackage() throws Exception {
        mets("SHA-256", false, "%s", """
                <structMap ID="s2" LABEL="RODA structural map"><div ID="s2d" LABEL="RODA"><div ID="s2a" LABEL="Ancestors">
                <mptr xlink:type="simple" xlink:href="0edb7e11-dd9c-463b-bf5a" LOCTYPE="HANDLE"/></div></div></structMap>
                """);
        assertEquals(
                0, findings().stream().filter(one -> one.startsWith("FILE_")).count(), findings()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:%s", "file://%s", "file://./%s", "./%s"})
    void fileOfThePackageMayBeNamedAsOlderPackagesDo(String address) throws Exception {
        mets("MD5", false, address, "");
        assertEquals(
                0, findings().stream().filter(one -> one.startsWith("FILE_")).count(), findings()::toString);
        put("schemas/schema uno.xsd", "<other/>");
        assertTrue(findings().contains("FILE_ALTERED schemas/schema uno.xsd"), findings()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///%s", "file:/%s", "file:../%s", "file://../%s", "C:%s", "FILE:/%s"})
    void addressOfAFileOfTheMachineIsRefused(String address) throws Exception {
        mets("MD5", false, address, "");
        MinutesException refusal = assertThrows(MinutesException.class, this::findings);
        assertEquals("PACKAGE_MALFORMED", refusal.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/%s", "urn:x:%s"})
    void whatLiesElsewhereIsNotFetchedAndLeavesTheVerdictOpen(String address) throws Exception {
        mets("MD5", false, address, "");
        assertTrue(
                findings().containsAll(List.of("FILE_ELSEWHERE METS.xml", "FILE_NOT_LISTED documentation/Nota.txt")));
    }

    @Test
    void metsOfARepresentationMayCountItsAddressesFromThePackage() throws Exception {
        put("representations/rep1/METS.xml", """
                <mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="rep1" TYPE="Mixed"
                  PROFILE="https://earkcsip.dilcis.eu/profile/CSIP.xml"><structMap TYPE="PHYSICAL" LABEL="CSIP" ID="s1">
                <div ID="s1d" LABEL="rep1"><div ID="s1r" LABEL="Representations">
                <mptr xlink:type="simple" xlink:href="file:representations/rep1/METS.xml" LOCTYPE="URL"/></div></div>
                </structMap></mets>
                """);
        mets("SHA-256", false, "file:%s", "");
        assertEquals(
                0, findings().stream().filter(one -> one.startsWith("FILE_")).count(), findings()::toString);
    }

    @Test
    void pointerThatDoesNotSayWhatItIsMayNotLeadOutOfThePackage() throws Exception {
        mets("SHA-256", false, "%s", """
                <structMap ID="s2" LABEL="another"><div ID="s2d" LABEL="another">
                <mptr xlink:type="simple" xlink:href="../../etc/hostname"/></div></structMap>
                """);
        MinutesException refusal = assertThrows(MinutesException.class, this::findings);
        assertEquals("PACKAGE_MALFORMED", refusal.code());
    }

    private void mets(String function, boolean inCapitals, String encoding, String more) throws Exception {
        StringBuilder groups = new StringBuilder();
        for (String use : List.of("documentation", "schemas", "representations")) {
            groups.append("<fileGrp ID=\"g-" + use + "\" USE=\""
                    + use.substring(0, 1).toUpperCase(Locale.ROOT)
                    + use.substring(1) + (use.startsWith("rep") ? "/rep1\" csip:CONTENTINFORMATIONTYPE=\"MIXED" : "")
                    + "\">");
            try (var files = Files.walk(folder.resolve(use))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    groups.append("<file ID=\"f-" + use + "\" " + described(file, function, inCapitals) + "><FLocat "
                            + link(file, encoding) + "/></file>");
                }
            }
            groups.append("</fileGrp>");
        }
        Path other = folder.resolve("metadata/altro.txt");
        Files.writeString(
                folder.resolve("METS.xml"),
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <!-- as another tool writes it -->
                <mets xmlns="http://www.loc.gov/METS/" xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
                  xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="un pacchetto" TYPE="Mixed"
                  PROFILE="https://earksip.dilcis.eu/profile/E-ARK-SIP.xml">
                <metsHdr CREATEDATE="2019-04-14T20:00:00" csip:OAISPACKAGETYPE="SIP">
                <agent ROLE="CREATOR" TYPE="OTHER"><name>Qualcuno</name>
                <note csip:NOTETYPE="SOFTWARE VERSION">1.0</note></agent></metsHdr>
                <dmdSec ID="d1" CREATED="2020-04-15T15:32:18" STATUS="CURRENT"><mdRef MDTYPE="OTHER" OTHERMDTYPE="X"
                """
                        + described(other, function, inCapitals) + " " + link(other, encoding)
                        + "/></dmdSec><fileSec ID=\"fs\">"
                        + groups
                        + """
                </fileSec><structMap TYPE="PHYSICAL" LABEL="CSIP" ID="s1"><div ID="s1d" LABEL="un pacchetto">
                <div ID="s1m" LABEL="Metadata" DMDID="d1"/>
                <div ID="s1o" LABEL="Documentation"><fptr FILEID="g-documentation"/></div>
                <div ID="s1s" LABEL="Schemas"><fptr FILEID="g-schemas"/></div>
                <div ID="s1r" LABEL="Representations"><fptr FILEID="g-representations"/></div></div></structMap>
                """
                        + more + "</mets>\n");
    }

    private static String described(Path file, String function, boolean inCapitals) throws Exception {
        byte[] content = Files.readAllBytes(file);
        String hex =
                HexFormat.of().formatHex(MessageDigest.getInstance(function).digest(content));
        return "MIMETYPE=\"text/plain\" SIZE=\"" + content.length + "\" CREATED=\"2020-04-15T15:32:18\" CHECKSUM=\""
                + (inCapitals ? hex.toUpperCase(Locale.ROOT) : hex) + "\" CHECKSUMTYPE=\"" + function + "\"";
    }

    private String link(Path file, String encoding) {
        String path = folder.relativize(file).toString();
        String href = encoding.equals("form")
                ? java.net.URLEncoder.encode(path, StandardCharsets.UTF_8)
                : encoding.formatted(path.replace(" ", "%20"));
        return "LOCTYPE=\"URL\" xlink:type=\"simple\" xlink:href=\"" + href + "\"";
    }

    private void put(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), content);
    }

    private List<String> findings() throws IOException {
        return Packages.findings(MinutesArchive.verify(folder));
    }
}
