// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.check.ContainerFacts;
import eu.digitalminutes.signature.internal.check.LegalChecks;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.internal.dss.EntryDocument;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.dss.XadesValidation;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signed minutes and explains the answer (<i>verifica del verbale firmato</i>): signatures, trust, content,
 * signers and the meeting itself in one report.
 *
 * <p>Trust is loaded once, when the verifier is made; one verifier serves many documents and several threads.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31910201/">ETSI EN 319 102-1; Regulation (EU)
 *     910/2014, art. 32</a>
 */
public final class MinutesVerifier {
    private static final int MAX_FACTS = 16 << 20;
    private static final int MAX_SIGNATURE_FILES = 100;

    private final Trust trust;

    private MinutesVerifier(Trust trust) {
        this.trust = trust;
    }

    /**
     * A verifier that begins its trust at the given anchors and opens no connection.
     *
     * @param anchors where trust begins; lists are read and verified now
     * @return the verifier
     * @throws IOException if a list or certificate cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if one cannot be understood
     */
    public static MinutesVerifier trusting(TrustAnchors anchors) throws IOException {
        return trusting(anchors, RevocationAccess.AT_HAND);
    }

    /**
     * A verifier that begins its trust at the given anchors, and may ask the services that certificates name.
     *
     * @param anchors where trust begins; lists are read and verified now
     * @param access whether revocation may be asked for online
     * @return the verifier
     * @throws IOException if a list or certificate cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if one cannot be understood
     */
    public static MinutesVerifier trusting(TrustAnchors anchors, RevocationAccess access) throws IOException {
        return new MinutesVerifier(Trust.load(anchors, access));
    }

    /**
     * Verifies for now, without progress.
     *
     * @param container the signed container
     * @return the report
     * @throws IOException as the longer form says
     */
    public VerificationReport verify(Path container) throws IOException {
        return verify(container, Instant.now(), Task.none());
    }

    /**
     * Verifies. Every file of the container is read once, whatever the number of signatures; memory is constant.
     *
     * @param container the signed container; not changed
     * @param at the instant for which to answer
     * @param task progress and cancellation
     * @return the report, whatever the verdict
     * @throws IOException if the container cannot be read
     * @throws CancelledException if the task is cancelled
     * @throws MinutesException with code {@code CONTAINER_MALFORMED} or {@code SIGNATURES_MALFORMED} if the file is no
     *     sound container; {@code FORMAT_UNSUPPORTED} if it is one that this version does not verify
     */
    public VerificationReport verify(Path container, Instant at, Task task) throws IOException {
        try (ContainerFile file = ContainerFile.open(container)) {
            requireSupported(file);
            XadesValidation validation = XadesValidation.run(file, trust, at, task);
            Map<String, Fingerprint> files = new LinkedHashMap<>();
            List<String> damaged = new ArrayList<>();
            for (EntryDocument document : validation.documents()) {
                files.put(document.getName(), document.fingerprint());
                if (!document.isSound()) {
                    damaged.add(document.getName());
                }
            }
            ContainerFacts.TrustFacts trusted =
                    new ContainerFacts.TrustFacts(trust.problems(), trust.isQualifying(), trust.isEmpty());
            Minutes minutes = null;
            String unreadable = "";
            try {
                minutes = facts(file);
            } catch (MinutesException e) {
                unreadable = String.valueOf(e.getMessage());
            }
            ContainerFacts facts = new ContainerFacts(
                    files,
                    damaged,
                    strangers(file),
                    declaresItself(file),
                    validation.signatures(),
                    minutes,
                    unreadable,
                    trusted,
                    at);
            return report(container, at, facts);
        }
    }

    private static VerificationReport report(Path container, Instant at, ContainerFacts facts) {
        Report report = LegalChecks.of(facts);
        return VerificationReport.of(
                String.valueOf(container.getFileName()),
                "ASiC-E",
                at,
                report,
                facts.signatures(),
                facts.covered(),
                signedMinutes(container, facts));
    }

    private static Optional<SignedMinutes> signedMinutes(Path container, ContainerFacts facts) {
        Minutes minutes = facts.minutes();
        if (minutes == null) {
            return Optional.empty();
        }
        List<ContainedFile> files = facts.files().entrySet().stream()
                .map(file -> new ContainedFile(
                        file.getKey(), SignedContainer.mediaType(file.getKey(), minutes), file.getValue()))
                .toList();
        List<AppliedSignature> signatures =
                facts.signatures().stream().map(MinutesVerifier::applied).toList();
        return Optional.of(SignedMinutes.of(container, minutes, files, signatures));
    }

    private static AppliedSignature applied(VerifiedSignature signature) {
        Instant claimed =
                signature.signingTime().or(signature::bestSignatureTime).orElse(Instant.EPOCH);
        return AppliedSignature.of(
                signature.role(),
                signature.signer(),
                signature.level(),
                claimed,
                signature.timestamps().stream().map(stamp -> stamp.time()).findFirst());
    }

    private static @Nullable Minutes facts(ContainerFile file) throws IOException {
        Optional<Entry> entry = file.entry(Minutes.FILE_NAME);
        return entry.isEmpty() ? null : MinutesJson.read(file.bytes(entry.get(), MAX_FACTS));
    }

    private static boolean declaresItself(ContainerFile file) throws IOException {
        if (file.entries().isEmpty()) {
            return false;
        }
        Entry first = file.entries().get(0);
        return first.name().equals("mimetype")
                && !first.deflated()
                && first.bytes() == SignedContainer.ASIC_E.length()
                && new String(file.bytes(first, 100), StandardCharsets.US_ASCII).equals(SignedContainer.ASIC_E);
    }

    /** Files of the container's own folder that are neither signatures nor its manifest. */
    private static List<String> strangers(ContainerFile file) {
        return file.entries().stream()
                .map(Entry::name)
                .filter(name -> name.startsWith("META-INF/") && !name.endsWith("/"))
                .filter(name -> !AsicContents.isXmlSignatures(name) && !name.equals(SignedContainer.MANIFEST))
                .toList();
    }

    private static void requireSupported(ContainerFile file) {
        long signatures = file.entries().stream()
                .filter(entry -> AsicContents.isXmlSignatures(entry.name()))
                .count();
        if (signatures > MAX_SIGNATURE_FILES) {
            throw new MinutesException(
                    "CONTAINER_MALFORMED",
                    file.path() + " holds " + signatures + " files of signatures; at most " + MAX_SIGNATURE_FILES
                            + " are verified, so that nobody can keep a verifier busy for hours");
        }
        boolean cades = file.entries().stream()
                .anyMatch(entry -> entry.name().matches("META-INF/.*(signature|timestamp).*\\.(p7s|tst)"));
        if (cades) {
            throw new MinutesException(
                    "FORMAT_UNSUPPORTED",
                    file.path() + " is an ASiC with CAdES signatures or a bare time stamp; this version verifies ASiC-E"
                            + " with XAdES signatures");
        }
    }
}
