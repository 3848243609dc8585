// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Whoever makes a document chooses the names in it: of signers, roles, authorities and files. */
class HostileReportTest {
    private static final String HOSTILE =
            "</title></style></svg><script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' &amp; {0} '{'"
                    + "\u0000\u0007\u001b\n\u2028\u202efdp.exe\u2066\ud800\ufffe";

    private static VerificationReport hostile() {
        return SampleReport.of(
                HOSTILE,
                List.of(SampleReport.signature(HOSTILE)
                        .signer(HOSTILE, HOSTILE, HOSTILE)
                        .answer(HOSTILE, "INDETERMINATE", "TRY_LATER", HOSTILE, List.of(HOSTILE))
                        .references(List.of(new SignedReference(HOSTILE, false, false)))
                        .madeWith(
                                HOSTILE,
                                VerifiedCertificate.of(HOSTILE, HOSTILE, "1f", SampleReport.SIGNED, SampleReport.AT))
                        .build()),
                SampleReport.finding("REVOCATION_UNKNOWN", HOSTILE));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void pageAndPictureStayWellFormedAndHoldNothingOfTheirs() throws Exception {
        for (Locale language : List.of(Locale.ITALIAN, Locale.ENGLISH)) {
            String page = hostile().html(language);
            Document document = parsed(page.substring(page.indexOf("<html")));
            assertEquals(0, document.getElementsByTagName("script").getLength());
            assertEquals(0, document.getElementsByTagName("img").getLength());
            assertEquals(1, document.getElementsByTagName("style").getLength());
            assertEquals(1, document.getElementsByTagName("svg").getLength());
            assertFalse(page.matches("(?s).*<[^>]* on(load|error)=.*"), page);
            assertFalse(page.contains("\u202e") || page.contains("\u2066") || page.contains("\u0007"));
            String picture = hostile().timeline(language);
            assertEquals("svg", parsed(picture).getDocumentElement().getNodeName());
            assertEquals(0, parsed(picture).getElementsByTagName("script").getLength());
            assertTrue(picture.contains("&lt;script&gt;"), picture);
        }
    }

    @Test
    void theJsonKeepsItsSchema() throws Exception {
        try (InputStream in = VerificationReport.class.getResourceAsStream("report.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
            VerifiedSignature revoked = SampleReport.signature("Anna Bianchi")
                    .madeWith(
                            "",
                            SampleReport.CERTIFICATE.withRevocation(VerifiedRevocation.revoked(
                                    "OCSP", SampleReport.AT, null, SampleReport.SIGNED, "keyCompromise")))
                    .build();
            for (VerificationReport report :
                    List.of(SampleReport.of("x", List.of()), SampleReport.of("x", List.of(revoked)))) {
                assertEquals(List.of(), schema.validate(report.json(Locale.ENGLISH), InputFormat.JSON));
            }
        }
    }

    @Test
    void aThousandSignaturesMakeAPictureOfASizeThatCanBeLookedAt() throws Exception {
        List<VerifiedSignature> many = new ArrayList<>();
        IntStream.range(0, 1_000)
                .mapToObj(i -> SampleReport.signature("Firmatario " + i).build())
                .forEach(many::add);
        String picture = SampleReport.of("x", many).timeline(Locale.ITALIAN);
        assertTrue(picture.length() < 600_000, "length " + picture.length());
        assertTrue(picture.contains("altre 988 nella tabella"), picture);
        assertFalse(picture.substring(picture.indexOf("</desc>")).contains("Firmatario 12"));
    }

    @Test
    void nothingSignedIsSaidInWords() throws Exception {
        VerificationReport report = SampleReport.of("vuoto.asice", List.of());
        String page = report.html(Locale.ITALIAN);
        assertTrue(page.contains("Nessuna firma."), page);
        assertEquals(
                "svg",
                parsed(report.timeline(Locale.ITALIAN)).getDocumentElement().getNodeName());
        assertEquals(List.of(), report.expertReports());
    }
}
