// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One trusted list as it is at hand (<i>elenco di fiducia</i>): its number, its dates, what it is worth. Immutable. */
public final class ListState {
    private final String territory;
    private final URI address;
    private final ListStanding standing;
    private final String problem;
    private final int number;
    private final @Nullable Instant issued;
    private final @Nullable Instant nextUpdate;

    private ListState(
            String territory,
            URI address,
            ListStanding standing,
            String problem,
            int number,
            @Nullable Instant issued,
            @Nullable Instant nextUpdate) {
        this.territory = Objects.requireNonNull(territory, "territory");
        this.address = Objects.requireNonNull(address, "address");
        this.standing = Objects.requireNonNull(standing, "standing");
        this.problem = Objects.requireNonNull(problem, "problem");
        this.number = number;
        this.issued = issued;
        this.nextUpdate = nextUpdate;
    }

    /**
     * The state of a list; for those who read lists.
     *
     * @param territory two letters, {@code EU} for the list of lists; empty if it could not be read
     * @param address where it is published
     * @param standing what it is worth
     * @param problem why it is not current, for people; empty if it is
     * @param number its sequence number; 0 if it could not be read
     * @param issued when it was issued; null if it could not be read
     * @param nextUpdate when it is due to be replaced; null if it is closed or could not be read
     * @return the state
     */
    public static ListState of(
            String territory,
            URI address,
            ListStanding standing,
            String problem,
            int number,
            @Nullable Instant issued,
            @Nullable Instant nextUpdate) {
        return new ListState(territory, address, standing, problem, number, issued, nextUpdate);
    }

    /**
     * Whose list it is.
     *
     * @return two letters, {@code EU} for the list of lists; empty if it could not be read
     */
    public String territory() {
        return territory;
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
     * What it is worth.
     *
     * @return its standing
     */
    public ListStanding standing() {
        return standing;
    }

    /**
     * Why it is not current.
     *
     * @return a sentence in English; empty if it is current
     */
    public String problem() {
        return problem;
    }

    /**
     * Its sequence number.
     *
     * @return 1 or more; 0 if it could not be read
     */
    public int number() {
        return number;
    }

    /**
     * When it was issued.
     *
     * @return an instant; empty if it could not be read
     */
    public Optional<Instant> issued() {
        return Optional.ofNullable(issued);
    }

    /**
     * When it is due to be replaced.
     *
     * @return an instant; empty if it is closed or could not be read
     */
    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(nextUpdate);
    }

    @Override
    public String toString() {
        return (territory.isEmpty() ? address.toString() : territory) + " " + standing + " no. " + number
                + (problem.isEmpty() ? "" : ": " + problem);
    }
}
