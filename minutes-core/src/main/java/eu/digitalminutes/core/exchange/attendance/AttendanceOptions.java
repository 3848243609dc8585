// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** What the secretary knows and the log (<i>registro</i>) does not say: its zone, its date, the order of its dates. */
public final class AttendanceOptions {
    private static final AttendanceOptions NONE =
            new AttendanceOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Optional<AttendanceFormat> format;
    private final Optional<ZoneId> zone;
    private final Optional<LocalDate> date;
    private final Optional<DateOrder> order;

    private AttendanceOptions(
            Optional<AttendanceFormat> format,
            Optional<ZoneId> zone,
            Optional<LocalDate> date,
            Optional<DateOrder> order) {
        this.format = format;
        this.zone = zone;
        this.date = date;
        this.order = order;
    }

    /**
     * Nothing is known: the file must say it all, or is refused.
     *
     * @return no options
     */
    public static AttendanceOptions none() {
        return NONE;
    }

    /**
     * With the platform, where the file shall not decide.
     *
     * @param format the platform
     * @return new options
     */
    public AttendanceOptions withFormat(AttendanceFormat format) {
        return new AttendanceOptions(Optional.of(Objects.requireNonNull(format, "format")), zone, date, order);
    }

    /**
     * With the zone of local times in the file; instants of the file are also shown in it.
     *
     * @param zone such as {@code Europe/Rome}
     * @return new options
     */
    public AttendanceOptions withZone(ZoneId zone) {
        return new AttendanceOptions(format, Optional.of(Objects.requireNonNull(zone, "zone")), date, order);
    }

    /**
     * With the day on which the meeting began. Where the file has dates, they must agree.
     *
     * @param date the day
     * @return new options
     */
    public AttendanceOptions withDate(LocalDate date) {
        return new AttendanceOptions(format, zone, Optional.of(Objects.requireNonNull(date, "date")), order);
    }

    /**
     * With the order of day and month.
     *
     * @param order the order
     * @return new options
     */
    public AttendanceOptions withDateOrder(DateOrder order) {
        return new AttendanceOptions(format, zone, date, Optional.of(Objects.requireNonNull(order, "order")));
    }

    /**
     * The platform, if given.
     *
     * @return the platform
     */
    public Optional<AttendanceFormat> format() {
        return format;
    }

    /**
     * The zone, if given.
     *
     * @return the zone
     */
    public Optional<ZoneId> zone() {
        return zone;
    }

    /**
     * The day of the meeting, if given.
     *
     * @return the day
     */
    public Optional<LocalDate> date() {
        return date;
    }

    /**
     * The order of day and month, if given.
     *
     * @return the order
     */
    public Optional<DateOrder> dateOrder() {
        return order;
    }
}
