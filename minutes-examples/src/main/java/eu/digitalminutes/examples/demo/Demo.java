// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.archive.rendition.PdfRenderer;
import eu.digitalminutes.archive.rendition.Renditions;
import eu.digitalminutes.archive.rendition.WrittenAct;
import eu.digitalminutes.archive.sincro.SincroProfile;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.ProofExtractor;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The whole job, end to end, on the bundled ten minutes of an invented council: real signatures, a real time-stamping
 * authority over HTTP on this machine, trusted lists signed by a test PKI that is made on the spot.
 */
public final class Demo {
    /** The password of the two test keys, which protect nothing. */
    public static final String PASSWORD = "demo";

    private static final String PART = "recording-1.mp4";

    private Demo() {}

    /**
     * Runs the demo.
     *
     * @param folder where everything is written; replaced if it holds an earlier demo
     * @param language the language of the report's page
     * @param task progress and cancellation
     * @return the verdict on the minutes and their package
     * @throws IOException if something cannot be written; the folder is then as it was
     */
    public static Verdict run(Path folder, Locale language, Task task) throws IOException {
        try (DemoFolder work = DemoFolder.of(folder);
                PkiServer services = PkiServer.start()) {
            Verdict verdict = new Run(work.path(), services, language, task).all();
            work.commit();
            return verdict;
        }
    }

    /** One run, step by step. */
    private record Run(Path folder, PkiServer services, Locale language, Task task) {
        Verdict all() throws IOException {
            Path president = key("president", TestSigner.PRESIDENT);
            Path secretary = key("secretary", TestSigner.SECRETARY);
            SignedMinutes signed;
            try (SigningKey first = SigningKey.pkcs12(president, PASSWORD.toCharArray());
                    SigningKey second = SigningKey.pkcs12(secretary, PASSWORD.toCharArray())) {
                signed = sign(List.of(Signatory.president(first), Signatory.secretary(second)));
                archive(signed, second);
            }
            Path lotl = TrustBundle.write(folder.resolve("trust"), services.pki());
            TrustAnchors anchors = TrustAnchors.offlineLists(lotl);
            VerificationReport report =
                    MinutesVerifier.trusting(anchors).verify(signed.container(), Instant.now(), task);
            write("report.json", report.json(language) + "\n");
            write("report.html", report.html(language));
            report.writePdf(language, PdfRenderer.pdfA(), folder.resolve("report.pdf"));
            publish(signed);
            return report.report()
                    .and(MinutesArchive.verify(folder.resolve("archive"), IndexSealer.verifier(anchors), task))
                    .verdict();
        }

        private Path key(String name, TestSigner signer) throws IOException {
            Path file = Files.createDirectories(folder.resolve("keys")).resolve(name + ".p12");
            services.pki().identity(signer).writePkcs12(file, PASSWORD.toCharArray());
            return file;
        }

        private SignedMinutes sign(List<Signatory> signatories) throws IOException {
            Path recording = resource("recording.mp4", "recording.mp4");
            Path captions = resource("captions.it.vtt", "captions.it.vtt");
            Path tree = folder.resolve("recording.mp4.tree");
            ChunkTree chunks =
                    Fingerprinter.fingerprintWithTree(recording, task).tree();
            chunks.write(tree);
            Path facts = resource("minutes.json", "minutes.json");
            Minutes minutes = MinutesJson.read(facts).withTree(PART, chunks.root());
            MinutesJson.write(minutes, facts);
            Path act = folder.resolve("minutes.pdf");
            WrittenAct.writePdf(minutes, Locale.ITALIAN, act);
            Composition composition = Composition.of(minutes)
                    .withWrittenAct(act)
                    .withRecording(PART, recording)
                    .withAttachment(ChunkTree.nameFor(PART), tree)
                    .withAttachment("captions.it.vtt", captions);
            return new MinutesSigner(profile()).sign(composition, folder.resolve("minutes.asice"), signatories, task);
        }

        private SigningProfile profile() {
            return SigningProfile.italianCouncil(TimestampAuthority.at(services.tsa()));
        }

        private void archive(SignedMinutes signed, SigningKey key) throws IOException {
            ArchiveMetadata metadata = ArchiveMetadata.of(signed.minutes());
            Path file = folder.resolve("metadata.json");
            metadata.write(file);
            withSeal(file);
            MinutesArchive.write(
                    signed,
                    metadata,
                    SincroProfile.sealedBy(new IndexSealer(key, profile())),
                    Renditions.of(signed).make(task).files(),
                    folder.resolve("archive"),
                    PackageForm.DIRECTORY,
                    task);
        }

        /** What the command line needs to seal a package from the same metadata. */
        private void withSeal(Path file) throws IOException {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode metadata = (ObjectNode) mapper.readTree(Files.readString(file));
            metadata.putObject("seal").put("pkcs12", "keys/secretary.p12").put("password", PASSWORD);
            Files.writeString(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(metadata) + "\n");
        }

        private void publish(SignedMinutes signed) throws IOException {
            Publication publication = Publication.italian()
                    .withRecording(PART, folder.resolve("recording.mp4"))
                    .withCaptions(PART, folder.resolve("captions.it.vtt"))
                    .withWrittenAct(folder.resolve("minutes.pdf"))
                    .withFacts(folder.resolve("minutes.json"))
                    .withTree(PART, folder.resolve("recording.mp4.tree"))
                    .withContainer(signed.container())
                    .withReport(folder.resolve("report.html"))
                    .withProofs(ProofExtractor.proofs(signed.container()));
            PublicationSite.write(signed, publication, folder.resolve("site"), task);
        }

        private Path resource(String name, String file) throws IOException {
            Path target = folder.resolve(file);
            try (InputStream in = Demo.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the demo's " + name + " is not in the jar");
                }
                Files.copy(in, target);
            }
            return target;
        }

        private void write(String name, String text) throws IOException {
            Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
