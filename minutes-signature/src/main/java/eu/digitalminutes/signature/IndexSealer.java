// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.dss.SealValidation;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.CertificateRequirement;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Seals the index of a preservation package (<i>sottoscrizione dell'indice di conservazione</i>) with a detached CAdES
 * signature, and verifies such seals.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31912201/">ETSI EN 319 122-1; UNI 11386:2020</a>
 */
public final class IndexSealer implements Sealer {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(IndexSealer.class);
    private static final int MAX_SEAL = 16 << 20;

    private final SigningKey key;
    private final FileSigner signer;

    /**
     * A sealer with a key of the person or body that answers for the index.
     *
     * @param key the key; stays the caller's to close
     * @param profile level and time-stamping authority
     */
    public IndexSealer(SigningKey key, SigningProfile profile) {
        this.key = Objects.requireNonNull(key, "key");
        this.signer = new FileSigner(profile.toBuilder()
                .form(SignatureForm.CADES_DETACHED)
                // a body seals with its own certificate, which is of no person
                .certificates(CertificateRequirement.ANY)
                .build());
    }

    /**
     * Signs a file, read once, and writes the signature beside it as {@code NAME.p7s}.
     *
     * @param index the file to seal; not changed
     * @return the signature's file
     * @throws IOException if a file cannot be read or written
     */
    @Override
    public Path seal(Path index) throws IOException {
        Path seal = index.resolveSibling(index.getFileName() + ".p7s");
        signer.sign(index, seal, List.of(Signatory.claiming("", key)), Task.none());
        return seal;
    }

    /**
     * A verifier of seals.
     *
     * @param anchors where trust begins; lists are read and verified now. With {@link TrustAnchors#none() none} a seal is
     *     held against the index only, and a warning says that nobody vouched for who made it
     * @return the verifier; safe for several threads
     * @throws IOException if a list or certificate cannot be read
     */
    public static SealVerifier verifier(TrustAnchors anchors) throws IOException {
        return verifier(anchors, RevocationAccess.AT_HAND);
    }

    /**
     * A verifier of seals that may ask the services that certificates name.
     *
     * @param anchors where trust begins; lists are read and verified now
     * @param access whether revocation may be asked for online
     * @return the verifier; safe for several threads
     * @throws IOException if a list or certificate cannot be read
     */
    public static SealVerifier verifier(TrustAnchors anchors, RevocationAccess access) throws IOException {
        Trust trust = Trust.load(anchors, access);
        return (index, seal) -> verify(index, seal, trust);
    }

    private static Report verify(Path index, Path seal, Trust trust) throws IOException {
        String name = String.valueOf(seal.getFileName());
        List<Finding> findings = new ArrayList<>();
        if (Files.size(seal) > MAX_SEAL) {
            return Report.of(List.of(CATALOGUE.finding("SEAL_BROKEN", Severity.FAIL, name, "too large")));
        }
        List<SealValidation.SealAnswer> answers;
        try {
            answers = SealValidation.validate(
                    Files.readAllBytes(seal),
                    Fingerprinter.fingerprint(index).digest(),
                    String.valueOf(index.getFileName()),
                    trust);
        } catch (MinutesException e) {
            return Report.of(
                    List.of(CATALOGUE.finding("SEAL_BROKEN", Severity.FAIL, name, String.valueOf(e.getMessage()))));
        }
        if (answers.isEmpty()) {
            findings.add(CATALOGUE.finding("SEAL_BROKEN", Severity.FAIL, name, "no signature"));
        }
        for (SealValidation.SealAnswer answer : answers) {
            if (answer.indication().equals("TOTAL_FAILED")) {
                findings.add(CATALOGUE.finding("SEAL_BROKEN", Severity.FAIL, name, answer.subIndication()));
            } else if (trust.isEmpty() && trust.lists().isEmpty()) {
                findings.add(CATALOGUE.finding("SEAL_SIGNER_NOT_CHECKED", Severity.WARN, name, answer.signer()));
            } else if (!answer.indication().equals("TOTAL_PASSED")) {
                findings.add(CATALOGUE.undecided("SEAL_UNDECIDED", name, answer.signer(), answer.subIndication()));
            }
        }
        return Report.of(findings);
    }
}
