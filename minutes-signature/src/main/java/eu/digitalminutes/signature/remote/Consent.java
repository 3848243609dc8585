// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import java.util.Arrays;

/** What the owner of a remote key answered; sent once, then forgotten. Not for use by several threads. */
public final class Consent {
    private final char[] pin;
    private final char[] otp;
    private final String token;
    private boolean used;

    private Consent(char[] pin, char[] otp, String token) {
        this.pin = pin.clone();
        this.otp = otp.clone();
        this.token = token;
    }

    /**
     * A PIN alone.
     *
     * @param pin the PIN; copied
     * @return the consent
     */
    public static Consent pin(char[] pin) {
        return new Consent(pin, new char[0], "");
    }

    /**
     * A one-time password alone.
     *
     * @param otp the one-time password; copied
     * @return the consent
     */
    public static Consent otp(char[] otp) {
        return new Consent(new char[0], otp, "");
    }

    /**
     * A PIN and a one-time password.
     *
     * @param pin the PIN; copied
     * @param otp the one-time password; copied
     * @return the consent
     */
    public static Consent pinAndOtp(char[] pin, char[] otp) {
        return new Consent(pin, otp, "");
    }

    /**
     * An access token of scope {@code credential}, got with {@link ConsentRequest#authorizationParameters()}.
     *
     * @param token the token without the word {@code Bearer}
     * @return the consent
     */
    public static Consent token(String token) {
        return new Consent(new char[0], new char[0], token);
    }

    char[] pin() {
        return pin;
    }

    char[] otp() {
        return otp;
    }

    String token() {
        return token;
    }

    /** Whether it was given before: then what it held is forgotten, and must not go out in its place. */
    boolean used() {
        return used;
    }

    void forget() {
        used = true;
        Arrays.fill(pin, ' ');
        Arrays.fill(otp, ' ');
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "Consent";
    }
}
