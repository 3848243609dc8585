// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.util.List;
import java.util.Objects;

/**
 * A key in a {@link CscServer}, with what its owner must give. At first it is enabled and valid, asks for PIN and
 * one-time password, is of SCAL 1 and signs once for each consent. Changes are seen by the next request.
 */
public final class CscCredential {
    /** How the owner consents. */
    public enum Mode {
        /** The service asks nobody. */
        IMPLICIT,
        /** PIN and one-time password. */
        EXPLICIT,
        /** A token of scope {@code credential}. */
        OAUTH2
    }

    /** How the one-time password comes. */
    public enum Otp {
        /** None is asked for. */
        NONE,
        /** From a device of the signer's. */
        OFFLINE,
        /** Sent by {@code credentials/sendOTP}; before that none is right. */
        ONLINE,
        /** In answer to {@code credentials/getChallenge}; version 2 only. */
        CHALLENGE,
        /** Given to the service by another way, which the client must wait for; version 2 only. */
        OUT_OF_BAND
    }

    /** How many wrong PINs lock a key. */
    public static final int PIN_TRIES = 3;

    private static final List<String> RSA = List.of("1.2.840.113549.1.1.11", "1.2.840.113549.1.1.1");
    private static final List<String> EC = List.of("1.2.840.10045.4.3.2");

    private final String id;
    private final TestIdentity identity;
    private volatile Mode mode = Mode.EXPLICIT;
    private volatile String pin = "12345678";
    private volatile Otp otp = Otp.OFFLINE;
    private volatile int scal = 1;
    private volatile int multisign = 1;
    private volatile boolean enabled = true;
    private volatile String certificateStatus = "valid";
    private volatile List<String> algorithms;
    private volatile int wrongPins;
    private volatile boolean certified = true;

    CscCredential(String id, TestIdentity identity) {
        this.id = id;
        this.identity = Objects.requireNonNull(identity, "identity");
        this.algorithms = identity.privateKey().getAlgorithm().equals("RSA") ? RSA : EC;
    }

    /** Sets how the owner consents. */
    public CscCredential mode(Mode value) {
        mode = Objects.requireNonNull(value, "mode");
        return this;
    }

    /** Sets the PIN; an empty one means that none is asked for. */
    public CscCredential pin(String value) {
        pin = Objects.requireNonNull(value, "pin");
        return this;
    }

    /** Sets how the one-time password comes. */
    public CscCredential otp(Otp value) {
        otp = Objects.requireNonNull(value, "otp");
        return this;
    }

    /** Sets the sole control assurance level: 2 binds each authorization to its digests. */
    public CscCredential scal(int value) {
        scal = value;
        return this;
    }

    /** Sets how many signatures one consent may be for. */
    public CscCredential multisign(int value) {
        multisign = value;
        return this;
    }

    /** Enables or disables the key. */
    public CscCredential enabled(boolean value) {
        enabled = value;
        return this;
    }

    /** Sets what is said of the certificate: {@code valid}, {@code suspended} … */
    public CscCredential certificateStatus(String value) {
        certificateStatus = Objects.requireNonNull(value, "certificateStatus");
        return this;
    }

    /** Sets whether the certificates are told. */
    public CscCredential certified(boolean value) {
        certified = value;
        return this;
    }

    /** Sets the object identifiers of the signature algorithms that the key offers. */
    public CscCredential algorithms(String... values) {
        algorithms = List.of(values);
        return this;
    }

    /** The service's name for the key. */
    public String id() {
        return id;
    }

    /** The PIN. */
    public String pin() {
        return pin;
    }

    /** How many wrong PINs came since the last right one. */
    public int wrongPins() {
        return wrongPins;
    }

    /** Whether so many wrong PINs came that none is taken any more. */
    public boolean locked() {
        return wrongPins >= PIN_TRIES;
    }

    TestIdentity identity() {
        return identity;
    }

    Mode mode() {
        return mode;
    }

    Otp otp() {
        return otp;
    }

    int scal() {
        return scal;
    }

    int multisign() {
        return multisign;
    }

    boolean enabled() {
        return enabled;
    }

    boolean certified() {
        return certified;
    }

    String certificateStatus() {
        return certificateStatus;
    }

    List<String> algorithms() {
        return algorithms;
    }

    void countPin(boolean right) {
        wrongPins = right ? 0 : wrongPins + 1;
    }
}
