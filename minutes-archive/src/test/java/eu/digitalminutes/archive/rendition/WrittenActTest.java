// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class WrittenActTest {
    private static LocalRules cited(String source) {
        LocalRules rules = LocalRules.ordinaryCouncil();
        return rules.toBuilder()
                .firstCall(rules.firstCall().toBuilder().source(source).build())
                .build();
    }

    private static final String SECRET_TITLE = "Zanzibar: contenzioso con il dipendente";
    private static final String SECRET_WORDS = "Quanto detto a porte chiuse";
    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)>\u0000\u0007\u001B & \"q\" 'a' \uFFFE\uD800 \u202Eotnoc \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u6F22\u5B57 \uD83D\uDE00";

    @TempDir
    Path folder;

    @Test
    void isPdfA2aByTheReferenceValidator() throws Exception {
        Path pdf = pdf(RoccaverdeSession.minutes(), Locale.ITALIAN);
        keep(pdf, "act.pdf");
        assertEquals(List.of(), PdfConformance.violations(pdf, PDFAFlavour.PDFA_2_A));
    }

    @Test
    void isPdfUa1ByTheReferenceValidator() throws Exception {
        Path pdf = pdf(RoccaverdeSession.minutes(), Locale.ENGLISH);
        keep(pdf, "act-en.pdf");
        assertEquals(List.of(), PdfConformance.violations(pdf, PDFAFlavour.PDFUA_1));
    }

    @Test
    void isNoPdfA4SoTheValidatorCanSayNo() throws Exception {
        Path pdf = pdf(RoccaverdeSession.minutes(), Locale.ITALIAN);
        assertFalse(PdfConformance.violations(pdf, PDFAFlavour.PDFA_4).isEmpty());
    }

    @Test
    void namesItselfInItsMetadata() throws Exception {
        try (PDDocument document =
                Loader.loadPDF(pdf(RoccaverdeSession.minutes(), Locale.ITALIAN).toFile())) {
            assertEquals("it", document.getDocumentCatalog().getLanguage());
            String title = document.getDocumentInformation().getTitle();
            assertTrue(title.contains("Comune di Roccaverde sul Tevere") && title.contains("n. 4/2026"), title);
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8");
            assertTrue(xmp.contains(title), xmp);
            assertTrue(xmp.contains("2026-03-12T18:14:39"), xmp);
        }
    }

    @Test
    void saysWhoWasThereWhatWasVotedAndWhichFileIsTheRecording() throws Exception {
        String text = text(pdf(RoccaverdeSession.minutes(), Locale.ITALIAN));
        for (String expected : List.of(
                "Consiglio comunale",
                "giovedì 12 marzo 2026",
                "Marini Paolo",
                "assente giustificato",
                "Bianchi Anna",
                "esce alle 18:10",
                "Presenti computati 8, richiesti 5: la seduta è valida.",
                "Esce Ilaria Romano (Consigliere).",
                "La seduta è sospesa. Motivo: richiesta dei capigruppo",
                "Contrari Elena Leone",
                "Astenuti Luca Gallo, Carlo Moretti",
                "Voti favorevoli necessari: 6.",
                "immediata eseguibilità approvata",
                "Emendamento Conti",
                "computati 7, richiesti 5",
                RoccaverdeSession.RECORDING.digest().hex(),
                "4.767.517 byte (4,8 MB)",
                "12/03/2026 18:05:00 (UTC+01:00)",
                "0:10:00",
                "firmato digitalmente")) {
            assertTrue(text.contains(expected), expected + " is not in:\n" + text);
        }
    }

    @Test
    void speaksEnglishWhenAsked() {
        String html = WrittenAct.html(RoccaverdeSession.minutes(), Locale.US);
        assertTrue(html.contains("lang=\"en\""));
        assertTrue(html.contains("immediate execution approved"));
        assertTrue(html.contains("4,767,517 bytes"));
    }

    @Test
    void givesTheSameBytesForTheSameMinutes() throws Exception {
        byte[] first = Files.readAllBytes(pdf(RoccaverdeSession.minutes(), Locale.ITALIAN));
        byte[] again = Files.readAllBytes(pdf(RoccaverdeSession.minutes(), Locale.ITALIAN));
        assertArrayEquals(first, again);
    }

    @Test
    void givesOnlyTotalsOfASecretBallot() throws Exception {
        Meeting.Builder meeting = RoccaverdeSession.head();
        open(meeting);
        meeting.event(RoccaverdeSession.at(60), new Business.ItemOpened("item-1"));
        secretVote(meeting, "item-1");
        meeting.event(RoccaverdeSession.at(100), new Conduct.Closed());
        Minutes minutes = Minutes.of(meeting.build(), LocalRules.ordinaryCouncil());
        String html = WrittenAct.html(minutes, Locale.ITALIAN);
        String vote = html.substring(html.indexOf("<div class=\"vote\">"));
        vote = vote.substring(0, vote.indexOf("</div>"));
        assertTrue(vote.contains("sono riportati i soli totali"), vote);
        for (String name : List.of("Bianchi", "Conti", "Ferri")) {
            assertFalse(vote.contains(name), vote);
        }
    }

    @Test
    void keepsASecretItemShortAndApart() throws Exception {
        Minutes minutes = RoccaverdeSession.withRecording(secretItem().build());
        String html = WrittenAct.html(minutes, Locale.ITALIAN);
        assertFalse(html.contains(SECRET_WORDS));
        int apart = html.indexOf("Parte in seduta segreta");
        assertTrue(apart > 0 && html.indexOf(SECRET_TITLE) > apart, "the title stands in the separate part only");
        assertEquals(html.indexOf(SECRET_TITLE), html.lastIndexOf(SECRET_TITLE));
        Path pdf = pdf(minutes, Locale.ITALIAN);
        keep(pdf, "act-secret.pdf");
        assertFalse(text(pdf).contains(SECRET_WORDS));
        assertEquals(List.of(), PdfConformance.violations(pdf, PDFAFlavour.PDFA_2_A));
    }

    @Test
    void escapesWhateverTheFactsContain() throws Exception {
        Meeting.Builder meeting = RoccaverdeSession.head();
        open(meeting);
        meeting.event(RoccaverdeSession.at(50), new Business.Spoke("conti", HOSTILE));
        meeting.event(RoccaverdeSession.at(51), new Business.Noted(HOSTILE));
        meeting.item("5", HOSTILE);
        meeting.event(RoccaverdeSession.at(60), new Business.ItemOpened("item-5"));
        meeting.event(RoccaverdeSession.at(70), new Attending.Left("ferri", HOSTILE));
        Minutes minutes = Minutes.of(meeting.build(), cited(HOSTILE));
        String html = WrittenAct.html(minutes, Locale.ITALIAN);
        assertFalse(html.contains("<img"));
        assertTrue(html.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"));
        assertTrue(html.chars().noneMatch(point -> point < 0x20 && point != '\n'));
        assertFalse(html.contains("\u202E"));
        assertEquals("html", parsed(html).getDocumentElement().getNodeName());
        Path pdf = pdf(minutes, Locale.ITALIAN);
        keep(pdf, "act-hostile.pdf");
        assertEquals(List.of(), PdfConformance.violations(pdf, PDFAFlavour.PDFA_2_A));
    }

    @Test
    void holdsTwoHundredItemsAndAVeryLongSpeech() throws Exception {
        Meeting.Builder meeting = RoccaverdeSession.head();
        open(meeting);
        for (int i = 100; i < 300; i++) {
            meeting.item(Integer.toString(i), "Oggetto del punto " + i);
            meeting.event(RoccaverdeSession.at(i), new Business.ItemOpened("item-" + i));
        }
        meeting.event(
                RoccaverdeSession.at(400),
                new Business.Spoke("conti", "Parola ".repeat(8_000) + "x".repeat(3_000) + "\n".repeat(300) + "fine"));
        Path pdf = pdf(RoccaverdeSession.withRecording(meeting.build()), Locale.ITALIAN);
        String text = text(pdf);
        assertTrue(text.contains("Oggetto del punto 299") && text.contains("fine"));
    }

    @Test
    void saysHowRemoteMembersCameAndWent() {
        Meeting.Builder meeting = RoccaverdeSession.head();
        open(meeting);
        meeting.event(RoccaverdeSession.at(60), new Business.ItemOpened("item-1"));
        meeting.event(RoccaverdeSession.at(70), new Attending.Left("ferri", "perdita della connessione"));
        meeting.event(
                RoccaverdeSession.at(130), new Attending.Joined("ferri", AttendanceMode.REMOTE, "SPID di livello 2"));
        meeting.event(RoccaverdeSession.at(200), new Conduct.Closed());
        String html = WrittenAct.html(Minutes.of(meeting.build(), LocalRules.ordinaryCouncil()), Locale.ITALIAN);
        assertTrue(html.contains("esce alle 18:06; entra alle 18:07 (da remoto)"), html);
        assertTrue(html.contains("Motivo: perdita della connessione"));
        assertTrue(html.contains("modalità di identificazione: SPID di livello 2"));
    }

    @Test
    void saysSoWhenThereIsNoRecordingAndNothingHappened() {
        Minutes minutes = Minutes.of(RoccaverdeSession.head().build(), LocalRules.ordinaryCouncil());
        String html = WrittenAct.html(minutes, Locale.ITALIAN);
        assertTrue(html.contains("Della seduta non esiste registrazione"));
        assertTrue(html.contains("Punto non trattato."));
    }

    @Test
    void leavesTheTargetAsItWasWhenItCannotBeWritten() throws Exception {
        Path missing = folder.resolve("nowhere").resolve("act.pdf");
        assertThrows(
                IOException.class, () -> WrittenAct.writePdf(RoccaverdeSession.minutes(), Locale.ITALIAN, missing));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    private static Meeting.Builder secretItem() {
        Meeting.Builder meeting = RoccaverdeSession.head();
        meeting.agenda(List.of(AgendaItem.of("item-9", "9", SECRET_TITLE, Publicity.SECRET)));
        open(meeting);
        meeting.event(RoccaverdeSession.at(60), new Business.ItemOpened("item-9"));
        meeting.event(RoccaverdeSession.at(61), new Business.Spoke("conti", SECRET_WORDS));
        meeting.event(RoccaverdeSession.at(62), new Business.Noted(SECRET_WORDS));
        secretVote(meeting, "item-9");
        meeting.event(RoccaverdeSession.at(95), new Business.ItemOpened("item-1"));
        return meeting.event(RoccaverdeSession.at(100), new Conduct.Closed());
    }

    private static void open(Meeting.Builder meeting) {
        meeting.event(RoccaverdeSession.at(0), new Conduct.Opened("bianchi", "rinaldi"));
        for (String seat : List.of("bianchi", "conti", "deluca", "ferri", "gallo", "rinaldi")) {
            meeting.event(RoccaverdeSession.at(10), new Attending.Joined(seat, AttendanceMode.IN_PERSON, ""));
        }
        meeting.event(RoccaverdeSession.at(20), new Conduct.QuorumVerified());
    }

    private static void secretVote(Meeting.Builder meeting, String item) {
        meeting.event(
                RoccaverdeSession.at(80),
                new Voting.VoteOpened("s1", item, VoteKind.MAIN, VotingMethod.SECRET_BALLOT, ""));
        meeting.event(RoccaverdeSession.at(85), new Voting.VoteClosed("s1", new Tally(3, 1, 0, 0, 1, 0), Map.of()));
        meeting.event(RoccaverdeSession.at(90), new Voting.Proclaimed("s1", Outcome.APPROVED));
    }

    private Path pdf(Minutes minutes, Locale language) throws IOException {
        Path pdf = Files.createTempDirectory(folder, "act").resolve("act.pdf");
        WrittenAct.writePdf(minutes, language, pdf);
        return pdf;
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf("<html")))));
    }

    /** Leaves a copy where people can look at it. */
    private static void keep(Path pdf, String name) throws IOException {
        Path target = Files.createDirectories(Path.of("target", "drawn")).resolve(name);
        Files.deleteIfExists(target);
        Files.copy(pdf, target);
    }
}
