// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.evidence.AlgorithmPolicy;
import eu.digitalminutes.core.evidence.EvidenceVerifier;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.internal.dss.RecordValidation;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds objects against their evidence records (<i>verifica dell'evidence record</i>), whoever made them: whether the object
 * is the one that was stamped, the renewals follow each other, the time stamps are trusted, and until when that lasts. Safe
 * for several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 4.3 and 5.3; RFC 6283</a>
 */
public final class EvidenceRecordVerifier implements EvidenceVerifier {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(EvidenceRecordVerifier.class);
    private static final int MAX_RECORD = 16 << 20;

    /** An end that is nearer is a warning. */
    private static final Duration NEAR = Duration.ofDays(180);

    private final Trust trust;
    private final AlgorithmPolicy policy;

    private EvidenceRecordVerifier(Trust trust, AlgorithmPolicy policy) {
        this.trust = trust;
        this.policy = policy;
    }

    /**
     * A verifier that opens no connection.
     *
     * @param anchors where trust begins; lists are read and verified now. With {@link TrustAnchors#none() none} a record is
     *     held against the object only, and a warning says that nobody vouched for its time stamps
     * @return the verifier
     * @throws IOException if a list or certificate cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if one cannot be understood
     */
    public static EvidenceRecordVerifier trusting(TrustAnchors anchors) throws IOException {
        return trusting(anchors, RevocationAccess.AT_HAND, AlgorithmPolicy.etsi());
    }

    /**
     * A verifier that may ask the services that certificates name, and goes by a policy of one's own.
     *
     * @param anchors where trust begins; lists are read and verified now
     * @param access whether revocation may be asked for online
     * @param policy until when algorithms may be relied on; says when the record fades, not whether it is valid
     * @return the verifier
     * @throws IOException if a list or certificate cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if one cannot be understood
     */
    public static EvidenceRecordVerifier trusting(TrustAnchors anchors, RevocationAccess access, AlgorithmPolicy policy)
            throws IOException {
        return new EvidenceRecordVerifier(Trust.load(anchors, access), Objects.requireNonNull(policy, "policy"));
    }

    @Override
    public Report verify(Path record, List<Path> object, Instant at) throws IOException {
        if (object.isEmpty()) {
            throw new IllegalArgumentException("an object has at least one file");
        }
        String name = String.valueOf(record.getFileName());
        try {
            return Report.of(findings(
                    RecordValidation.validate(read(record), name, List.copyOf(object), trust, at), name, object, at));
        } catch (MinutesException e) {
            return Report.of(List.of(
                    CATALOGUE.finding("EVIDENCE_MALFORMED", Severity.FAIL, name, String.valueOf(e.getMessage()))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static byte[] read(Path record) throws IOException {
        try (InputStream in = Files.newInputStream(record)) {
            byte[] bytes = in.readNBytes(MAX_RECORD + 1);
            if (bytes.length > MAX_RECORD) {
                throw new MinutesException("EVIDENCE_MALFORMED", record + " is too large for an evidence record");
            }
            return bytes;
        }
    }

    private List<Finding> findings(RecordValidation.Answer answer, String name, List<Path> object, Instant at) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
            if (!answer.covered().contains(i)) {
                findings.add(CATALOGUE.finding(
                        "EVIDENCE_OBJECT_ALTERED", Severity.FAIL, String.valueOf(object.get(i)), name));
            }
        }
        // the hash of one file may stand there with the one beside it in the tree
        if (findings.isEmpty() && answer.listed() > Math.max(object.size(), 2)) {
            findings.add(
                    CATALOGUE.finding("EVIDENCE_GROUP_LARGER", Severity.WARN, name, answer.listed(), object.size()));
        }
        for (int i = 0; i < answer.stamps().size(); i++) {
            judge(answer.stamps().get(i), i + 1, name).ifPresent(findings::add);
        }
        if (answer.stamps().isEmpty()) {
            findings.add(CATALOGUE.finding("EVIDENCE_MALFORMED", Severity.FAIL, name, "no time stamp"));
        } else {
            fades(answer.stamps().get(answer.stamps().size() - 1), name, at).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> judge(RecordValidation.Stamp stamp, int number, String name) {
        if (!stamp.intact()) {
            return Optional.of(CATALOGUE.finding("EVIDENCE_STAMP_BROKEN", Severity.FAIL, name, number, stamp.time()));
        } else if (!stamp.reached() || !stamp.linked()) {
            return Optional.of(CATALOGUE.finding(
                    number == 1 ? "EVIDENCE_TREE_BROKEN" : "EVIDENCE_RENEWAL_BROKEN",
                    Severity.FAIL,
                    name,
                    number,
                    stamp.time()));
        } else if (stamp.trusted()) {
            return Optional.empty();
        } else if (trust.isEmpty() && trust.lists().isEmpty()) {
            return Optional.of(
                    CATALOGUE.finding("EVIDENCE_STAMP_NOT_CHECKED", Severity.WARN, name, number, stamp.authority()));
        }
        return Optional.of(
                CATALOGUE.undecided("EVIDENCE_STAMP_UNTRUSTED", name, number, stamp.authority(), stamp.reason()));
    }

    /** What ends first of all that the last time stamp rests on. */
    private Optional<Finding> fades(RecordValidation.Stamp stamp, String name, Instant at) {
        Instant end = stamp.certificateEnd() == null ? Instant.MAX : stamp.certificateEnd();
        String why = stamp.authority();
        for (String algorithm : stamp.algorithms()) {
            Optional<LocalDate> weak = policy.end(algorithm);
            if (weak.isPresent()
                    && weak.get().atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(end)) {
                end = weak.get().atStartOfDay(ZoneOffset.UTC).toInstant();
                why = algorithm + ", " + policy.source();
            }
        }
        if (end.equals(Instant.MAX)) {
            return Optional.empty();
        }
        Severity severity = end.isBefore(at.plus(NEAR)) ? Severity.WARN : Severity.INFO;
        return Optional.of(CATALOGUE.finding("EVIDENCE_FADES", severity, name, end, why));
    }
}
