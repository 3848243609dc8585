// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * From the local times of one file to instants. The order of day and month, and the offset in the hour that is repeated
 * in autumn, are proven from the file or asked for; neither is guessed.
 */
final class LogClock {
    private static final Duration HOUR_CHANGES = Duration.ofHours(2);

    private final Optional<ZoneId> zone;
    private final DateOrder order;

    private LogClock(Optional<ZoneId> zone, DateOrder order) {
        this.zone = zone;
        this.order = order;
    }

    /**
     * The clock of a file.
     *
     * @param times every time in it, dated
     * @param rows the rows whose durations must be borne out
     * @param english whether the labels are English, so that capital AM and PM speak of an American export
     */
    static LogClock of(
            AttendanceOptions options,
            Collection<RawTime> times,
            List<LoggedRow> rows,
            boolean english,
            Reading reading) {
        requireOneShape(times);
        if (options.zone().isEmpty()
                && times.stream().anyMatch(time -> time.offset().isEmpty())) {
            throw new MinutesException(
                    Reading.ZONE_NEEDED,
                    "the times in this file carry no zone: say in which zone they are (option zone, such as"
                            + " Europe/Rome)");
        }
        List<DateOrder> orders = possible(options, times, rows);
        if (options.dateOrder().isEmpty() && times.stream().anyMatch(RawTime::mayBeginWithTheYear)) {
            throw new MinutesException(
                    Reading.DATES_AMBIGUOUS,
                    Refusal.quote(times.iterator().next().toString())
                            + " may begin with the year: say which number is the day (option dates, dmy or mdy), or"
                            + " export with years of four digits");
        }
        if (reading.format() != AttendanceFormat.MEET && times.stream().anyMatch(RawTime::isToTheMinute)) {
            reading.notice("TO_THE_MINUTE", "");
        }
        DateOrder first = orders.get(0);
        if (orders.size() > 1 && times.stream().anyMatch(time -> !sameInBoth(time))) {
            if (!english || !times.stream().allMatch(time -> time.clock() == RawTime.Clock.UPPER_CASE)) {
                RawTime example = times.stream()
                        .filter(time -> !sameInBoth(time))
                        .findFirst()
                        .orElseThrow();
                throw new MinutesException(
                        Reading.DATES_AMBIGUOUS,
                        Refusal.quote(example.toString()) + " can be " + iso(example, DateOrder.DAY_FIRST) + " or "
                                + iso(example, DateOrder.MONTH_FIRST)
                                + ", and nothing in the file decides: say which (option dates, dmy or mdy; or option"
                                + " date)");
            }
            first = DateOrder.MONTH_FIRST;
            RawTime example = times.iterator().next();
            reading.notice("MONTH_FIRST_BY_CLOCK", "", example.toString(), iso(example, first));
        }
        return new LogClock(options.zone(), first);
    }

    private static String iso(RawTime time, DateOrder order) {
        return time.date(order).map(LocalDate::toString).orElse("?");
    }

    /** A time with less in it than the others was cut, or comes from elsewhere. */
    private static void requireOneShape(Collection<RawTime> times) {
        List<String> shapes = times.stream().map(RawTime::shape).distinct().toList();
        if (shapes.size() > 1) {
            throw new MinutesException(
                    Reading.TIME,
                    "the times are not all of one form (" + shapes.get(0) + "; " + shapes.get(1)
                            + "): the file is cut or was edited; take it as the platform wrote it");
        }
    }

    private static List<DateOrder> possible(
            AttendanceOptions options, Collection<RawTime> times, List<LoggedRow> rows) {
        List<DateOrder> orders =
                new ArrayList<>(options.dateOrder().map(List::of).orElse(Arrays.asList(DateOrder.values())));
        orders.removeIf(
                order -> times.stream().anyMatch(time -> time.date(order).isEmpty()));
        orders.removeIf(
                order -> order == DateOrder.MONTH_FIRST && times.stream().anyMatch(RawTime::isDotted));
        orders.removeIf(order -> rows.stream().anyMatch(row -> !isBorneOut(row, order)));
        orders.removeIf(order -> options.date().isPresent()
                && !times.isEmpty()
                && times.stream().noneMatch(time -> time.date(order).equals(options.date())));
        if (orders.isEmpty()) {
            throw new MinutesException(
                    Reading.DATES_CONTRADICT,
                    "the dates, such as "
                            + Refusal.quote(times.iterator().next().toString())
                            + ", make no sense together"
                            + options.dateOrder()
                                    .map(order -> " as " + order.code())
                                    .orElse("")
                            + options.date().map(date -> " for " + date).orElse("")
                            + ": a day or month does not exist, a date is not the meeting's, or a stated duration is"
                            + " not the time between join and leave");
        }
        return orders;
    }

    /** Roughly, for the change of the hour is not known yet. */
    private static boolean isBorneOut(LoggedRow row, DateOrder order) {
        Duration wall = Duration.between(local(row.from(), order), local(row.to(), order));
        return wall.plus(HOUR_CHANGES).compareTo(row.stated().least()) >= 0
                && wall.minus(HOUR_CHANGES).compareTo(row.stated().most()) <= 0;
    }

    private static boolean sameInBoth(RawTime time) {
        return time.date(DateOrder.DAY_FIRST).equals(time.date(DateOrder.MONTH_FIRST));
    }

    private static LocalDateTime local(RawTime time, DateOrder order) {
        return LocalDateTime.of(time.date(order).orElseThrow(), time.time());
    }

    LocalDateTime local(RawTime time) {
        return local(time, order);
    }

    /** The instant of a time that stands alone. */
    OffsetDateTime instant(RawTime time, int line) {
        List<OffsetDateTime> instants = instants(time, line);
        if (instants.size() > 1) {
            throw Refusal.at(
                    Reading.TIME,
                    line,
                    Refusal.quote(time.toString()) + " happened twice in " + zone.orElseThrow()
                            + ", when the clocks went back, and nothing in the file decides which; enter this one by"
                            + " hand");
        }
        return instants.get(0);
    }

    /** Coming and going, as the stated duration bears them out. */
    Stay stay(LoggedRow row) {
        List<Stay> stays = new ArrayList<>();
        for (OffsetDateTime from : instants(row.from(), row.line())) {
            for (OffsetDateTime to : instants(row.to(), row.line())) {
                if (!to.isBefore(from) && row.stated().admits(Duration.between(from, to))) {
                    stays.add(new Stay(from, to, Stay.End.RECORDED));
                }
            }
        }
        if (stays.isEmpty()) {
            throw Refusal.at(
                    Reading.CONTRADICTION,
                    row.line(),
                    "from " + Refusal.quote(row.from().toString()) + " to "
                            + Refusal.quote(row.to().toString())
                            + " is not the duration that the row states: the file is cut or was edited; take it as"
                            + " the platform wrote it");
        }
        if (stays.size() > 1) {
            throw Refusal.at(
                    Reading.TIME,
                    row.line(),
                    "both times lie in the hour that " + zone.orElseThrow()
                            + " had twice, and the duration does not decide which; enter this row by hand");
        }
        return stays.get(0);
    }

    /** From the first coming to the last going, which the stated duration need not fill. */
    Stay envelope(LoggedRow row) {
        OffsetDateTime from = instant(row.from(), row.line());
        OffsetDateTime to = instant(row.to(), row.line());
        if (to.isBefore(from)) {
            throw Refusal.at(
                    Reading.CONTRADICTION,
                    row.line(),
                    Refusal.quote(row.to().toString()) + " is before "
                            + Refusal.quote(row.from().toString()) + ": the file is cut or was edited");
        }
        return new Stay(from, to, Stay.End.RECORDED);
    }

    private List<OffsetDateTime> instants(RawTime time, int line) {
        LocalDateTime local = local(time, order);
        if (time.offset().isPresent()) {
            OffsetDateTime instant = local.atOffset(time.offset().get());
            return List.of(zone.map(at -> instant.atZoneSameInstant(at).toOffsetDateTime())
                    .orElse(instant));
        }
        List<ZoneOffset> offsets = zone.orElseThrow().getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw Refusal.at(
                    Reading.TIME,
                    line,
                    Refusal.quote(time.toString()) + " did not exist in " + zone.orElseThrow()
                            + ", where the clocks went forward: the zone or the file is wrong");
        }
        return offsets.stream().map(local::atOffset).toList();
    }
}
