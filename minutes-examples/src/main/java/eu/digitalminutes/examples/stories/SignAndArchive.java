// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.archive.rendition.WrittenAct;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** From the facts of a meeting and its recording to signed, verified, preserved and published minutes. */
public final class SignAndArchive {
    private SignAndArchive() {}

    /**
     * Does the whole job for one meeting.
     *
     * @param arguments the folder with {@code minutes.json}, {@code recording.mp4}, {@code keys/} and {@code trust/};
     *     the address of a time-stamping authority; the password of the two keys
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println(run(Path.of(arguments[0]), URI.create(arguments[1]), arguments[2].toCharArray()));
    }

    static Verdict run(Path folder, URI tsa, char[] pin) throws IOException {
        // region readme
        Minutes minutes = MinutesJson.read(folder.resolve("minutes.json"));
        WrittenAct.writePdf(minutes, Locale.ITALIAN, folder.resolve("minutes.pdf"));

        Composition composition = Composition.of(minutes)
                .withWrittenAct(folder.resolve("minutes.pdf"))
                .withRecording("recording-1.mp4", folder.resolve("recording.mp4"));
        SigningProfile profile = SigningProfile.italianCouncil(TimestampAuthority.at(tsa));

        try (SigningKey president = SigningKey.pkcs12(folder.resolve("keys/president.p12"), pin);
                SigningKey secretary = SigningKey.pkcs12(folder.resolve("keys/secretary.p12"), pin)) {
            SignedMinutes signed = new MinutesSigner(profile)
                    .sign(
                            composition,
                            folder.resolve("minutes.asice"),
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));

            TrustAnchors trust = TrustAnchors.offlineLists(folder.resolve("trust/lotl.xml"));
            Verdict verdict = MinutesVerifier.trusting(trust)
                    .verify(signed.container())
                    .requireValid()
                    .verdict();

            MinutesArchive.write(
                    signed,
                    ArchiveMetadata.of(minutes),
                    new IndexSealer(secretary, profile),
                    folder.resolve("package.zip"),
                    PackageForm.ZIP);
            PublicationSite.write(
                    signed,
                    Publication.italian()
                            .withRecording("recording-1.mp4", folder.resolve("recording.mp4"))
                            .withContainer(signed.container()),
                    folder.resolve("site"));
            return verdict;
        }
        // endregion readme
    }
}
