// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.judges;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.examples.demo.Demo;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.SignatureExtender;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The bundled session with keys, services and trusted lists of its own. */
final class SignedSession implements AutoCloseable {
    static final String PASSWORD = "demo";

    final Path folder;
    final PkiServer services;

    /** Lays {@code minutes.json}, {@code recording.mp4}, {@code captions.it.vtt} and {@code keys/} into a folder. */
    SignedSession(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (String name : new String[] {"minutes.json", "recording.mp4", "captions.it.vtt"}) {
            try (InputStream in = Demo.class.getResourceAsStream(name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        this.services = PkiServer.start();
        Files.createDirectories(folder.resolve("keys"));
        key("president", TestSigner.PRESIDENT);
        key("secretary", TestSigner.SECRETARY);
    }

    private void key(String name, TestSigner signer) throws IOException {
        services.pki().identity(signer).writePkcs12(folder.resolve("keys/" + name + ".p12"), PASSWORD.toCharArray());
    }

    private SigningKey key(String name) throws IOException {
        return SigningKey.pkcs12(folder.resolve("keys/" + name + ".p12"), PASSWORD.toCharArray());
    }

    private SigningProfile profile() {
        return SigningProfile.italianCouncil(TimestampAuthority.at(services.tsa()));
    }

    /** The container with both signatures, at level T. */
    SignedMinutes sign() throws IOException {
        try (SigningKey president = key("president");
                SigningKey secretary = key("secretary")) {
            return new MinutesSigner(profile())
                    .sign(
                            Composition.of(MinutesJson.read(folder.resolve("minutes.json")))
                                    .withRecording("recording-1.mp4", folder.resolve("recording.mp4"))
                                    .withAttachment("captions.it.vtt", folder.resolve("captions.it.vtt")),
                            folder.resolve("minutes.asice"),
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
        }
    }

    /** The same at a higher level, with answers of the authorities' own services. */
    Path extend(Path container, String name, SignatureLevel level) throws IOException {
        Path extended = Files.copy(container, folder.resolve(name));
        Path lists = TrustBundle.write(folder.resolve("lists"), services.pki());
        for (String authority : new String[] {"ca-qc", "ca-tsa", "ca-other"}) {
            Files.delete(folder.resolve("lists/crl/" + authority + ".crl"));
        }
        SignatureExtender.of(
                        TimestampAuthority.at(services.tsa()),
                        TrustAnchors.offlineLists(lists),
                        RevocationAccess.ONLINE)
                .extend(extended, level);
        return extended;
    }

    /** The package, its index sealed by the Secretary. */
    Path pack(SignedMinutes signed) throws IOException {
        try (SigningKey secretary = key("secretary")) {
            MinutesArchive.write(
                    signed,
                    ArchiveMetadata.of(signed.minutes()),
                    new IndexSealer(secretary, profile()),
                    folder.resolve("archive"),
                    PackageForm.DIRECTORY);
        }
        return folder.resolve("archive");
    }

    /** The trusted lists as they are now; returns the list of lists. */
    Path trust() throws IOException {
        return TrustBundle.write(folder.resolve("trust"), services.pki());
    }

    @Override
    public void close() {
        services.close();
    }
}
