// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time stamp (<i>marca temporale</i>) over a digest, with what one must know to renew it before it fades. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161</a>
 */
public final class ArchiveStamp {
    private final byte[] token;
    private final Instant time;
    private final String authority;
    private final @Nullable Instant certificateEnd;
    private final List<String> algorithms;

    private ArchiveStamp(
            byte[] token, Instant time, String authority, @Nullable Instant certificateEnd, List<String> algorithms) {
        this.token = token;
        this.time = time;
        this.authority = authority;
        this.certificateEnd = certificateEnd;
        this.algorithms = algorithms;
    }

    /**
     * A time stamp.
     *
     * @param token the time-stamp token, in DER; copied
     * @param time the time that it states
     * @param authority who gave it
     * @param algorithms what its signature rests on, in the words of an algorithm policy, such as {@code RSA-2048} and
     *     {@code SHA-256}
     * @return the stamp, whose certificate's end is not known
     */
    public static ArchiveStamp of(byte[] token, Instant time, String authority, List<String> algorithms) {
        return new ArchiveStamp(
                token.clone(),
                Objects.requireNonNull(time, "time"),
                Objects.requireNonNull(authority, "authority"),
                null,
                List.copyOf(algorithms));
    }

    /**
     * The same stamp with the end of its certificate.
     *
     * @param end the end of validity of the certificate that signed it
     * @return a new stamp
     */
    public ArchiveStamp certifiedUntil(Instant end) {
        return new ArchiveStamp(token, time, authority, Objects.requireNonNull(end, "end"), algorithms);
    }

    /**
     * The token: a CMS content information in DER.
     *
     * @return a copy
     */
    public byte[] token() {
        return token.clone();
    }

    /**
     * The time that it states.
     *
     * @return when it was given
     */
    public Instant time() {
        return time;
    }

    /**
     * Who gave it.
     *
     * @return the name in the certificate
     */
    public String authority() {
        return authority;
    }

    /**
     * Until when the certificate that signed it is valid.
     *
     * @return the end, or empty when it is not known
     */
    public Optional<Instant> certificateEnd() {
        return Optional.ofNullable(certificateEnd);
    }

    /**
     * What its signature rests on.
     *
     * @return an immutable list in the words of an algorithm policy
     */
    public List<String> algorithms() {
        return algorithms;
    }
}
