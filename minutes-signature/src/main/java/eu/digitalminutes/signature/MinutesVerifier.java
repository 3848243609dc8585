// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
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
import eu.digitalminutes.signature.internal.dss.Question;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.verify.Examination;
import eu.digitalminutes.signature.internal.verify.Examined;
import eu.digitalminutes.signature.profile.VerificationProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.signed.DetachedContent;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimeReference;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final Trust trust;
    private final VerificationProfile profile;
    private final List<TimeReference> references;

    private MinutesVerifier(Trust trust, VerificationProfile profile, List<TimeReference> references) {
        this.trust = trust;
        this.profile = profile;
        this.references = List.copyOf(references);
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
        return of(VerificationProfile.italia(), anchors, access);
    }

    /**
     * A verifier that goes by a profile.
     *
     * @param profile what minutes must be; one for a closed environment has trust of its own
     * @param anchors where trust begins otherwise; lists are read and verified now
     * @param access whether revocation may be asked for online
     * @return the verifier
     * @throws IOException if a list or certificate cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if one cannot be understood
     */
    public static MinutesVerifier of(VerificationProfile profile, TrustAnchors anchors, RevocationAccess access)
            throws IOException {
        return new MinutesVerifier(Trust.load(profile.anchors().orElse(anchors), access), profile, List.of());
    }

    /**
     * The same verifier, which besides relies on times at which what it verifies is known to have existed. A signature that
     * was good at the earliest of them stands, whatever happened to its certificate later.
     *
     * @param known what the host knows of the next documents and answers for. One that names a digest counts only for the
     *     file of that SHA-256, which is read once more for it
     * @return a new verifier with the same trust
     * @see <a href="https://www.gazzettaufficiale.it/eli/id/2013/05/21/13A04284/sg">DPCM 22 February 2013, art. 41 and 62</a>
     */
    public MinutesVerifier relyingOn(TimeReference... known) {
        return new MinutesVerifier(trust, profile, List.of(known));
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
     * @throws MinutesException as the form with {@link DetachedContent} says
     */
    public VerificationReport verify(Path container, Instant at, Task task) throws IOException {
        return verify(container, Map.of(), at, task);
    }

    /**
     * Verifies signatures that lie beside what they sign. Every file is read once, whatever the number of signatures, save
     * once more for each archive time stamp of XAdES, which is over the bytes; memory is constant, but for a PDF.
     *
     * @param signed the signed file in any of the forms, or the folder of signed minutes; not changed
     * @param content where the files of detached signatures lie, if not beside them, by name
     * @param at the instant for which to answer
     * @param task progress and cancellation
     * @return the report, whatever the verdict
     * @throws IOException if a file cannot be read
     * @throws CancelledException if the task is cancelled
     * @throws MinutesException as the form with {@link DetachedContent} says
     */
    public VerificationReport verify(Path signed, Map<String, Path> content, Instant at, Task task) throws IOException {
        return verify(signed, DetachedContent.of(content), at, task);
    }

    /**
     * Verifies signatures and time stamps that lie beside what they are over, which may be given by its digest alone. Of a
     * signed file inside a signed file every level is verified.
     *
     * @param signed the signed file in any of the forms, or the folder of signed minutes; not changed
     * @param content what lies elsewhere
     * @param at the instant for which to answer
     * @param task progress and cancellation
     * @return the report, whatever the verdict; a file that is not at hand leaves it undecided
     * @throws IOException if a file cannot be read
     * @throws CancelledException if the task is cancelled
     * @throws MinutesException with code {@code FORM_UNKNOWN}, {@code CONTAINER_MALFORMED}, {@code ENVELOPE_MALFORMED},
     *     {@code SIGNATURES_MALFORMED} or {@code TIMESTAMP_MALFORMED} if it is no sound signed file; {@code
     *     CONTENT_MISSING} if only another digest than the signed one is given
     */
    public VerificationReport verify(Path signed, DetachedContent content, Instant at, Task task) throws IOException {
        Question question = new Question(at, profile.rules(), referencesOf(signed, task));
        Examined found = new Examination(content, trust, question, task).of(signed);
        Minutes minutes = null;
        String unreadable = "";
        try {
            minutes = found.facts() == null ? null : MinutesJson.read(found.facts());
        } catch (MinutesException e) {
            unreadable = String.valueOf(e.getMessage());
        }
        ContainerFacts facts = new ContainerFacts(
                found.layer(),
                found.composed(),
                minutes,
                unreadable,
                new ContainerFacts.TrustFacts(trust.lists(), trust.isQualifying(), trust.isEmpty()),
                profile,
                at);
        Report report = LegalChecks.of(facts);
        return VerificationReport.of(
                        String.valueOf(signed.getFileName()),
                        found.layer().format(),
                        at,
                        report,
                        facts.allSignatures(),
                        facts.covered(),
                        signedMinutes(signed, facts))
                .ofLevels(found.layer().levels(), facts.timestamps(), facts.integrity());
    }

    /** Those that are not of another file. */
    private List<TimeReference> referencesOf(Path signed, Task task) throws IOException {
        if (references.stream().allMatch(reference -> reference.document().isEmpty()) || Files.isDirectory(signed)) {
            return references.stream()
                    .filter(reference -> reference.document().isEmpty())
                    .toList();
        }
        Digest digest = Fingerprinter.fingerprint(signed, task).digest();
        return references.stream()
                .filter(reference -> reference.document().map(digest::equals).orElse(true))
                .toList();
    }

    private static Optional<SignedMinutes> signedMinutes(Path container, ContainerFacts facts) {
        Minutes minutes = facts.minutes();
        if (minutes == null) {
            return Optional.empty();
        }
        List<ContainedFile> files = facts.outermost().files().entrySet().stream()
                .map(file -> new ContainedFile(
                        file.getKey(), SignedContainer.mediaType(file.getKey(), minutes), file.getValue()))
                .toList();
        List<AppliedSignature> signatures = facts.outermost().signatures().stream()
                .map(MinutesVerifier::applied)
                .toList();
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
}
