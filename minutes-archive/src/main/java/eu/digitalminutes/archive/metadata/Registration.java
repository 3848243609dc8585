// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which number the minutes stand in a register (<i>registrazione di repertorio</i>). Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.del.presidente.della.repubblica:2000-12-28;445">D.P.R.
 *     445/2000, art. 53(5)</a>
 */
public final class Registration {
    private final String register;
    private final String number;
    private final LocalDate date;
    private final @Nullable OffsetTime time;

    private Registration(String register, String number, LocalDate date, @Nullable OffsetTime time) {
        if (!register.matches("[A-Za-z0-9_.-]{1,16}")) {
            throw new IllegalArgumentException(
                    "/register: a register's code has 1 to 16 ASCII letters, digits, dots, hyphens and underscores, not: "
                            + register);
        }
        if (number.isBlank()) {
            throw new IllegalArgumentException("/number: a registration has a number");
        }
        this.register = register;
        this.number = number;
        this.date = Objects.requireNonNull(date, "date");
        this.time = time;
    }

    /**
     * A registration of which the day is known.
     *
     * @param register the register's code (<i>codice registro</i>)
     * @param number the number in the register
     * @param date the day of the registration
     * @return the registration
     * @throws IllegalArgumentException if the code has other than 1 to 16 letters, digits, dots, hyphens and
     *     underscores, or the number is blank
     */
    public static Registration of(String register, String number, LocalDate date) {
        return new Registration(register, number, date, null);
    }

    /**
     * The same registration at a time of the day.
     *
     * @param value the time, with its zone
     * @return a new registration
     */
    public Registration withTime(OffsetTime value) {
        return new Registration(register, number, date, Objects.requireNonNull(value, "time"));
    }

    /**
     * The register's code.
     *
     * @return such as {@code VERB_CC}
     */
    public String register() {
        return register;
    }

    /**
     * The number in the register.
     *
     * @return such as {@code 12}
     */
    public String number() {
        return number;
    }

    /**
     * The day of the registration.
     *
     * @return a date
     */
    public LocalDate date() {
        return date;
    }

    /**
     * The time of the registration.
     *
     * @return the time, or empty if only the day is known
     */
    public Optional<OffsetTime> time() {
        return Optional.ofNullable(time);
    }
}
