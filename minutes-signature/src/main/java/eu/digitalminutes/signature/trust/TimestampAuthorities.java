// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time-stamping authorities in the order in which they are asked (<i>servizi di marcatura temporale</i>): the first that
 * gives a usable answer stamps.
 *
 * <p>It remembers, in memory, who failed and who was asked how often. One that failed is asked last for five minutes. One
 * whose {@linkplain TimestampAuthority#withBudget budget} is used up is not asked until it is free again. So that this
 * holds for the whole program, make one list and use it in every profile. Safe for several threads; a slow authority
 * makes only those wait who asked it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161</a>
 */
public final class TimestampAuthorities {
    private static final Logger LOG = LoggerFactory.getLogger(TimestampAuthorities.class);
    private static final Duration BACK_OFF = Duration.ofMinutes(5);

    private final List<Place> places;
    private final Clock clock;

    private TimestampAuthorities(List<TimestampAuthority> authorities, Clock clock) {
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("at least one time-stamping authority is needed");
        }
        this.places = authorities.stream().map(Place::new).toList();
        this.clock = clock;
    }

    /** An authority with what is remembered of it; guarded by the list. */
    private static final class Place {
        final TimestampAuthority authority;
        final Deque<Instant> asked = new ArrayDeque<>();
        Instant failingUntil = Instant.MIN;

        Place(TimestampAuthority authority) {
            this.authority = Objects.requireNonNull(authority, "authority");
        }

        /** From when the budget allows a request; now or earlier if it does now. */
        Instant freeAt(Instant now) {
            Optional<RequestBudget> budget = authority.budget();
            if (budget.isEmpty()) {
                return Instant.MIN;
            }
            Duration window = budget.get().window();
            while (!asked.isEmpty() && !asked.peekFirst().plus(window).isAfter(now)) {
                asked.removeFirst();
            }
            return asked.size() < budget.get().requests()
                    ? Instant.MIN
                    : Objects.requireNonNull(asked.peekFirst()).plus(window);
        }

        void count(Instant now) {
            if (authority.budget().isPresent()) {
                asked.addLast(now);
            }
        }
    }

    /**
     * A list in which nobody has failed yet.
     *
     * @param first who is asked first
     * @param fallbacks who is asked next, in this order
     * @return a new list
     */
    public static TimestampAuthorities inOrder(TimestampAuthority first, TimestampAuthority... fallbacks) {
        List<TimestampAuthority> all = new ArrayList<>(List.of(fallbacks));
        all.add(0, first);
        return inOrder(all, Clock.systemUTC());
    }

    static TimestampAuthorities inOrder(List<TimestampAuthority> authorities, Clock clock) {
        return new TimestampAuthorities(authorities, clock);
    }

    /**
     * The authorities.
     *
     * @return an immutable list in the order given, at least one
     */
    public List<TimestampAuthority> list() {
        return places.stream().map(place -> place.authority).toList();
    }

    /**
     * Puts a question to one authority after the other until one answers; none is asked twice. Each question counts
     * against the budget.
     *
     * @param question asks one authority; throws {@link ServiceUnavailableException} if it gives no usable answer, any
     *     other exception to stop
     * @param <T> what is asked for
     * @return the first answer
     * @throws ServiceUnavailableException if nobody gave one: the only failure as it was, or with code
     *     {@code TSA_UNAVAILABLE} the reasons of all; with code {@code TSA_BUDGET_USED}, and the instant at which the next
     *     is free, if nobody could be asked
     */
    public <T> T firstAnswer(Function<TimestampAuthority, T> question) {
        List<ServiceUnavailableException> failures = new ArrayList<>();
        List<Place> left = new ArrayList<>(places);
        while (true) {
            Optional<Place> next = take(left);
            if (next.isEmpty()) {
                throw none(failures, left);
            }
            left.remove(next.get());
            TimestampAuthority authority = next.get().authority;
            try {
                T answer = question.apply(authority);
                remember(next.get(), Instant.MIN);
                return answer;
            } catch (ServiceUnavailableException e) {
                remember(next.get(), clock.instant().plus(BACK_OFF));
                LOG.warn("time-stamping authority {}: {}", authority, e.getMessage());
                failures.add(e);
            }
        }
    }

    private synchronized void remember(Place place, Instant failingUntil) {
        place.failingUntil = failingUntil;
    }

    /** Who is asked next, already counted: those that did not fail lately come first. */
    private synchronized Optional<Place> take(List<Place> left) {
        Instant now = clock.instant();
        List<Place> free =
                left.stream().filter(place -> !place.freeAt(now).isAfter(now)).toList();
        Optional<Place> next = free.stream()
                .filter(place -> !place.failingUntil.isAfter(now))
                .findFirst()
                .or(() -> free.stream().findFirst());
        next.ifPresent(place -> place.count(now));
        return next;
    }

    private synchronized ServiceUnavailableException none(
            List<ServiceUnavailableException> failures, List<Place> left) {
        if (failures.size() == 1 && left.isEmpty()) {
            return failures.get(0);
        }
        Instant now = clock.instant();
        String waiting = left.stream()
                .map(place -> place.authority + " has had as many requests as its budget allows and is free again at "
                        + place.freeAt(now).truncatedTo(ChronoUnit.SECONDS))
                .collect(Collectors.joining("; "));
        if (failures.isEmpty()) {
            return new ServiceUnavailableException(
                    "TSA_BUDGET_USED",
                    "no time-stamping authority may be asked now: " + waiting
                            + "; try again then, or name another authority",
                    null);
        }
        String reasons = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
        ServiceUnavailableException all = new ServiceUnavailableException(
                "TSA_UNAVAILABLE",
                "no time-stamping authority gave a time stamp: " + reasons + (left.isEmpty() ? "" : "; " + waiting),
                failures.get(0));
        failures.stream().skip(1).forEach(all::addSuppressed);
        return all;
    }
}
