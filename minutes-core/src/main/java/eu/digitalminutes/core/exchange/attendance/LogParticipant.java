// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who was connected (<i>partecipante collegato</i>), as the platform knows them. The name is what they typed:
 * only an account says who they are.
 */
public final class LogParticipant {
    private final String name;
    private final Set<String> accounts;
    private final List<Stay> stays;

    LogParticipant(String name, Collection<String> accounts, Collection<Stay> stays) {
        this.name = name;
        Set<String> keys = new TreeSet<>();
        accounts.forEach(account -> keys.add(key(account)));
        keys.remove("");
        this.accounts = keys;
        this.stays = Stay.union(stays);
    }

    /** The form in which accounts are compared. */
    static String key(String account) {
        return account.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The displayed name.
     *
     * @return a name that proves nothing; may be empty
     */
    public String name() {
        return name;
    }

    /**
     * Every account that the log gives: e-mail address, UPN, identity in the JWT, external id. In lower case.
     *
     * @return an immutable set; empty for a guest
     */
    public Set<String> accounts() {
        return Set.copyOf(accounts);
    }

    /**
     * The account to show: an e-mail address where there is one.
     *
     * @return the account; empty for a guest
     */
    public String account() {
        return accounts.stream()
                .filter(account -> account.indexOf('@') > 0)
                .findFirst()
                .or(() -> accounts.stream().findFirst())
                .orElse("");
    }

    /**
     * The e-mail address or UPN.
     *
     * @return the address; empty where the account is none
     */
    public String email() {
        String account = account();
        return account.indexOf('@') > 0 ? account : "";
    }

    /** Every account, the one to show first. */
    List<String> orderedAccounts() {
        return accounts.stream()
                .sorted(Comparator.comparing((String account) -> !account.equals(account())))
                .toList();
    }

    /**
     * When they were connected: disjoint, in order; two devices at a time are one stay, gaps are gaps.
     *
     * @return an immutable list; empty if every connection lasted less than the log can tell
     */
    public List<Stay> stays() {
        return stays;
    }

    /**
     * How long they were connected in all.
     *
     * @return the sum of the stays
     */
    public Duration connected() {
        return stays.stream().map(Stay::duration).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogParticipant that
                && name.equals(that.name)
                && accounts.equals(that.accounts)
                && stays.equals(that.stays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, accounts, stays);
    }

    @Override
    public String toString() {
        return name + " <" + account() + "> " + stays;
    }
}
