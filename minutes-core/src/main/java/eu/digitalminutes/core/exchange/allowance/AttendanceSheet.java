// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.allowance;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The sheet by which attendance allowances are paid (<i>gettoni di presenza</i>): an internal document, drawn from the
 * full minutes, with a row for each member. Immutable.
 *
 * <p>It says nothing of what was treated, and of votes only at how many somebody was there. The regulation of the body
 * says who gets how much: give the share of the meeting that must be attended, and the amount.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art.
 *     82</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, CSV</a>
 */
public final class AttendanceSheet {
    private final Minutes minutes;
    private final BigDecimal minimumShare;
    private final Optional<BigDecimal> amount;

    private AttendanceSheet(Minutes minutes, BigDecimal minimumShare, Optional<BigDecimal> amount) {
        this.minutes = Objects.requireNonNull(minutes, "minutes");
        this.minimumShare = minimumShare;
        this.amount = amount;
    }

    /**
     * The sheet of a meeting, without amounts.
     *
     * @param minutes the full minutes
     * @return the sheet
     */
    public static AttendanceSheet of(Minutes minutes) {
        return new AttendanceSheet(minutes, BigDecimal.ZERO, Optional.empty());
    }

    /**
     * This sheet with the part of the meeting that a member must attend to be paid.
     *
     * @param share from 0, when to have come is enough, to 1, when all of it is needed
     * @return a new sheet
     * @throws IllegalArgumentException if it is less than 0 or more than 1
     */
    public AttendanceSheet withMinimumShare(BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("the share of a meeting lies between 0 and 1, not at " + share);
        }
        return new AttendanceSheet(minutes, share, amount);
    }

    /**
     * This sheet with what a member is due for the meeting.
     *
     * @param euro the amount in euro and cents
     * @return a new sheet
     * @throws IllegalArgumentException if it is negative, or has fractions of a cent
     */
    public AttendanceSheet withAmount(BigDecimal euro) {
        if (euro.signum() < 0 || euro.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("not an amount in euro and cents: " + euro.toPlainString());
        }
        return new AttendanceSheet(minutes, minimumShare, Optional.of(euro.setScale(2)));
    }

    /**
     * The rows, in the order of the seats; computed anew at each call.
     *
     * @return a row for each member in office on the day
     * @throws MinutesException with code {@code EVENT_OUT_OF_ORDER} if the events are not in order of time
     */
    public List<AttendanceRow> rows() {
        return new AttendanceCount(minutes.meeting(), minimumShare, amount).rows();
    }

    /**
     * The sheet as CSV, with a head line, commas, every cell in quotes and lines that end as RFC 4180 says. A cell that a
     * spreadsheet would take for a formula begins with an apostrophe.
     *
     * @param language the language of the head line and of words in cells
     * @return UTF-8 text without a mark at its beginning
     * @throws MinutesException as {@link #rows} says
     */
    public byte[] csv(Locale language) {
        StringBuilder csv = new StringBuilder(CsvLine.of(AttendanceRow.head(language)));
        rows().forEach(row -> csv.append(CsvLine.of(row.cells(language))));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the sheet to a CSV file that appears whole or not at all.
     *
     * @param language the language of the head line and of words in cells
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     * @throws MinutesException as {@link #rows} says
     */
    public void write(Locale language, Path target) throws IOException {
        PendingFile.write(target, csv(language));
    }
}
