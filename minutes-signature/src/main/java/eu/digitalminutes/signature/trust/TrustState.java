// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trusted lists at hand (<i>stato degli elenchi di fiducia</i>), for a health check or a page of the administrator's.
 * Immutable.
 */
public final class TrustState {
    private final List<ListState> lists;
    private final List<RefreshFailure> failures;
    private final @Nullable Instant refreshedAt;

    private TrustState(List<ListState> lists, List<RefreshFailure> failures, @Nullable Instant refreshedAt) {
        this.lists = List.copyOf(lists);
        this.failures = List.copyOf(failures);
        this.refreshedAt = refreshedAt;
    }

    /**
     * A state; for those who keep lists.
     *
     * @param lists every list, the list of lists first
     * @param failures what went wrong at the last refresh
     * @param refreshedAt when every list was last confirmed or replaced; null if never
     * @return the state
     */
    public static TrustState of(List<ListState> lists, List<RefreshFailure> failures, @Nullable Instant refreshedAt) {
        return new TrustState(lists, failures, refreshedAt);
    }

    /**
     * Every list, the list of lists first.
     *
     * @return an immutable list; empty if there never was a refresh
     */
    public List<ListState> lists() {
        return lists;
    }

    /**
     * The list of a territory.
     *
     * @param territory two letters, as {@code IT}
     * @return its state; empty if it is not at hand or not wanted
     */
    public Optional<ListState> list(String territory) {
        Objects.requireNonNull(territory, "territory");
        return lists.stream().filter(list -> list.territory().equals(territory)).findFirst();
    }

    /**
     * What went wrong at the last refresh.
     *
     * @return an immutable list; empty if all went well
     */
    public List<RefreshFailure> failures() {
        return failures;
    }

    /**
     * When every list was last confirmed or replaced.
     *
     * @return an instant; empty if that never succeeded
     */
    public Optional<Instant> refreshedAt() {
        return Optional.ofNullable(refreshedAt);
    }

    /**
     * How old the lists are.
     *
     * @param now the present
     * @return the time since the last refresh that succeeded; empty if none did
     */
    public Optional<Duration> age(Instant now) {
        return refreshedAt().map(then -> Duration.between(then, now));
    }

    /**
     * Whether signatures can be found qualified by these lists, be it with a warning.
     *
     * @return whether there are lists, and each of them is current or in grace
     */
    public boolean isUsable() {
        return !lists.isEmpty()
                && lists.stream().allMatch(list -> list.standing().isTrusted());
    }

    @Override
    public String toString() {
        return "trusted lists of " + refreshedAt().map(Instant::toString).orElse("never") + " " + lists
                + (failures.isEmpty() ? "" : ", failures " + failures);
    }
}
