// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a meeting was called (<i>convocazione</i>): the notice, who got it, and when the papers could be read. Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art.
 *     39</a>
 */
public final class Convocation {
    private final OffsetDateTime sentAt;
    private final @Nullable OffsetDateTime papersFrom;
    private final @Nullable OffsetDateTime requestedAt;
    private final List<Delivery> deliveries;

    private Convocation(
            OffsetDateTime sentAt,
            @Nullable OffsetDateTime papersFrom,
            @Nullable OffsetDateTime requestedAt,
            List<Delivery> deliveries) {
        this.sentAt = Objects.requireNonNull(sentAt, "sentAt");
        this.papersFrom = papersFrom;
        this.requestedAt = requestedAt;
        this.deliveries = List.copyOf(deliveries);
    }

    /**
     * A notice sent.
     *
     * @param sentAt when, with its zone
     * @return the convocation, of which no delivery is known yet
     */
    public static Convocation sent(OffsetDateTime sentAt) {
        return new Convocation(sentAt, null, null, List.of());
    }

    /**
     * This convocation with the instant from which the papers could be read (<i>deposito degli atti</i>).
     *
     * @param at when
     * @return a new convocation
     */
    public Convocation papersFrom(OffsetDateTime at) {
        return new Convocation(sentAt, Objects.requireNonNull(at, "at"), requestedAt, deliveries);
    }

    /**
     * This convocation as asked for by a fifth of the councillors or the mayor (TUEL 39(2)).
     *
     * @param at when the request arrived
     * @return a new convocation
     */
    public Convocation requestedAt(OffsetDateTime at) {
        return new Convocation(sentAt, papersFrom, Objects.requireNonNull(at, "at"), deliveries);
    }

    /**
     * This convocation with one more delivery.
     *
     * @param delivery the delivery
     * @return a new convocation
     */
    public Convocation withDelivery(Delivery delivery) {
        List<Delivery> more = new ArrayList<>(deliveries);
        more.add(delivery);
        return new Convocation(sentAt, papersFrom, requestedAt, more);
    }

    /**
     * When the notice was sent.
     *
     * @return an instant with its zone
     */
    public OffsetDateTime sentAt() {
        return sentAt;
    }

    /**
     * From when the papers could be read.
     *
     * @return the instant, or empty if it is not known
     */
    public Optional<OffsetDateTime> papersFrom() {
        return Optional.ofNullable(papersFrom);
    }

    /**
     * When the meeting was asked for.
     *
     * @return the instant, or empty if nobody asked
     */
    public Optional<OffsetDateTime> requestedAt() {
        return Optional.ofNullable(requestedAt);
    }

    /**
     * The deliveries.
     *
     * @return an immutable list
     */
    public List<Delivery> deliveries() {
        return deliveries;
    }

    /**
     * The first delivery to a seat.
     *
     * @param seat whose notice
     * @return the earliest, or empty if it is not known that the notice was delivered
     */
    public Optional<Delivery> deliveryTo(String seat) {
        return deliveries.stream()
                .filter(delivery -> delivery.seat().equals(seat))
                .min((one, other) -> one.at().compareTo(other.at()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Convocation that
                && sentAt.equals(that.sentAt)
                && Objects.equals(papersFrom, that.papersFrom)
                && Objects.equals(requestedAt, that.requestedAt)
                && deliveries.equals(that.deliveries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sentAt, papersFrom, requestedAt, deliveries);
    }

    @Override
    public String toString() {
        return "notice of " + sentAt;
    }
}
