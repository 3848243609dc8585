// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.rendition.PdfRenderer;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class AlboRegisterTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T09:00:00+01:00");
    private static final LocalDate FROM = LocalDate.parse("2026-03-02");
    private static final LocalDate LAST = LocalDate.parse("2026-03-17");
    private static final String DIGEST = "805ccbc70e73a294d6a788305f7a9fe0f41163849591c53e0a336fcc222282be";

    @TempDir
    Path folder;

    @Test
    void numbersHaveSevenDigitsAndRestartEachYear() {
        AlboRegister register = AlboRegister.empty()
                .register(AT, act(), FROM)
                .register(AT, act(), FROM)
                .register(OffsetDateTime.parse("2027-01-02T09:00:00+01:00"), act(), LocalDate.parse("2027-01-02"));
        assertEquals(
                "[2026/0000001, 2026/0000002, 2027/0000001]",
                register.entries().stream().map(AlboEntry::number).toList().toString());
    }

    @Test
    void anEntryIsBeingPublishedThenExpiredAndAnAnnulledOneStaysReadable() {
        AlboRegister register = AlboRegister.empty().register(AT, act(), FROM);
        AlboEntry entry = register.last().orElseThrow();
        assertEquals(LAST, entry.to());
        assertEquals(AlboState.CURRENT, entry.state(FROM));
        assertEquals(AlboState.CURRENT, entry.state(LAST));
        assertEquals(AlboState.EXPIRED, entry.state(LAST.plusDays(1)));
        assertFalse(entry.isVisible(LAST.plusDays(1)));

        AlboRegister annulled = register.annul(entry.number(), AT.plusDays(2), "Pubblicato per errore");
        AlboEntry after = annulled.last().orElseThrow();
        assertEquals(AlboState.ANNULLED, after.state(FROM.plusDays(3)));
        assertTrue(after.isVisible(LAST));
        String page = files(annulled, FROM.plusDays(3)).get("albo/2026/0000001/index.html");
        assertTrue(page.contains("annullato") && page.contains("Pubblicato per errore") && page.contains(DIGEST));
        assertEquals(
                "ALBO_ANNULLED",
                assertThrows(MinutesException.class, () -> annulled.annul(entry.number(), AT, "di nuovo"))
                        .code());
    }

    @Test
    void aDayWithoutTheAlboLengthensWhatIsBeingPublishedOnly() {
        AlboRegister register = AlboRegister.empty()
                .register(AT, act(), FROM)
                .register(AT, act(), FROM.plusDays(10))
                .interrupted(FROM.plusDays(5));
        assertEquals(LAST.plusDays(1), register.entries().get(0).to());
        assertEquals(0, register.entries().get(1).interrupted().size());
    }

    @Test
    void readsWhatItWrites() throws Exception {
        Path file = folder.resolve("albo.json");
        AlboRegister register = AlboRegister.empty()
                .register(AT, act(), FROM, 30, 10)
                .register(AT, act(), FROM)
                .interrupted(FROM.plusDays(1));
        register.annul(register.entries().get(1).number(), AT, "Errore").write(file);
        AlboRegister.read(file).write(folder.resolve("again.json"));
        assertEquals(-1, Files.mismatch(file, folder.resolve("again.json")));
        Files.writeString(file, Files.readString(file).replace("2026/0000002", "2026/0000003"));
        MinutesException gap = assertThrows(MinutesException.class, () -> AlboRegister.read(file));
        assertEquals("ALBO_NUMBERING", gap.code());
        Files.writeString(file, "[]");
        assertEquals(
                "ALBO_UNREADABLE",
                assertThrows(MinutesException.class, () -> AlboRegister.read(file))
                        .code());
    }

    @Test
    void termsAndLinksThatMakeNoSenseAreRefused() {
        AlboRegister register = AlboRegister.empty();
        assertThrows(IllegalArgumentException.class, () -> register.register(AT, act(), FROM, Integer.MAX_VALUE, 0));
        assertThrows(IllegalArgumentException.class, () -> register.register(AT, act(), FROM, 15, -1));
        assertThrows(IllegalArgumentException.class, () -> register.register(AT, act(), FROM.minusDays(1)));
        for (String link : new String[] {"javascript:alert(1)", "//other.example/x", "../../etc", "a b.pdf", "/root"}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new AlboDocument(
                            "a.pdf",
                            "",
                            "application/pdf",
                            act().documents().get(0).fingerprint(),
                            link,
                            AlboDocument.Version.INTEGRAL),
                    link);
        }
    }

    @Test
    void theCertificateIsReadyForASealer() throws Exception {
        AlboEntry entry = AlboRegister.empty().register(AT, act(), FROM).last().orElseThrow();
        Path certificate = folder.resolve("referta.html");
        PublicationCertificate.of(entry, "Comune di Roccaverde", AT.plusDays(30))
                .write(Locale.ITALIAN, certificate);
        Sealer sealer = index -> Files.writeString(index.resolveSibling(index.getFileName() + ".p7s"), "seal");
        assertTrue(Files.exists(sealer.seal(certificate)));
        assertTrue(Files.readString(certificate).contains("Mario Rossi"), "what was certified keeps its names");
    }

    @Test
    void whenTheDaysAreOverNamesAreMaskedAndOnlyExtractsStayLinked() {
        AlboRegister register = AlboRegister.empty().register(AT, act(), FROM, 15, 30);
        LocalDate after = LAST.plusDays(1);
        Map<String, String> during = files(register, LAST);
        assertTrue(during.get("albo/2026/0000001/index.html").contains("Mario Rossi"));
        files(register, after).forEach((name, text) -> {
            assertFalse(text.toLowerCase(Locale.ROOT).contains("mario rossi"), name);
            assertFalse(text.contains("delibera-rossi.pdf"), name);
        });
        assertTrue(files(register, after).get("albo/2026/0000001/index.html").contains("estratto.pdf"));
        assertTrue(files(register, LAST.plusDays(31)).keySet().stream().noneMatch(name -> name.contains("0000001")));
        assertFalse(register.forget(after).last().orElseThrow().act().subject().contains("Rossi"));
    }

    @Test
    void noPageOfTheAlboIsForSearchEngines() {
        Map<String, String> files = files(AlboRegister.empty().register(AT, act(), FROM), FROM);
        files.forEach((name, text) -> {
            if (name.endsWith(".html")) {
                assertTrue(text.contains("<meta name=\"robots\" content=\"noindex, noarchive\"/>"), name);
            }
        });
        assertEquals("User-agent: *\nDisallow: /sedute/albo/\n", files.get("robots.txt"));
    }

    @Test
    void theFeedHasTheFormOfAlboPop() throws Exception {
        AlboRegister register = AlboRegister.empty();
        for (int i = 0; i < 30; i++) {
            register = register.register(AT, act(), FROM);
        }
        String feed = files(register, FROM).get("albo/feed.xml");
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(feed)));
        assertEquals(25, xml.getElementsByTagName("item").getLength(), "at most 25");
        assertTrue(feed.contains("<title>AlboPOP - Comune - Comune di Roccaverde</title>"));
        assertTrue(feed.contains("<xhtml:meta name=\"robots\" content=\"noindex\"/>"));
        assertTrue(feed.contains("specs#item-category-uid\">2026/0000030</category>"));
        assertTrue(feed.contains("specs#item-category-pubEnd\">Tue, 17 Mar 2026 00:00:00 +0100</category>"));
        assertTrue(feed.contains("<pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate>"));
        assertTrue(
                feed.contains(
                        "<enclosure url=\"https://comune.example/sedute/docs/delibera.pdf\" length=\"4767517\" type=\"application/pdf\"/>"));
    }

    @Test
    void theCertificateIsMadeAfterTheLastDayAndNamesEveryDigest() throws Exception {
        AlboEntry entry = AlboRegister.empty().register(AT, act(), FROM).last().orElseThrow();
        OffsetDateTime lastDay = OffsetDateTime.parse("2026-03-17T23:00:00+01:00");
        MinutesException early = assertThrows(
                MinutesException.class, () -> PublicationCertificate.of(entry, "Comune di Roccaverde", lastDay));
        assertEquals("ALBO_NOT_ENDED", early.code());
        PublicationCertificate certificate =
                PublicationCertificate.of(entry, "Comune di Roccaverde", lastDay.plusDays(1));
        String page = certificate.html(Locale.ITALIAN);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.substring(page.indexOf("<html")))));
        assertTrue(page.contains("Referta")
                && page.contains(DIGEST)
                && page.contains("dal 2 marzo 2026 al 17 marzo 2026"));
        Path pdf = folder.resolve("referta.pdf");
        certificate.writePdf(Locale.ITALIAN, PdfRenderer.pdfA(), pdf);
        assertTrue(Files.size(pdf) > 1000);
        certificate.write(Locale.ENGLISH, folder.resolve("referta.html"));
        assertTrue(Files.readString(folder.resolve("referta.html")).contains("Certificate of publication"));
    }

    private static Map<String, String> files(AlboRegister register, LocalDate day) {
        return AlboSite.of(register, AlboPublisher.municipality("Comune di Roccaverde"), Locale.ITALIAN)
                .at(URI.create("https://comune.example/sedute/"))
                .files(day);
    }

    private static AlboAct act() {
        Fingerprint fingerprint = new Fingerprint(new Digest(DIGEST), 4767517L);
        return AlboAct.of("Deliberazione del Consiglio", "Contributo a Mario Rossi", "Segreteria generale")
                .reference("n. 12/2026")
                .office("Affari generali")
                .area("AAGG")
                .responsible("Bruno Rinaldi")
                .personalName("Mario Rossi")
                .personalName("rossi")
                .document(new AlboDocument(
                        "delibera-rossi.pdf",
                        "Deliberazione",
                        "application/pdf",
                        fingerprint,
                        "docs/delibera.pdf",
                        AlboDocument.Version.INTEGRAL))
                .document(new AlboDocument(
                        "estratto.pdf",
                        "Estratto",
                        "application/pdf",
                        fingerprint,
                        "docs/estratto.pdf",
                        AlboDocument.Version.EXTRACT))
                .executableFrom(LocalDate.parse("2026-03-12"))
                .build();
    }
}
