// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A package built as the smallest in the corpus of the E-ARK board is: one representation with a METS of its own, named
 * by {@code file:} and listed by MD5, whose pointer counts from the package; the structural map still has the name of the
 * first specification, the profile is that of CSIP, and nobody submits it.
 *
 * @see <a href="https://github.com/DILCISBoard/eark-ip-test-corpus">eark-ip-test-corpus, minimal_IP_with_1_representation</a>
 */
final class BoardPackage {
    private static final String NAME = "pacchetto-minimo";
    private static final String REPRESENTATION = "representations/rep1/METS.xml";

    private BoardPackage() {}

    static Path zip(Path file) throws IOException {
        byte[] representation = mets("rep1", "");
        byte[] root = mets(NAME, """
                <fileSec ID="files"><fileGrp ID="group" USE="Representations/rep1" csip:CONTENTINFORMATIONTYPE="MIXED">
                <file ID="mets" MIMETYPE="application/xml" SIZE="%d" CREATED="2019-04-16T20:34:00" CHECKSUM="%s"
                CHECKSUMTYPE="MD5"><FLocat LOCTYPE="URL" xlink:type="simple" xlink:href="%s"/></file></fileGrp></fileSec>
                """.formatted(representation.length, md5(representation), REPRESENTATION));
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
            Packages.add(out, NAME + "/METS.xml", root);
            Packages.add(out, NAME + "/" + REPRESENTATION, representation);
        }
        return file;
    }

    private static byte[] mets(String identifier, String files) {
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <mets xmlns="http://www.loc.gov/METS/" xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
                  xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="%s" TYPE="Mixed" csip:CONTENTINFORMATIONTYPE="MIXED"
                  PROFILE="https://earkcsip.dilcis.eu/profile/CSIP.xml">
                <metsHdr CREATEDATE="2019-04-14T20:00:00" csip:OAISPACKAGETYPE="SIP">
                <agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE"><name>Un programma</name>
                <note csip:NOTETYPE="SOFTWARE VERSION">1.0</note></agent></metsHdr>
                %s<structMap TYPE="PHYSICAL" LABEL="CS IP StructMap" ID="map"><div ID="main" LABEL="%s">
                <div ID="metadata" LABEL="Metadata"/><div ID="representations" LABEL="Representations">
                <div ID="rep1" LABEL="rep1"><mptr xlink:type="simple" xlink:href="file:%s" LOCTYPE="URL"/>
                <div LABEL="data"/></div></div></div></structMap></mets>
                """.formatted(identifier, files, NAME, REPRESENTATION).getBytes(StandardCharsets.UTF_8);
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime has no MD5", e);
        }
    }
}
