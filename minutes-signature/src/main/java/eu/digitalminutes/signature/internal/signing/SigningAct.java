// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.dss.ContentTimestamps;
import eu.digitalminutes.signature.internal.dss.Countersignature;
import eu.digitalminutes.signature.internal.dss.DeviceValue;
import eu.digitalminutes.signature.internal.dss.Evidence;
import eu.digitalminutes.signature.internal.dss.SignatureBlock;
import eu.digitalminutes.signature.internal.dss.SignatureKind;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.digitalminutes.signature.internal.dss.SigningCertificate;
import eu.digitalminutes.signature.internal.dss.SigningRequest;
import eu.digitalminutes.signature.internal.dss.StandingSignature;
import eu.digitalminutes.signature.internal.dss.Subject;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.Planned;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.inplace.FileTurn;
import eu.digitalminutes.signature.key.BatchSigningKey;
import eu.digitalminutes.signature.key.PreparedSignature;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs by a profile whatever lies in a store; the signature is put in its place only when it is complete. */
public final class SigningAct {
    /** A clock that is off by more makes signatures that contradict their own time stamps. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private final SigningProfile profile;
    private final Trust trust;
    private final Clock clock;

    /** By a profile, with trust for levels above T and for the state of certificates; it may be empty. */
    public SigningAct(SigningProfile profile, Trust trust, Clock clock) {
        this.profile = profile;
        this.trust = trust;
        this.clock = clock;
        if (profile.level().compareTo(SignatureLevel.T) > 0 && trust.isEmpty()) {
            throw new IllegalArgumentException("level " + profile.level()
                    + " needs trusted lists, for chains and revocation data: make the signer with TrustAnchors");
        }
    }

    /**
     * Fails unless a certificate may sign now, before a PIN is spent or 20 GB are copied.
     *
     * @throws MinutesException saying what is wrong with it
     */
    public void requireUsable(X509Certificate certificate) {
        requireFit(certificate);
        trust.requireNotRevoked(certificate);
    }

    /** What the certificate says of itself; nobody is asked. */
    private void requireFit(X509Certificate certificate) {
        SigningCertificate.requireUsable(certificate, clock.instant(), profile.certificates());
    }

    /**
     * Signs each of some stores with one key, which is asked once where it can sign several at once. The services that
     * know whether its certificate is revoked have been asked {@link #requireUsable before}, and are not asked again.
     * Nothing is written before the signatures of all are complete.
     */
    public void sign(List<SignedStore> stores, Signatory signatory) throws IOException {
        // the copy of 20 GB may have taken longer than the certificate was still valid
        requireFit(signatory.certificate());
        List<Planned> planned = new ArrayList<>();
        for (SignedStore store : stores) {
            planned.add(planned(store, signatory.key().certificateChain(), signatory.claimedRole(), ""));
        }
        List<byte[]> data = planned.stream().map(Planned::dataToSign).toList();
        List<byte[]> values = values(signatory.key(), data);
        Instant claimed = planned.get(0).request().time();
        List<byte[]> signatures = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            signatures.add(completed(stores.get(i), planned.get(i), values.get(i), claimed));
        }
        for (int i = 0; i < stores.size(); i++) {
            stores.get(i).put(planned.get(i), signatures.get(i), isNew(signatory.role(), signatory.certificate()));
        }
    }

    private static List<byte[]> values(SigningKey key, List<byte[]> data) {
        return data.size() > 1 && key instanceof BatchSigningKey batch
                ? DeviceValue.ofAll(batch, data)
                : data.stream().map(one -> DeviceValue.of(key, one)).toList();
    }

    /** Signs one of the signatures of a store. */
    public void counterSign(SignedStore store, int number, Signatory signatory) throws IOException {
        requireUsable(signatory.certificate());
        FileTurn.holding(store.path(), () -> counterSignInTurn(store, number, signatory));
    }

    private void counterSignInTurn(SignedStore store, int number, Signatory signatory) throws IOException {
        int first = 0;
        for (SignatureBlock block : store.blocks()) {
            List<StandingSignature> here = block.signatures();
            if (number > first && number <= first + here.size()) {
                StandingSignature over = here.get(number - first - 1);
                SigningRequest request = request(signatory.key().certificateChain(), signatory.claimedRole());
                if (over.level().compareTo(SignatureLevel.T) > 0) {
                    throw new MinutesException(
                            "COUNTERSIGNATURE_TOO_LATE",
                            "the signature of " + over.signer() + " has level " + over.level()
                                    + ": its evidence would not be of the countersignature; add a parallel signature");
                }
                Planned planned = new Planned(block.name(), request, new Countersignature(block, over), Map.of());
                byte[] value = DeviceValue.of(signatory.key(), planned.dataToSign());
                store.replace(Map.of(block.name(), planned.signed(value)));
                return;
            }
            first += here.size();
        }
        throw new MinutesException(
                "SIGNATURE_UNKNOWN", store.path() + " holds " + first + " signatures, and none numbered " + number);
    }

    /** Whom it trusts. */
    public Trust trust() {
        return trust;
    }

    /** Whose time it signs by. */
    public Clock clock() {
        return clock;
    }

    /** Prepares a signature for a device elsewhere. */
    public PreparedSignature prepare(SignedStore store, List<X509Certificate> chain, String claimedRole)
            throws IOException {
        requireUsable(chain.get(0));
        Instant now = clock.instant();
        String name = Digest.of(Fingerprinter.sha256()
                        .digest((chain.get(0).getSerialNumber() + " " + now)
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .toString()
                .substring(0, 12);
        Planned planned = planned(store, chain, claimedRole, name);
        SigningRequest request = planned.request();
        return PreparedSignature.of(new PreparedSignature.Parts(
                store.form(),
                name,
                request.files(),
                request.chain(),
                request.claimedRole(),
                request.time(),
                request.place(),
                request.commitments(),
                request.contentTimestamps(),
                planned.companions(),
                planned.dataToSign()));
    }

    /**
     * Completes a prepared signature with the value that the device gave.
     *
     * @throws MinutesException with code {@code PREPARED_OTHER} if it was prepared for other content
     */
    public void complete(SignedStore store, PreparedSignature prepared, byte[] value) throws IOException {
        PreparedSignature.Parts parts = prepared.parts();
        if (parts.form() != store.form()) {
            throw other(store, "it is of the form " + parts.form().code());
        }
        SigningRequest request = new SigningRequest(
                List.of(),
                parts.certificates(),
                parts.claimedRole(),
                parts.signingTime(),
                parts.city(),
                parts.commitments(),
                parts.contentTimestamps());
        Planned planned = store.plan(request, parts.place());
        if (!planned.request().files().equals(parts.files())) {
            throw other(store, "the files are not those that were to be signed");
        }
        byte[] data = planned.dataToSign();
        if (!Arrays.equals(data, prepared.dataToSign())) {
            throw other(store, "it was changed since it was prepared, or the file was signed meanwhile");
        }
        DeviceValue.verified(planned.request().certificate(), data, value);
        store.put(
                planned,
                completed(store, planned, value, clock.instant()),
                isNew(SignatoryRole.of(parts.claimedRole()), planned.request().certificate()));
        finish(List.of(store));
    }

    /** Looked at once more when it is the signer's turn: two may have begun at the same moment. */
    private static SignedStore.Guard isNew(Optional<SignatoryRole> role, X509Certificate certificate) {
        return standing -> Signers.requireNew(standing, role, certificate);
    }

    private static MinutesException other(SignedStore store, String why) {
        return new MinutesException(
                "PREPARED_OTHER",
                "the prepared signature does not belong to " + store.path() + " as it is now: " + why
                        + "; prepare it anew");
    }

    private Planned planned(SignedStore store, List<X509Certificate> chain, String claimedRole, String name)
            throws IOException {
        Planned planned = store.plan(request(chain, claimedRole), name);
        return profile.hasContentTimestamp() ? stamped(planned) : planned;
    }

    private SigningRequest request(List<X509Certificate> chain, String claimedRole) {
        return new SigningRequest(
                List.of(),
                chain,
                claimedRole,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                profile.place(),
                profile.commitments(),
                List.of());
    }

    private Planned stamped(Planned planned) {
        List<ContainedFile> files = planned.request().files();
        if (files.size() != 1) {
            throw new MinutesException(
                    "CONTENT_TIMESTAMP_UNSUITABLE",
                    "a content time stamp of XAdES is over the bytes of all files one after the other, which would be read"
                            + " once more: take a form with CAdES (asice-cades, p7m, p7s), where it is over a digest");
        }
        byte[] stamp = ContentTimestamps.over(
                files.get(0).fingerprint().digest(),
                profile.timestampAuthorities().orElseThrow());
        return new Planned(
                planned.name(), planned.request().withContentTimestamp(stamp), planned.syntax(), planned.companions());
    }

    /** Completes the signature in memory; it is put in its place only when all are complete. */
    private byte[] completed(SignedStore store, Planned planned, byte[] value, Instant signedAt) {
        byte[] signature = planned.signed(value);
        SignatureLevel level = profile.level();
        if (level != SignatureLevel.B) {
            TimestampAuthorities authorities = profile.timestampAuthorities().orElseThrow();
            SignatureBlock block = block(store, planned, signature);
            Evidence evidence = new Evidence(trust, authorities);
            signature = evidence.raise(block, SignatureLevel.T);
            requireRightClock(block.with(signature), planned.request().certificate(), signedAt);
            if (level.compareTo(SignatureLevel.T) > 0 && store.form() != SignatureForm.PADES) {
                signature = evidence.raise(block.with(signature), SignatureLevel.LT);
            }
        }
        return signature;
    }

    /**
     * Adds what is over the signatures of all, when everybody has signed: the archive time stamp of level LTA, and in a PDF
     * the data of level LT, behind which nobody could sign without raising it.
     */
    public void finish(List<SignedStore> stores) throws IOException {
        SignatureLevel level = profile.level();
        for (SignedStore store : stores) {
            if (level == SignatureLevel.LTA || (level == SignatureLevel.LT && store.form() == SignatureForm.PADES)) {
                store.raise(new Evidence(trust, profile.timestampAuthorities().orElseThrow()), level, List.of());
            }
        }
    }

    private static SignatureBlock block(SignedStore store, Planned planned, byte[] signature) {
        return switch (store.form()) {
            case PADES -> new SignatureBlock(planned.name(), SignatureKind.PADES, signature, List.of());
            case ASIC_E_XADES, XADES_DETACHED ->
                new SignatureBlock(
                        planned.name(),
                        SignatureKind.XADES,
                        signature,
                        SignedDigests.documents(SignedDigests.ofXml(signature)));
            default ->
                new SignatureBlock(
                        planned.name(),
                        SignatureKind.CADES,
                        signature,
                        SignedDigests.documents(planned.request().files()));
        };
    }

    private static void requireRightClock(SignatureBlock block, X509Certificate certificate, Instant signedAt) {
        for (StandingSignature signature : block.signatures()) {
            if (signature.certificate().equals(certificate)) {
                signature.timestamp().ifPresent(stamp -> {
                    Duration off = Duration.between(stamp, signedAt);
                    if (off.abs().compareTo(CLOCK_TOLERANCE) > 0) {
                        throw new MinutesException(
                                "CLOCK_WRONG",
                                "the clock of this machine says " + signedAt + ", the time stamp over the signature of "
                                        + Subject.of(certificate).name() + " says " + stamp + ": it is off by "
                                        + off.abs().toMinutes()
                                        + " minutes; set the clock and sign again. Nothing was written");
                    }
                });
            }
        }
    }
}
