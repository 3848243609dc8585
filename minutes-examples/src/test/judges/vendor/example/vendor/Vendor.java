// SPDX-License-Identifier: BSD-3-Clause
package example.vendor;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.archive.rendition.WrittenAct;
import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.SignatureExtender;
import eu.digitalminutes.signature.key.Pkcs11Driver;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every door of the SDK once, from a named module. Prints what came of it, one step a line. */
public final class Vendor {
    private Vendor() {}

    /** A folder with minutes.json, recording.mp4, keys and trusted lists; a time-stamping authority; a password. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        SigningProfile profile = SigningProfile.italianCouncil(TimestampAuthority.at(URI.create(arguments[1])));
        TrustAnchors anchors = TrustAnchors.offlineLists(folder.resolve("trust/lotl.xml"));
        char[] password = arguments[2].toCharArray();
        System.out.println("modules "
                + Stream.of(Vendor.class, Minutes.class, MinutesSigner.class, MinutesArchive.class)
                        .map(one -> one.getModule().getName())
                        .toList());
        Minutes minutes = check(folder.resolve("minutes.json"));
        WrittenAct.writePdf(minutes, Locale.ITALIAN, folder.resolve("minutes.pdf"));
        try (SigningKey president = SigningKey.pkcs12(folder.resolve("keys/president.p12"), password);
                SigningKey secretary = SigningKey.pkcs12(folder.resolve("keys/secretary.p12"), password)) {
            Composition composition = Composition.of(minutes)
                    .withWrittenAct(folder.resolve("minutes.pdf"))
                    .withRecording("recording-1.mp4", folder.resolve("recording.mp4"));
            MinutesSigner signer = new MinutesSigner(profile);
            List<Signatory> signatories = List.of(Signatory.president(president), Signatory.secretary(secretary));
            SignedMinutes signed = signer.sign(composition, folder.resolve("minutes.asice"), signatories);
            SignatureExtender.of(TimestampAuthority.at(URI.create(arguments[1])), anchors, RevocationAccess.ONLINE)
                    .extend(signed.container(), SignatureLevel.LT);
            VerificationReport report = MinutesVerifier.trusting(anchors).verify(signed.container());
            System.out.println("container " + report.verdict());
            System.out.println("pages " + report.json(Locale.ENGLISH).startsWith("{") + " "
                    + report.html(Locale.ITALIAN).startsWith("<!DOCTYPE html>"));
            Path zip = folder.resolve("package.zip");
            MinutesArchive.write(
                    signed, ArchiveMetadata.of(minutes), new IndexSealer(secretary, profile), zip, PackageForm.ZIP);
            Report sealed = MinutesArchive.verify(zip, IndexSealer.verifier(anchors));
            System.out.println("package " + sealed.verdict());
            Report unknown = MinutesArchive.verify(zip, IndexSealer.verifier(TrustAnchors.none()));
            System.out.println("package without trust " + codes(unknown));
            PublicationSite.write(
                    signed,
                    Publication.italian().withRecording("recording-1.mp4", folder.resolve("recording.mp4")),
                    folder.resolve("site"));
            System.out.println("site " + Files.exists(folder.resolve("site/index.html")));
        }
        System.out.println("card driver " + loadNoDriver(folder.resolve("driver.so")));
        // One that goes on would keep the vendor's program from ending.
        System.out.println("threads "
                + Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !thread.isDaemon())
                        .map(Thread::getName)
                        .toList());
    }

    /** A file that only looks like a driver: the native library that speaks to drivers is loaded, and then refuses it. */
    private static String loadNoDriver(Path file) throws IOException {
        Files.writeString(file, "C_GetFunctionList");
        try {
            return String.valueOf(Pkcs11Driver.load(file).tokens());
        } catch (MinutesException e) {
            return e.code() + " " + String.valueOf(e.getCause().getMessage()).contains(file.toString());
        }
    }

    private static Minutes check(Path file) throws IOException {
        String json = Files.readString(file);
        String placeless = json.replaceFirst("\"place\" : \"[^\"]*\"", "\"place\" : \"\"");
        Minutes wrong = MinutesJson.read(placeless.getBytes(StandardCharsets.UTF_8));
        System.out.println("facts without a place " + codes(MinutesChecker.check(wrong)));
        return MinutesJson.read(file);
    }

    private static List<String> codes(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() != eu.digitalminutes.core.outcome.Severity.INFO)
                .peek(finding -> finding.message().italian())
                .map(finding -> finding.code())
                .toList();
    }
}
