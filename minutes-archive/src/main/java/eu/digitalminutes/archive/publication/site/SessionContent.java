// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;

/** A session that was opened for publication (<i>seduta da pubblicare</i>); closing it removes what was taken out for it. */
public final class SessionContent implements AutoCloseable {
    private final SignedMinutes signed;
    private final Publication what;
    private final Closeable leftovers;

    private SessionContent(SignedMinutes signed, Publication what, Closeable leftovers) {
        this.signed = Objects.requireNonNull(signed, "signed");
        this.what = Objects.requireNonNull(what, "what");
        this.leftovers = Objects.requireNonNull(leftovers, "leftovers");
    }

    /**
     * A session with nothing to clear away.
     *
     * @param signed the signed minutes
     * @param what the files to publish
     * @return the session
     */
    public static SessionContent of(SignedMinutes signed, Publication what) {
        return new SessionContent(signed, what, () -> {});
    }

    /**
     * A session for which files were taken out.
     *
     * @param signed the signed minutes
     * @param what the files to publish
     * @param leftovers clears away what was taken out
     * @return the session
     */
    public static SessionContent of(SignedMinutes signed, Publication what, Closeable leftovers) {
        return new SessionContent(signed, what, leftovers);
    }

    /**
     * The signed minutes.
     *
     * @return the minutes
     */
    public SignedMinutes signed() {
        return signed;
    }

    /**
     * The files to publish.
     *
     * @return the publication; the site sets language and address
     */
    public Publication what() {
        return what;
    }

    @Override
    public void close() throws IOException {
        leftovers.close();
    }
}
