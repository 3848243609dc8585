// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date and time as a log writes it, before anybody knows which number is the month. */
final class RawTime {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,4})([/.\\-])(\\d{1,2})\\2(\\d{1,4})(?:, ?|T| ))?"
            + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?"
            + "(?: ?([AaPp])\\.? ?([Mm])\\.?)?(?: ?(Z|UTC|GMT|(?:UTC|GMT)?[+-]\\d{2}:?\\d{2}))?");

    /** Which half of the day, and how it is written. */
    enum Clock {
        TWENTY_FOUR,
        LOWER_CASE,
        UPPER_CASE
    }

    private final String text;
    private final int[] date;
    private final char separator;
    private final LocalTime time;
    private final boolean seconds;
    private final Clock clock;
    private final Optional<ZoneOffset> offset;

    private RawTime(
            String text,
            int[] date,
            char separator,
            LocalTime time,
            boolean seconds,
            Clock clock,
            Optional<ZoneOffset> offset) {
        this.text = text;
        this.date = date;
        this.separator = separator;
        this.time = time;
        this.seconds = seconds;
        this.clock = clock;
        this.offset = offset;
    }

    static Optional<RawTime> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            int[] date = {};
            char separator = ' ';
            if (form.group(1) != null) {
                date = new int[] {number(form, 1), number(form, 3), number(form, 4)};
                separator = form.group(2).charAt(0);
                boolean yearFirst = form.group(1).length() == 4;
                String year = form.group(yearFirst ? 1 : 4);
                String other = form.group(yearFirst ? 4 : 1);
                if ((year.length() != 4 && year.length() != 2) || other.length() > 2) {
                    return Optional.empty();
                }
            }
            Clock clock = clock(form);
            int hour = number(form, 5);
            if (clock != Clock.TWENTY_FOUR) {
                if (hour < 1 || hour > 12) {
                    return Optional.empty();
                }
                hour = hour % 12 + (form.group(8).toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
            }
            boolean seconds = form.group(7) != null;
            LocalTime time = LocalTime.of(hour, number(form, 6), seconds ? number(form, 7) : 0);
            return Optional.of(new RawTime(text, date, separator, time, seconds, clock, offset(form.group(10))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static Clock clock(Matcher form) {
        String half = form.group(8);
        if (half == null) {
            return Clock.TWENTY_FOUR;
        }
        boolean upper = Character.isUpperCase(half.charAt(0))
                && form.group(9).equals("M")
                && form.group().contains(half + "M");
        return upper ? Clock.UPPER_CASE : Clock.LOWER_CASE;
    }

    private static Optional<ZoneOffset> offset(@org.jspecify.annotations.Nullable String word) {
        if (word == null) {
            return Optional.empty();
        }
        String sign = word.replaceFirst("^(UTC|GMT|Z)", "");
        return Optional.of(sign.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(sign));
    }

    /** The same time on a known day. */
    RawTime on(LocalDate day) {
        int[] known = {day.getYear(), day.getMonthValue(), day.getDayOfMonth()};
        return new RawTime(text, known, '-', time, seconds, clock, offset);
    }

    boolean hasDate() {
        return date.length > 0;
    }

    /** The day, if the date makes sense in this order. */
    Optional<LocalDate> date(DateOrder order) {
        try {
            if (date[0] > 99) {
                return Optional.of(LocalDate.of(date[0], date[1], date[2])).filter(RawTime::isPlausible);
            }
            int year = date[2] < 100 ? 2000 + date[2] : date[2];
            boolean dayFirst = order == DateOrder.DAY_FIRST;
            return Optional.of(LocalDate.of(year, date[dayFirst ? 1 : 0], date[dayFirst ? 0 : 1]))
                    .filter(RawTime::isPlausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** No platform has logs from before; a year that reads so is a day that stands in its place. */
    private static boolean isPlausible(LocalDate day) {
        return day.getYear() >= 2012 && day.getYear() < 2200;
    }

    /** Some write 25-03-10 for the tenth of March, and others for the twenty-fifth. */
    boolean mayBeginWithTheYear() {
        return hasDate() && separator == '-' && date[0] <= 99 && date[2] <= 99;
    }

    /** Whether the seconds are not told. */
    boolean isToTheMinute() {
        return !seconds;
    }

    /** Nobody writes the month first with dots. */
    boolean isDotted() {
        return separator == '.';
    }

    LocalTime time() {
        return time;
    }

    Clock clock() {
        return clock;
    }

    Optional<ZoneOffset> offset() {
        return offset;
    }

    /** What times of one file have in common; a time that was cut has lost some of it. */
    String shape() {
        return (hasDate() ? "date " + separator : "no date")
                + (seconds ? ", seconds" : ", no seconds")
                + (clock == Clock.TWENTY_FOUR ? ", 24 hours" : ", 12 hours")
                + (offset.isPresent() ? ", offset" : "");
    }

    @Override
    public String toString() {
        return text;
    }
}
