// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatureProof;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a session gives the reader's browser to check by itself. */
class VerifiablePageTest {
    private static final SignatureProof PROOF = SignatureProof.xades(
            "META-INF/signatures001.xml",
            "SHA256withECDSA",
            new byte[] {1},
            new byte[] {2},
            new byte[] {3},
            List.of(new byte[] {4}, new byte[] {5}));

    @TempDir
    Path folder;

    @Test
    void carriesTheSignaturesTakenApartAndTheScriptsThatCheckThem() throws Exception {
        PublishedSite site = write(minutes(), SiteOf.publication(folder).withProofs(List.of(PROOF)));
        JsonNode data = data(site);
        JsonNode proof = data.path("proofs").path(0);
        assertEquals("XAdES", proof.path("format").asText());
        assertArrayEquals(new byte[] {3}, proof.path("statement").binaryValue());
        assertArrayEquals(new byte[] {5}, proof.path("certificates").path(1).binaryValue());
        assertEquals(1, data.path("unchecked").asInt(), "two have signed, one is taken apart");
        String index = SiteOf.index(site);
        for (String script : SiteFiles.CHECKS) {
            assertTrue(site.files().contains(script), script);
            assertTrue(index.contains("<script src=\"" + script + "\" defer=\"defer\">"), script);
        }
        assertTrue(site.files().contains(SiteFiles.WORKER));
        assertTrue(index.contains("script-src &#39;self&#39;; style-src &#39;self&#39;;"), "the policy is as before");
    }

    @Test
    void givesTheScriptsEveryWordThatTheyAskForInBothLanguages() throws Exception {
        for (Locale language : List.of(Locale.ITALIAN, Locale.ENGLISH)) {
            PublishedSite site = PublicationSite.write(
                    RoccaverdeSession.signed(minutes()),
                    Publication.italian().withLanguage(language).withProofs(List.of(PROOF)),
                    folder.resolve(language.getLanguage()));
            Set<String> known = new TreeSet<>();
            data(site).path("words").fieldNames().forEachRemaining(known::add);
            String script = Files.readString(site.folder().resolve("verify.js"));
            Matcher asked = Pattern.compile("(?:say|fact)\\(\"([a-z.-]+)\"[,)]").matcher(script);
            Set<String> missing = new TreeSet<>();
            while (asked.find()) {
                if (!known.contains(asked.group(1))) {
                    missing.add(asked.group(1));
                }
            }
            assertEquals(Set.of(), missing);
            for (String fault : faults(site)) {
                assertTrue(known.contains("fault." + fault) || known.contains("unable." + fault), fault);
            }
        }
    }

    @Test
    void saysWhereEachSignedFileIsWhateverItIsCalledThere() throws Exception {
        Path captions = SiteOf.captions(folder, "Buonasera a tutti.");
        Publication what = Publication.italian()
                .withRecording(RoccaverdeSession.PART, SiteOf.recording(folder))
                .withCaptions(RoccaverdeSession.PART, captions)
                .withProofs(List.of(PROOF));
        ContainedFile spoken = new ContainedFile("captions.it.vtt", "text/vtt", Fingerprinter.fingerprint(captions));
        Path other = SiteOf.captions(Files.createDirectory(folder.resolve("other")), "Altro.");
        ContainedFile elsewhere = new ContainedFile("captions.vtt", "text/vtt", Fingerprinter.fingerprint(other));
        JsonNode files = data(PublicationSite.write(
                        signed(minutes(), List.of(spoken, elsewhere)), what, folder.resolve("site")))
                .path("files");
        assertEquals("captions.vtt", files.path("captions.it.vtt").asText());
        assertFalse(files.has("captions.vtt"), "the site has another file of that name");
        assertEquals("recording-1.mp4", files.path("recording-1.mp4").asText());
    }

    @Test
    void looksForNoSignedRecordingWhereARedactedCopyStandsInForIt() throws Exception {
        Path copy = Files.writeString(folder.resolve("copy.mp4"), "a film with a black stretch");
        Publication what = SiteOf.publication(folder)
                .withRedactedRecording(
                        RoccaverdeSession.PART,
                        RedactedCopy.of(
                                copy,
                                List.of(new RedactedCopy.Interval(Duration.ZERO, Duration.ofSeconds(9))),
                                "dati sulla salute"))
                .withProofs(List.of(PROOF));
        JsonNode data = data(write(minutes(), what));
        assertFalse(
                data.path("files").has(RoccaverdeSession.PART),
                data.path("files").toString());
        assertEquals(
                RoccaverdeSession.PART, data.path("parts").path(0).path("name").asText());
    }

    @Test
    void publishesTheTreeThatTheMinutesOrTheSignaturesName() throws Exception {
        Path recording = SiteOf.recording(folder);
        Path tree = tree(recording);
        Minutes naming =
                minutes().withTree(RoccaverdeSession.PART, ChunkTree.read(tree).root());
        Publication what = Publication.italian()
                .withRecording(RoccaverdeSession.PART, recording)
                .withTree(RoccaverdeSession.PART, tree)
                .withProofs(List.of(PROOF));
        PublishedSite site = write(naming, what);
        assertTrue(site.files().contains("recording-1.mp4.tree"));
        assertEquals(
                "recording-1.mp4.tree",
                data(site).path("files").path("recording-1.mp4.tree").asText());
        JsonNode times = data(site).path("parts").path(0).path("times");
        assertTrue(times.path("isRough").asBoolean(), "what is no film has no times");
        ContainedFile file =
                new ContainedFile("recording-1.mp4.tree", "application/octet-stream", Fingerprinter.fingerprint(tree));
        PublishedSite other =
                PublicationSite.write(signed(minutes(), List.of(file)), what, folder.resolve("signed-tree"));
        assertTrue(other.files().contains("recording-1.mp4.tree"));
    }

    @Test
    void refusesATreeThatProvesNothing() throws Exception {
        Path recording = SiteOf.recording(folder);
        Publication what = Publication.italian()
                .withRecording(RoccaverdeSession.PART, recording)
                .withTree(RoccaverdeSession.PART, tree(recording));
        MinutesException unsigned = assertThrows(MinutesException.class, () -> write(minutes(), what));
        assertEquals("TREE_UNSIGNED", unsigned.code());
        Minutes naming = minutes()
                .withTree(
                        RoccaverdeSession.PART,
                        ChunkTree.read(tree(SiteOf.captions(folder, "Altro."))).root());
        assertThrows(ContentMismatchException.class, () -> write(naming, what));
        assertFalse(Files.exists(folder.resolve("site")));
    }

    @Test
    void offersNoCheckOfAMeetingThatWasSecretInPart() throws Exception {
        Path recording = SiteOf.recording(folder);
        Path tree = tree(recording);
        Minutes minutes = SiteOf.minutes(SecretSession.secretItem(), recording)
                .withTree(RoccaverdeSession.PART, ChunkTree.read(tree).root());
        Path report = Files.writeString(folder.resolve("r.html"), SecretSession.CANARIES.get(0));
        ContainedFile telling = new ContainedFile(
                SecretSession.CANARIES.get(0) + ".pdf", "application/pdf", Fingerprinter.fingerprint(recording));
        PublishedSite site = PublicationSite.write(
                signed(minutes, List.of(telling)),
                SiteOf.publication(folder)
                        .withTree(RoccaverdeSession.PART, tree)
                        .withReport(report)
                        .withProofs(List.of(PROOF)),
                folder.resolve("site"));
        assertEquals(List.of("index.html", "site.css", "site.js"), site.files());
        assertTrue(site.withheld().containsAll(List.of("recording-1.mp4.tree", "report.html", "proofs")));
        String index = SiteOf.index(site);
        assertFalse(index.contains("verify-data") || index.contains(SecretSession.CANARIES.get(0)), index);
        assertTrue(index.contains("potrebbe rivelarla"), "the page says why");
    }

    @Test
    void saysWhenAFormCannotBeCheckedAndLeadsToTheReport() throws Exception {
        Path report = Files.writeString(folder.resolve("r.html"), "<html></html>");
        PublishedSite site =
                write(minutes(), Publication.italian().withReport(report).withProofs(List.of()));
        String index = SiteOf.index(site);
        assertTrue(index.contains("in una forma che il browser non sa controllare"));
        assertTrue(index.contains("<a href=\"report.html\">"));
        assertEquals(List.of("index.html", "report.html", "site.css", "site.js"), site.files());
    }

    @Test
    void showsNoSectionToWhoDoesNotAskForOne() throws Exception {
        assertFalse(SiteOf.index(write(minutes(), Publication.italian())).contains("id=\"verify\""));
    }

    private Minutes minutes() throws IOException {
        return SiteOf.minutes(RoccaverdeSession.meeting().build(), SiteOf.recording(folder));
    }

    private PublishedSite write(Minutes minutes, Publication what) throws IOException {
        return PublicationSite.write(RoccaverdeSession.signed(minutes), what, folder.resolve("site"));
    }

    private static SignedMinutes signed(Minutes minutes, List<ContainedFile> files) {
        return SignedMinutes.of(
                Path.of("minutes.asice"),
                minutes,
                files,
                RoccaverdeSession.signed(minutes).signatures());
    }

    private Path tree(Path file) throws IOException {
        Path target = folder.resolve(file.getFileName() + ".tree");
        Fingerprinter.fingerprintWithTree(file, Task.none()).tree().write(target);
        return target;
    }

    private static JsonNode data(PublishedSite site) throws IOException {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"verify-data\">(.*?)</script>")
                .matcher(SiteOf.index(site));
        assertTrue(data.find());
        return new ObjectMapper().readTree(data.group(1));
    }

    /** Every fault that the script of signatures can name. */
    private static List<String> faults(PublishedSite site) throws IOException {
        Matcher named = Pattern.compile("fault\\(\"([a-zA-Z]+)\"\\)")
                .matcher(Files.readString(site.folder().resolve("verify-signature.js")));
        List<String> faults = new ArrayList<>(List.of("unreadable"));
        while (named.find()) {
            faults.add(named.group(1));
        }
        return faults;
    }
}
