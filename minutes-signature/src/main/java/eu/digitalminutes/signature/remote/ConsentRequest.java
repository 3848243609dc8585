// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import eu.digitalminutes.core.content.Digest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the owner of a remote key is asked for: one authorization for a number of signatures. */
public final class ConsentRequest {
    private final RemoteCredential credential;
    private final ApiVersion version;
    private final List<Digest> digests;
    private final Course course;
    private final Optional<String> challenge;

    /** How far a batch is: signatures made by earlier consents, and all that were wanted. */
    record Course(int done, int total) {}

    ConsentRequest(
            RemoteCredential credential,
            ApiVersion version,
            List<Digest> digests,
            Course course,
            Optional<String> challenge) {
        this.credential = credential;
        this.version = version;
        this.digests = List.copyOf(digests);
        this.course = course;
        this.challenge = challenge;
    }

    /**
     * The key that is asked to sign.
     *
     * @return its description, read just now
     */
    public RemoteCredential credential() {
        return credential;
    }

    /**
     * What this consent is for. They are the digests of the data under each signature, which name the files by their
     * own digests: show the files, and use these to tell one request from another.
     *
     * @return SHA-256 of each piece of data; as many as signatures are asked for
     */
    public List<Digest> digests() {
        return digests;
    }

    /**
     * How many of the batch were signed by earlier consents, where the key signs fewer at a time than are wanted.
     *
     * @return zero for the first consent
     */
    public int done() {
        return course.done();
    }

    /**
     * How many signatures are wanted in all.
     *
     * @return at least the number of digests
     */
    public int total() {
        return course.total();
    }

    /**
     * Whether the answer must have a PIN.
     *
     * @return true if it must
     */
    public boolean asksPin() {
        return credential.asksPin();
    }

    /**
     * Whether the answer must have a one-time password. Where the service sends it (SMS, app), it was told to just now.
     *
     * @return true if it must
     */
    public boolean asksOtp() {
        return credential.asksOtp();
    }

    /**
     * The words that the service wants the one-time password to answer to.
     *
     * @return them; empty where there are none
     */
    public Optional<String> challenge() {
        return challenge;
    }

    /**
     * What to add to an OAuth 2 authorization request for exactly these signatures, where the key is of
     * {@link AuthorizationMode#OAUTH2}: scope, credential, number and digests, these in base64url without padding.
     * Client, redirection, state and PKCE are the caller's.
     *
     * @return names and values, not yet encoded for an address
     */
    public Map<String, String> authorizationParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("scope", "credential");
        parameters.put("credentialID", credential.id());
        parameters.put("numSignatures", Integer.toString(digests.size()));
        String joined = digests.stream()
                .map(digest -> Base64.getUrlEncoder().withoutPadding().encodeToString(digest.value()))
                .collect(Collectors.joining(","));
        if (version == ApiVersion.V1) {
            parameters.put("hash", joined);
        } else {
            parameters.put("hashes", joined);
            parameters.put("hashAlgorithmOID", KeyAlgorithm.SHA256);
        }
        return parameters;
    }
}
