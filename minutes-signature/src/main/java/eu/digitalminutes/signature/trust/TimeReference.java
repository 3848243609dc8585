// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import eu.digitalminutes.core.content.Digest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a document existed, opponible to third parties, that is no time stamp (<i>riferimento temporale
 * opponibile ai terzi</i>). The host knows it and answers for it: with it, a signature whose certificate was revoked or
 * expired later still stands. Immutable.
 *
 * @see <a href="https://www.gazzettaufficiale.it/eli/id/2013/05/21/13A04284/sg">DPCM 22 February 2013, art. 41 and 62</a>
 */
public final class TimeReference {
    /** What gave the time. */
    public enum Kind {
        /** The entry in the register of the protocol (<i>segnatura di protocollo</i>), art. 41(4)(a). */
        REGISTRATION,
        /** The submission to preservation (<i>procedura di conservazione</i>), art. 41(4)(b). */
        PRESERVATION,
        /** Certified electronic mail (<i>posta elettronica certificata</i>), art. 41(4)(c). */
        CERTIFIED_MAIL
    }

    private final Kind kind;
    private final Instant time;
    private final String identifier;
    private final @Nullable Digest document;

    private TimeReference(Kind kind, Instant time, String identifier, @Nullable Digest document) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.time = Objects.requireNonNull(time, "time");
        this.identifier = Objects.requireNonNull(identifier, "identifier");
        this.document = document;
    }

    /**
     * The time at which the protocol registered the signed document.
     *
     * @param time the time of registration
     * @param number the number and register, as {@code 0001234/2026}
     * @return the reference
     */
    public static TimeReference registration(Instant time, String number) {
        return new TimeReference(Kind.REGISTRATION, time, number, null);
    }

    /**
     * The time at which a preservation system took the signed document.
     *
     * @param time the time in its receipt
     * @param receipt the receipt's identifier
     * @return the reference
     */
    public static TimeReference preservation(Instant time, String receipt) {
        return new TimeReference(Kind.PRESERVATION, time, receipt, null);
    }

    /**
     * The time at which certified mail took the signed document.
     *
     * @param time the time in the provider's receipt
     * @param message the message's identifier
     * @return the reference
     */
    public static TimeReference certifiedMail(Instant time, String message) {
        return new TimeReference(Kind.CERTIFIED_MAIL, time, message, null);
    }

    /**
     * The same, for the document of a digest only, as receipts name it: it counts for no other.
     *
     * @param digest the SHA-256 of the signed file
     * @return a new reference
     */
    public TimeReference over(Digest digest) {
        return new TimeReference(kind, time, identifier, Objects.requireNonNull(digest, "digest"));
    }

    /**
     * What gave the time.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * When the document existed.
     *
     * @return an instant
     */
    public Instant time() {
        return time;
    }

    /**
     * What the host finds it by.
     *
     * @return a number or identifier
     */
    public String identifier() {
        return identifier;
    }

    /**
     * Which document it is of.
     *
     * @return the SHA-256 of the signed file; empty if the host answers for it
     */
    public Optional<Digest> document() {
        return Optional.ofNullable(document);
    }

    @Override
    public String toString() {
        return kind + " " + identifier + " of " + time;
    }
}
