// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.key.Signatory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** A key in a remote signature service and its certificate, as the service described them when it was asked. */
public final class RemoteCredential {
    private final String id;
    private final String description;
    private final KeyFacts key;
    private final CertificateStatus status;
    private final List<X509Certificate> chain;
    private final Authorization authorization;

    /** What a service says of the key itself. */
    record KeyFacts(boolean enabled, Set<String> algorithms, int multisign) {}

    /** How a one-time password comes to the signer. */
    enum OtpDelivery {
        NOT_ASKED,
        /** By a device of the signer, or without our doing. */
        BY_ITSELF,
        /** When {@code credentials/sendOTP} is called. */
        SEND,
        /** In answer to what {@code credentials/getChallenge} gives. */
        CHALLENGE
    }

    /** One thing that the signer gives, by the name under which the service wants it; an empty name asks for nothing. */
    record Asked(String pinName, String otpName, OtpDelivery delivery) {
        static final Asked NOTHING = new Asked("", "", OtpDelivery.NOT_ASKED);
    }

    /**
     * How the owner consents.
     *
     * @param unsupported what the service wants that the SDK cannot give; empty if nothing
     */
    record Authorization(AuthorizationMode mode, boolean bindsDigests, Asked asked, String unsupported) {}

    RemoteCredential(
            String id,
            String description,
            KeyFacts key,
            CertificateStatus status,
            List<X509Certificate> chain,
            Authorization authorization) {
        this.id = id;
        this.description = description;
        this.key = key;
        this.status = status;
        this.chain = List.copyOf(chain);
        this.authorization = authorization;
    }

    /**
     * The service's name for it.
     *
     * @return what {@link RemoteSigning#key} takes
     */
    public String id() {
        return id;
    }

    /**
     * What the service says it is, for people.
     *
     * @return the words; empty if there are none
     */
    public String description() {
        return description;
    }

    /**
     * The signer's certificate and those above it that the service gave.
     *
     * @return the signer's first; none if the service gave none, and then the key cannot be used
     */
    public List<X509Certificate> certificateChain() {
        return chain;
    }

    /**
     * What the service says of the certificate.
     *
     * @return the state when it was asked
     */
    public CertificateStatus certificateStatus() {
        return status;
    }

    /**
     * Whether the key may be used.
     *
     * @return false if the service has disabled it
     */
    public boolean enabled() {
        return key.enabled();
    }

    /**
     * The signature algorithms that the key offers.
     *
     * @return object identifiers in dotted form, in the service's order
     */
    public Set<String> algorithms() {
        return key.algorithms();
    }

    /**
     * How many signatures one consent may be for (<i>multisign</i>).
     *
     * @return at least 1
     */
    public int multisign() {
        return key.multisign();
    }

    /**
     * How its owner consents.
     *
     * @return the mode
     */
    public AuthorizationMode authorizationMode() {
        return authorization.mode();
    }

    /**
     * Whether a consent holds for these digests only (sole control assurance level 2, <i>SCAL2</i>).
     *
     * @return false at level 1
     */
    public boolean bindsDigests() {
        return authorization.bindsDigests();
    }

    /**
     * Whether a consent needs a PIN. One that the service calls optional is never asked nor sent.
     *
     * @return true if it must have one
     */
    public boolean asksPin() {
        return !authorization.asked().pinName().isEmpty();
    }

    /**
     * Whether a consent needs a one-time password. One that the service calls optional is never asked nor sent.
     *
     * @return true if it must have one
     */
    public boolean asksOtp() {
        return authorization.asked().delivery() != OtpDelivery.NOT_ASKED;
    }

    Asked asked() {
        return authorization.asked();
    }

    /** Fails, before anyone is asked for a PIN, if signing could only be refused. */
    void requireUsable() {
        if (!key.enabled()) {
            throw new MinutesException(
                    "CREDENTIAL_DISABLED", this + " is disabled: ask the provider of the signature service");
        }
        if (chain.isEmpty()) {
            throw new MinutesException(
                    "CERTIFICATE_MISSING", this + " has no certificate: ask the provider of the signature service");
        }
        if (status != CertificateStatus.VALID && status != CertificateStatus.UNKNOWN) {
            throw new MinutesException(
                    "CERTIFICATE_NOT_VALID",
                    "the certificate of " + this + " is " + status + " as its service says: what it signs counts as"
                            + " not signed");
        }
        if (!authorization.unsupported().isEmpty()) {
            throw new MinutesException(
                    "AUTHORIZATION_UNSUPPORTED",
                    this + " wants an authorization that the SDK cannot give: " + authorization.unsupported());
        }
        KeyAlgorithm.choose(this);
    }

    /** The identifier and the person, if a certificate names one. */
    @Override
    public String toString() {
        return "the remote key " + Wording.clean(id, List.of())
                + (chain.isEmpty() ? "" : " of " + Signatory.nameOf(chain.get(0)));
    }
}
