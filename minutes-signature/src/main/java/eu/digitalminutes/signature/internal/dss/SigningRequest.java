// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.signature.profile.Commitment;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What somebody is about to sign, by digests alone: enough to compute the very same bytes again, in another process and on
 * another day.
 *
 * @param files what is signed, in the order of the references
 * @param chain the signer's certificate and those above it
 * @param claimedRole the quality that the signer claims; empty for none
 * @param time when the signer claims to sign, in whole seconds
 * @param place the city that the signer claims to sign in; empty for none
 * @param commitments what the signer commits to
 * @param contentTimestamps time stamps over what is signed, in DER
 */
public record SigningRequest(
        List<ContainedFile> files,
        List<X509Certificate> chain,
        String claimedRole,
        Instant time,
        String place,
        List<Commitment> commitments,
        List<byte[]> contentTimestamps) {
    /** Copies what it is given. */
    public SigningRequest {
        files = List.copyOf(files);
        chain = List.copyOf(chain);
        commitments = List.copyOf(commitments);
        contentTimestamps = List.copyOf(contentTimestamps);
    }

    /** The signer's certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The same for other files. */
    public SigningRequest withFiles(List<ContainedFile> others) {
        return new SigningRequest(others, chain, claimedRole, time, place, commitments, contentTimestamps);
    }

    /** The same with a time stamp over the files. */
    public SigningRequest withContentTimestamp(byte[] stamp) {
        return new SigningRequest(files, chain, claimedRole, time, place, commitments, List.of(stamp));
    }
}
