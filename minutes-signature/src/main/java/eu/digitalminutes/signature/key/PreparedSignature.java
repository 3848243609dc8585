// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.signature.profile.Commitment;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A signature that a device elsewhere has still to make (<i>dati da firmare</i>): a web page's card, an app, a service that
 * answers tomorrow. Immutable; {@link #toJson() saved} as JSON it can be completed by another process, on another machine.
 *
 * <p>It holds no secret and no content, only digests. What it says is computed anew when it is completed, so that a changed
 * copy is refused.
 */
public final class PreparedSignature {
    private final Parts parts;

    private PreparedSignature(Parts parts) {
        this.parts = new Parts(
                Objects.requireNonNull(parts.form(), "form"),
                Objects.requireNonNull(parts.place(), "place"),
                List.copyOf(parts.files()),
                List.copyOf(parts.certificates()),
                Objects.requireNonNull(parts.claimedRole(), "claimedRole"),
                Objects.requireNonNull(parts.signingTime(), "signingTime"),
                Objects.requireNonNull(parts.city(), "city"),
                List.copyOf(parts.commitments()),
                List.copyOf(parts.contentTimestamps()),
                Map.copyOf(parts.companions()),
                parts.dataToSign().clone());
    }

    /**
     * All that makes up a prepared signature, as it is saved. Signers make it; a vendor has no need to.
     *
     * @param form in which form the signature will lie
     * @param place the name of its place in that form
     * @param files what is signed, by digest
     * @param certificates the signer's certificate and those above it
     * @param claimedRole the quality that the signer claims; empty for none
     * @param signingTime when the signer claims to sign
     * @param city where the signer claims to sign; empty for nowhere
     * @param commitments what the signer commits to
     * @param contentTimestamps time stamps over the content, in DER
     * @param companions small files that will lie beside the signature, by name
     * @param dataToSign what the device signs
     */
    @SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
    public record Parts(
            SignatureForm form,
            String place,
            List<ContainedFile> files,
            List<X509Certificate> certificates,
            String claimedRole,
            Instant signingTime,
            String city,
            List<Commitment> commitments,
            List<byte[]> contentTimestamps,
            Map<String, byte[]> companions,
            byte[] dataToSign) {}

    /**
     * A prepared signature out of its parts.
     *
     * @param parts the parts
     * @return the prepared signature
     */
    public static PreparedSignature of(Parts parts) {
        return new PreparedSignature(parts);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param json the JSON in UTF-8, at most 16 MiB
     * @return the prepared signature
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PREPARED_MALFORMED} if it is none, saying
     *     where it is wrong
     */
    public static PreparedSignature fromJson(byte[] json) {
        return PreparedJson.read(json);
    }

    /**
     * Saves it, so that it can be completed later and elsewhere.
     *
     * @return JSON in UTF-8
     */
    public byte[] toJson() {
        return PreparedJson.write(this);
    }

    /**
     * What the device signs: with SHA-256 and the key's own algorithm, RSA PKCS#1 v1.5 or ECDSA with a value in DER.
     *
     * @return a copy of the bytes, a few kilobytes at most
     */
    public byte[] dataToSign() {
        return parts.dataToSign().clone();
    }

    /**
     * The digest of {@link #dataToSign()}, for devices that sign a digest.
     *
     * @return the SHA-256
     */
    public Digest digestToSign() {
        return Digest.of(Fingerprinter.sha256().digest(parts.dataToSign()));
    }

    /**
     * What is signed, to be shown to the signer before.
     *
     * @return the files with their digests
     */
    public List<ContainedFile> files() {
        return parts.files();
    }

    /**
     * Who is going to sign.
     *
     * @return the certificate and those above it
     */
    public List<X509Certificate> certificates() {
        return parts.certificates();
    }

    /**
     * In which quality.
     *
     * @return the Italian word; empty when none is claimed
     */
    public String claimedRole() {
        return parts.claimedRole();
    }

    /**
     * The time of signing that the signature will claim.
     *
     * @return the instant at which it was prepared
     */
    public Instant signingTime() {
        return parts.signingTime();
    }

    /**
     * In which form the signature will lie.
     *
     * @return the form
     */
    public SignatureForm form() {
        return parts.form();
    }

    /**
     * All that makes it up.
     *
     * @return the parts, copied
     */
    public Parts parts() {
        return new PreparedSignature(parts).parts;
    }
}
