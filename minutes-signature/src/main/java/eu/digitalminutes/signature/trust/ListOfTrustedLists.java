// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the list of trusted lists is, who may sign it and where that is announced (<i>elenco degli elenchi di
 * fiducia</i>). All of it is data that changes while a program is in use: give it by configuration. Immutable.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/dec_impl/2015/1505/oj">Decision (EU) 2015/1505, art. 3; ETSI TS 119 615</a>
 */
public final class ListOfTrustedLists {
    private static final URI EUROPEAN = URI.create("https://ec.europa.eu/tools/lotl/eu-lotl.xml");

    /** The notice of 15 April 2026, which replaced that of 2019 and its certificates. */
    private static final URI JOURNAL = URI.create("https://eur-lex.europa.eu/eli/C/2026/1944/oj");

    private final URI address;
    private final @Nullable URI announcement;
    private final List<X509Certificate> signers;
    private final Set<String> territories;

    private ListOfTrustedLists(
            URI address, @Nullable URI announcement, List<X509Certificate> signers, Set<String> territories) {
        this.address = Objects.requireNonNull(address, "address");
        this.announcement = announcement;
        this.signers = List.copyOf(signers);
        this.territories = Set.copyOf(territories);
        if (signers.isEmpty()) {
            throw new IllegalArgumentException(
                    "without the certificates of those who may sign it, a list of trusted lists"
                            + " cannot be told from a forged one: take them from the Official Journal");
        }
    }

    /**
     * The list of the European Commission, as announced in April 2026.
     *
     * @param signers the certificates that the notice C/2026/1944 of the Official Journal prints, or those of its successor;
     *     they are not part of this SDK, since whoever relies on them has to have read them there
     * @return the list of lists
     */
    public static ListOfTrustedLists european(List<X509Certificate> signers) {
        return new ListOfTrustedLists(EUROPEAN, JOURNAL, signers, Set.of());
    }

    /**
     * A list of lists at another address.
     *
     * @param address where it is published: http or https
     * @param signers who may sign it
     * @return the list of lists
     */
    public static ListOfTrustedLists at(URI address, List<X509Certificate> signers) {
        return new ListOfTrustedLists(address, null, signers, Set.of());
    }

    /**
     * The same, with another announcement of its signers; up to it the list names those that came before (pivots).
     *
     * @param where the address of the notice
     * @return a new list of lists
     */
    public ListOfTrustedLists announcedAt(URI where) {
        return new ListOfTrustedLists(address, Objects.requireNonNull(where, "where"), signers, territories);
    }

    /**
     * The same, of which only the lists of some territories are taken: that of Italy alone is a tenth of all.
     *
     * @param wanted two letters each, as {@code IT}
     * @return a new list of lists
     */
    public ListOfTrustedLists onlyOf(String... wanted) {
        return new ListOfTrustedLists(address, announcement, signers, Set.of(wanted));
    }

    /**
     * Where it is published.
     *
     * @return its address
     */
    public URI address() {
        return address;
    }

    /**
     * Where its signers are announced.
     *
     * @return the address of the notice, if there is one
     */
    public Optional<URI> announcement() {
        return Optional.ofNullable(announcement);
    }

    /**
     * Who may sign it.
     *
     * @return an immutable list, at least one
     */
    public List<X509Certificate> signers() {
        return signers;
    }

    /**
     * Whose lists are taken.
     *
     * @return two letters each; empty for all
     */
    public Set<String> territories() {
        return territories;
    }
}
