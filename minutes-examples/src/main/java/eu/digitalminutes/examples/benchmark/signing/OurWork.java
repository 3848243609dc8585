// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.FileSigner;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.SignatureExtender;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Our own operations, and the plain passes that everything is compared with; run in a process of its own. */
final class OurWork {
    private static final int BLOCK = 1 << 16;
    private static final Map<String, Gauge.Work> WORKS = new TreeMap<>();

    static {
        WORKS.put("sha256", (folder, settings) -> digest(folder.resolve(Bench.RECORDING)));
        WORKS.put("copy", (folder, settings) -> copy(folder, false));
        WORKS.put("copy-synced", (folder, settings) -> copy(folder, true));
        WORKS.put("fingerprint", (folder, settings) -> fingerprint(folder));
        WORKS.put("fingerprint-tree", (folder, settings) -> fingerprintWithTree(folder));
        WORKS.put("xades-e sign-two", (folder, settings) -> minutes(folder, settings, "president", "secretary"));
        WORKS.put("xades-e sign-one", (folder, settings) -> minutes(folder, settings, "president"));
        WORKS.put("xades-e add", OurWork::addToMinutes);
        WORKS.put("xades-e extend", (folder, settings) -> extend(folder.resolve("signed.asice"), settings));
        WORKS.put("xades-e validate", OurWork::validateMinutes);
        file("cades-e", SignatureForm.ASIC_E_CADES);
        file("p7m", SignatureForm.CADES_ENVELOPING);
        file("p7s", SignatureForm.CADES_DETACHED);
        file("xades", SignatureForm.XADES_DETACHED);
    }

    private OurWork() {}

    /** As {@link Gauge} says. */
    public static void main(String[] arguments) throws IOException {
        Gauge.main(arguments, WORKS);
    }

    private static void file(String name, SignatureForm form) {
        WORKS.put(name + " sign-two", (folder, settings) -> signFile(folder, form, settings, "president", "secretary"));
        WORKS.put(name + " sign-one", (folder, settings) -> signFile(folder, form, settings, "president"));
        WORKS.put(name + " add", (folder, settings) -> {
            try (SigningKey key = key("secretary", settings)) {
                new FileSigner(profile(form)).addSignature(signed(folder, form), Signatory.secretary(key));
            }
        });
        WORKS.put(name + " validate", (folder, settings) -> validateFile(signed(folder, form), settings));
    }

    private static Path signed(Path folder, SignatureForm form) {
        return folder.resolve(form == SignatureForm.ASIC_E_CADES ? "signed.asice" : Bench.RECORDING + form.extension());
    }

    private static void digest(Path file) throws IOException {
        MessageDigest digest = Fingerprinter.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        }
        if (digest.digest().length != 32) {
            throw new IllegalStateException("no SHA-256");
        }
    }

    private static void copy(Path folder, boolean synced) throws IOException {
        Path copy = folder.resolve("copy");
        try (FileChannel in = FileChannel.open(folder.resolve(Bench.RECORDING));
                FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            while (in.read(block) >= 0) {
                block.flip();
                while (block.hasRemaining()) {
                    out.write(block);
                }
                block.clear();
            }
            if (synced) {
                out.force(true);
            }
        }
    }

    private static void fingerprintWithTree(Path folder) throws IOException {
        Path recording = folder.resolve(Bench.RECORDING);
        if (Fingerprinter.fingerprintWithTree(recording, Task.none()).tree().bytes() != Files.size(recording)) {
            throw new IllegalStateException("no tree");
        }
    }

    private static void fingerprint(Path folder) throws IOException {
        Path recording = folder.resolve(Bench.RECORDING);
        if (Fingerprinter.fingerprint(recording).bytes() != Files.size(recording)) {
            throw new IllegalStateException("no fingerprint");
        }
    }

    private static Minutes known(Path folder) throws IOException {
        return MinutesJson.read(folder.resolve("minutes.json"));
    }

    private static SigningKey key(String name, Map<String, String> settings) throws IOException {
        return SigningKey.pkcs12(Path.of(settings.get("keys"), name + ".p12"), Bench.PASSWORD.toCharArray());
    }

    private static SigningProfile profile(SignatureForm form) {
        return SigningProfile.withoutTimestamp().toBuilder()
                .form(form)
                .requiredRoles(Set.of())
                .build();
    }

    private static void minutes(Path folder, Map<String, String> settings, String... names) throws IOException {
        Composition composition =
                Composition.of(known(folder)).withRecording(Bench.RECORDING, folder.resolve(Bench.RECORDING));
        sign(
                settings,
                names,
                signatories -> new MinutesSigner(profile(SignatureForm.ASIC_E_XADES))
                        .sign(composition, folder.resolve("signed.asice"), signatories));
    }

    private static void signFile(Path folder, SignatureForm form, Map<String, String> settings, String... names)
            throws IOException {
        Path recording = folder.resolve(Bench.RECORDING);
        sign(
                settings,
                names,
                signatories ->
                        new FileSigner(profile(form)).sign(recording, signed(folder, form), signatories, Task.none()));
    }

    private interface Act {
        Object by(List<Signatory> signatories) throws IOException;
    }

    private static void sign(Map<String, String> settings, String[] names, Act act) throws IOException {
        try (SigningKey president = key("president", settings);
                SigningKey secretary = key("secretary", settings)) {
            List<Signatory> signatories = new ArrayList<>(List.of(Signatory.president(president)));
            if (names.length > 1) {
                signatories.add(Signatory.secretary(secretary));
            }
            act.by(signatories);
        }
    }

    private static void addToMinutes(Path folder, Map<String, String> settings) throws IOException {
        try (SigningKey key = key("secretary", settings)) {
            new MinutesSigner(profile(SignatureForm.ASIC_E_XADES))
                    .addSignature(folder.resolve("signed.asice"), Signatory.secretary(key));
        }
    }

    private static void extend(Path signed, Map<String, String> settings) throws IOException {
        SignatureExtender.of(
                        TimestampAuthority.at(URI.create(settings.get("tsa"))),
                        TrustAnchors.none(),
                        RevocationAccess.AT_HAND)
                .extend(signed, SignatureLevel.T);
    }

    private static void validateMinutes(Path folder, Map<String, String> settings) throws IOException {
        VerificationReport report = verifier(settings).verify(folder.resolve("signed.asice"));
        if (report.verdict() == Verdict.INVALID) {
            throw new IllegalStateException("INVALID: "
                    + report.report().findings().stream()
                            .filter(finding -> finding.severity() == Severity.FAIL)
                            .toList());
        }
        requireTwo(report);
    }

    /** A bare file has no minutes in it: only what is said of its signatures counts. */
    private static void validateFile(Path signed, Map<String, String> settings) throws IOException {
        requireTwo(verifier(settings).verify(signed));
    }

    private static MinutesVerifier verifier(Map<String, String> settings) throws IOException {
        return MinutesVerifier.trusting(TrustAnchors.offlineLists(Path.of(settings.get("trust"), "lotl.xml")));
    }

    private static void requireTwo(VerificationReport report) {
        List<String> indications =
                report.signatures().stream().map(VerifiedSignature::indication).toList();
        if (indications.size() != 2 || indications.contains("TOTAL_FAILED")) {
            throw new IllegalStateException("expected two sound signatures, found " + indications);
        }
    }
}
