// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.publication.albo.AlboPublisher;
import eu.digitalminutes.archive.publication.albo.AlboRegister;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public site of all sessions of a body (<i>sito delle sedute</i>): a folder for any web server, with a page for each
 * session at {@code sessions/YEAR/ORGAN/NUMBER/}, lists, the search over the transcripts, and the albo. Immutable.
 *
 * <p>A run writes what changed and touches nothing else. It trusts that a file whose size and time are those of the last
 * run is the file of the last run; {@link #checkingAll()} trusts nothing. What sources are gone from loses its page and its
 * files. The folder {@code state} of the site remembers which source made which page; it holds nothing that the public
 * may not know, and without it the next run compares everything.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2004-01-09;4">L. 4/2004; TUEL, art. 10 and 124;
 *     D.Lgs. 196/2003</a>
 */
public final class ArchiveSite {
    private final Locale language;
    private final @Nullable URI address;
    private final @Nullable AlboRegister albo;
    private final @Nullable AlboPublisher publisher;
    private final @Nullable LocalDate today;
    private final boolean checkingAll;
    private final boolean removingMany;

    private ArchiveSite(
            Locale language,
            @Nullable URI address,
            @Nullable AlboRegister albo,
            @Nullable AlboPublisher publisher,
            @Nullable LocalDate today,
            boolean checkingAll,
            boolean removingMany) {
        this.language = language;
        this.address = address;
        this.albo = albo;
        this.publisher = publisher;
        this.today = today;
        this.checkingAll = checkingAll;
        this.removingMany = removingMany;
    }

    /**
     * An Italian site without an albo.
     *
     * @return the site to be published
     */
    public static ArchiveSite italian() {
        return new ArchiveSite(Locale.ITALIAN, null, null, null, null, false, false);
    }

    /**
     * The same site in another language.
     *
     * @param value Italian; any other language gets English words around the facts
     * @return a new site to be published
     */
    public ArchiveSite withLanguage(Locale value) {
        Objects.requireNonNull(value, "language");
        return new ArchiveSite(value, address, albo, publisher, today, checkingAll, removingMany);
    }

    /**
     * The same site at a known address; pages then name themselves in full, and the albo has a feed.
     *
     * @param value an absolute http or https address that ends in a slash
     * @return a new site to be published
     * @throws IllegalArgumentException if it is not
     */
    public ArchiveSite withAddress(URI value) {
        boolean web = "https".equals(value.getScheme()) || "http".equals(value.getScheme());
        if (!web || value.getHost() == null || !value.getPath().endsWith("/")) {
            throw new IllegalArgumentException(
                    "an address of a site begins with https:// and ends in a slash, not " + value);
        }
        return new ArchiveSite(language, value, albo, publisher, today, checkingAll, removingMany);
    }

    /**
     * The same site with the albo. Acts that name their meeting are listed on its page, with the dates of their
     * publication and effect; what names a secret item appears without subject and without documents.
     *
     * @param register the register
     * @param who who keeps it
     * @param day today, on which the states of entries depend
     * @return a new site to be published
     */
    public ArchiveSite withAlbo(AlboRegister register, AlboPublisher who, LocalDate day) {
        return new ArchiveSite(
                language,
                address,
                Objects.requireNonNull(register, "register"),
                Objects.requireNonNull(who, "who"),
                Objects.requireNonNull(day, "day"),
                checkingAll,
                removingMany);
    }

    /**
     * The same site, with every source opened and every published file compared with its digest, however old it looks. It
     * reads each recording.
     *
     * @return a new site to be published
     */
    public ArchiveSite checkingAll() {
        return new ArchiveSite(language, address, albo, publisher, today, true, removingMany);
    }

    /**
     * The same site, allowed to remove most of its sessions in one run.
     *
     * @return a new site to be published
     */
    public ArchiveSite removingMany() {
        return new ArchiveSite(language, address, albo, publisher, today, checkingAll, true);
    }

    /**
     * Publishes sessions.
     *
     * @param site the site's folder; made if it does not exist; a folder that holds something else is refused
     * @param sources every session that the site shall have; one that is missing here goes from the site
     * @param task progress and cancellation
     * @return what changed; a source that failed is named there, and keeps the page it had: with code {@code
     *     SITE_SESSION_TWICE} if it is the session of another source
     * @throws IOException if the site cannot be read or written; pages are then the old or the new ones, and the next run
     *     goes on
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code SITE_BUSY} if another run is at work,
     *     {@code SITE_ALBO_MISSING} if the site has an albo and no register was given, {@code SITE_SOURCES_GONE} if more than half of eleven or
     *     more sessions would go and {@link #removingMany()} was not said
     */
    public SiteChange publish(Path site, List<? extends SessionSource> sources, Task task) throws IOException {
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(task, "task");
        try (SiteLock lock = SiteLock.of(site)) {
            return new SiteRun(this, lock.site(), task).publish(sources);
        }
    }

    Locale language() {
        return language;
    }

    Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    Optional<AlboRegister> albo() {
        return Optional.ofNullable(albo);
    }

    AlboPublisher publisher(String body) {
        return publisher == null ? AlboPublisher.municipality(body) : publisher;
    }

    LocalDate today() {
        return Objects.requireNonNull(today, "the day comes with the albo");
    }

    boolean isCheckingAll() {
        return checkingAll;
    }

    boolean isRemovingMany() {
        return removingMany;
    }
}
