// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import java.time.Instant;
import java.util.Objects;

/** A time stamp of a signature, as verified (<i>marca temporale</i>). */
public final class VerifiedTimestamp {
    private final Instant time;
    private final String authority;
    private final String indication;
    private final String qualification;

    private VerifiedTimestamp(Instant time, String authority, String indication, String qualification) {
        this.time = Objects.requireNonNull(time, "time");
        this.authority = Objects.requireNonNull(authority, "authority");
        this.indication = Objects.requireNonNull(indication, "indication");
        this.qualification = Objects.requireNonNull(qualification, "qualification");
    }

    /**
     * A verified time stamp.
     *
     * @param time the time that it proves
     * @param authority who gave it
     * @param indication {@code PASSED}, {@code FAILED} or {@code INDETERMINATE}
     * @param qualification {@code QTSA} when qualified, else {@code TSA} or {@code NA}
     * @return the time stamp
     */
    public static VerifiedTimestamp of(Instant time, String authority, String indication, String qualification) {
        return new VerifiedTimestamp(time, authority, indication, qualification);
    }

    /**
     * The time that it proves.
     *
     * @return an instant
     */
    public Instant time() {
        return time;
    }

    /**
     * Who gave it.
     *
     * @return the authority's name, from its certificate
     */
    public String authority() {
        return authority;
    }

    /**
     * Whether it stands.
     *
     * @return {@code PASSED}, {@code FAILED} or {@code INDETERMINATE}
     */
    public String indication() {
        return indication;
    }

    /**
     * Whether it is qualified.
     *
     * @return {@code QTSA} when it is, else {@code TSA} or {@code NA}
     */
    public String qualification() {
        return qualification;
    }
}
