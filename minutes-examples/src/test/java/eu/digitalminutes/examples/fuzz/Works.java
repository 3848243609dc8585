// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.FileSigner;
import eu.digitalminutes.signature.MinutesExcerpt;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** The small signed files of the corpus, made anew with keys that live as long as the run. */
final class Works implements AutoCloseable {
    private static final char[] PASSWORD = "segreta".toCharArray();

    final Path folder;
    final PkiServer services;
    final SigningKey president;
    final SigningKey secretary;
    final Path text;
    final Path lotl;
    private @Nullable SignedMinutes minutes;

    Works(Path folder) throws IOException {
        this.folder = folder;
        services = PkiServer.start();
        president = key(TestSigner.PRESIDENT);
        secretary = key(TestSigner.SECRETARY);
        text = Files.writeString(folder.resolve("atto.txt"), "atto ".repeat(100));
        lotl = TrustBundle.write(folder.resolve("trust"), services.pki());
    }

    private SigningKey key(TestSigner signer) throws IOException {
        TestIdentity identity = services.pki().identity(signer);
        Path file = folder.resolve(identity.name() + ".p12");
        identity.writePkcs12(file, PASSWORD);
        return SigningKey.pkcs12(file, PASSWORD);
    }

    SigningProfile profile() {
        return SigningProfile.italianCouncil(TimestampAuthority.at(services.tsa()));
    }

    FileSigner signer(SignatureForm form) {
        return new FileSigner(profile().toBuilder().form(form).build());
    }

    /** A signed file of a form. */
    Seed signed(SignatureForm form, Path content, String name, SigningKey key) throws IOException {
        Path target = folder.resolve(name);
        signer(form).sign(content, target, List.of(Signatory.claiming("Responsabile", key)), Task.none());
        return Seed.of(target);
    }

    /** Minutes of the demo's session with a recording of a few bytes. */
    SignedMinutes minutes() throws IOException {
        SignedMinutes made = minutes == null ? signedMinutes() : minutes;
        minutes = made;
        return made;
    }

    private SignedMinutes signedMinutes() throws IOException {
        Minutes demo = MinutesJson.read(Texts.demo("minutes.json").bytes());
        RecordingPart part = demo.recordings().get(0);
        Path recording = Files.writeString(folder.resolve(part.name()), "recording");
        Minutes minutes = Minutes.of(demo.meeting(), demo.rules())
                .withRecording(RecordingPart.of(
                        part.name(),
                        "video/mp4",
                        Fingerprinter.fingerprint(recording),
                        demo.meeting().scheduledAt(),
                        Duration.ofSeconds(600)));
        return new MinutesSigner(profile())
                .sign(
                        Composition.of(minutes)
                                .withRecording(part.name(), recording)
                                .withWrittenAct(pdf()),
                        folder.resolve("minutes.asice"),
                        List.of(Signatory.president(president), Signatory.secretary(secretary)),
                        Task.none());
    }

    /** An excerpt of minutes whose recording has a tree: here of one chunk, so that it is small. */
    Seed excerpt() throws IOException {
        Minutes demo = MinutesJson.read(Texts.demo("minutes.json").bytes());
        RecordingPart part = demo.recordings().get(0);
        Path recording = folder.resolve("recording.wav");
        AudioFormat format = new AudioFormat(8_000, 8, 1, false, false);
        try (AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(new byte[50_000]), format, 50_000)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, recording.toFile());
        }
        var pass = Fingerprinter.fingerprintWithTree(recording, Task.none());
        Path tree = folder.resolve("recording.tree");
        pass.tree().write(tree);
        Minutes minutes = Minutes.of(demo.meeting(), demo.rules())
                .withRecording(RecordingPart.of(
                        part.name(),
                        "video/mp4",
                        pass.fingerprint(),
                        demo.meeting().scheduledAt(),
                        part.duration()))
                .withTree(part.name(), pass.tree().root());
        Path container = new MinutesSigner(profile())
                .sign(
                        Composition.of(minutes)
                                .withRecording(part.name(), recording)
                                .withAttachment(ChunkTree.nameFor(part.name()), tree)
                                .withWrittenAct(pdf()),
                        folder.resolve("treed.asice"),
                        List.of(Signatory.president(president), Signatory.secretary(secretary)),
                        Task.none())
                .container();
        Path target = folder.resolve("excerpt.zip");
        MinutesExcerpt.ofTime(
                container, part.name(), new MediaSpan(Duration.ZERO, Duration.ofSeconds(2)), target, Task.none());
        return Seed.of(target);
    }

    Path pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return Files.write(folder.resolve("act.pdf"), bytes.toByteArray());
    }

    Stamps stamps() {
        return new Stamps(services.tsa(), BigInteger.ONE);
    }

    @Override
    public void close() {
        president.close();
        secretary.close();
        services.close();
    }
}
