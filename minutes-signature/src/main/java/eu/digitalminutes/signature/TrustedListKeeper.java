// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.lists.HttpLists;
import eu.digitalminutes.signature.internal.lists.ListFolder;
import eu.digitalminutes.signature.internal.lists.ListRecord;
import eu.digitalminutes.signature.internal.lists.ListRefresh;
import eu.digitalminutes.signature.internal.lists.ListSource;
import eu.digitalminutes.signature.trust.ListOfTrustedLists;
import eu.digitalminutes.signature.trust.RefreshFailure;
import eu.digitalminutes.signature.trust.TrustAnchors;
import eu.digitalminutes.signature.trust.TrustState;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the trusted lists (<i>elenchi di fiducia</i>) of the Union in a folder, where verifiers find them without any
 * connection. The host's scheduler calls {@link #refresh()}, say once a day, in this process or another one.
 *
 * <p>The signature of every list is verified before it is taken, by the certificates of the Official Journal and the chain
 * of earlier lists of lists that it names (pivots). A list that cannot be had, is badly signed, or is older than the copy
 * at hand leaves that copy in its place. Verifiers made with {@link #anchors()} see new lists without being made anew.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2014/910/oj">Regulation (EU) 910/2014, art. 22; ETSI TS 119 612, TS 119
 *     615</a>
 */
public final class TrustedListKeeper {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOTL = "lotl.xml";

    private final Path folder;
    private final ListOfTrustedLists lists;
    private final Duration grace;
    private final HttpClient client;
    private final Clock clock;

    private TrustedListKeeper(Path folder, ListOfTrustedLists lists, Duration grace, HttpClient client, Clock clock) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.lists = Objects.requireNonNull(lists, "lists");
        this.grace = Objects.requireNonNull(grace, "grace");
        this.client = Objects.requireNonNull(client, "client");
        this.clock = clock;
    }

    /**
     * A keeper that trusts no list longer than it says itself, and asks directly, without a proxy.
     *
     * @param folder where the lists are kept; made when it is needed, and of nobody else's
     * @param lists where they come from
     * @return the keeper; opens no connection yet
     */
    public static TrustedListKeeper of(Path folder, ListOfTrustedLists lists) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return new TrustedListKeeper(folder, lists, Duration.ZERO, client, Clock.systemUTC());
    }

    /**
     * The same, that still trusts a list which should have been replaced, for some time and with a warning in each report.
     *
     * @param time such as seven days
     * @return a new keeper
     */
    public TrustedListKeeper withGrace(Duration time) {
        return new TrustedListKeeper(folder, lists, time, client, clock);
    }

    /**
     * The same, that asks through a client of the host's: for a proxy, or a trust in servers of its own. The JVM's trust is
     * the better choice where there is one: the certificates of the servers of lists change without notice.
     *
     * @param other the client
     * @return a new keeper
     */
    public TrustedListKeeper through(HttpClient other) {
        return new TrustedListKeeper(folder, lists, grace, other, clock);
    }

    TrustedListKeeper at(Clock other) {
        return new TrustedListKeeper(folder, lists, grace, client, other);
    }

    /**
     * Asks for every list and takes those that are sound and not older. Each is waited for at most half a minute.
     *
     * @return the state after it; {@link TrustState#failures()} says what was not taken
     * @throws IOException if the folder cannot be written; each list in it is then the old or the new one
     */
    public TrustState refresh() throws IOException {
        return take(new HttpLists(client, PATIENCE));
    }

    /**
     * Takes the lists of a bundle that another keeper {@link #exportTo exported}, for machines without a connection. They are
     * verified as if they came from their publishers.
     *
     * @param bundle the folder
     * @return the state after it
     * @throws IOException if a folder cannot be read or written
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if it is no such folder
     */
    public TrustState importFrom(Path bundle) throws IOException {
        return take(new ListFolder(bundle.resolve(LOTL)).asSource(lists));
    }

    private synchronized TrustState take(ListSource publisher) throws IOException {
        Files.createDirectories(folder);
        ListFolder place = new ListFolder(folder.resolve(LOTL));
        List<RefreshFailure> failures = new ListRefresh(place, lists, grace, clock).from(publisher);
        new ListRecord(place).write(failures, clock.instant());
        return state();
    }

    /**
     * What the lists are worth now. They are read and verified; no connection is opened.
     *
     * @return the state; without lists if there never was a refresh
     * @throws IOException if the folder cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if what lies there cannot be understood
     */
    public TrustState state() throws IOException {
        ListFolder place = new ListFolder(folder.resolve(LOTL));
        return new ListRecord(place)
                .state(
                        Files.exists(folder.resolve(LOTL))
                                ? place.load(grace, clock).states()
                                : List.of());
    }

    /**
     * Copies the lists, with the certificates that verify them, to a folder for {@link TrustAnchors#offlineLists} or
     * {@link #importFrom}.
     *
     * @param bundle the folder; made if it is missing, files of the same names are replaced
     * @throws IOException if there are no lists yet, or a folder cannot be read or written
     */
    public void exportTo(Path bundle) throws IOException {
        new ListFolder(folder.resolve(LOTL)).copyTo(Files.createDirectories(bundle));
    }

    /**
     * Trust that begins at these lists, whatever they are at the moment of each verification.
     *
     * @return the anchors
     */
    public TrustAnchors anchors() {
        return TrustAnchors.keptLists(folder.resolve(LOTL), grace);
    }
}
