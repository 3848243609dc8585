// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.RichCouncil;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttendanceSheetTest {
    private static AttendanceRow row(AttendanceSheet sheet, String seat) {
        return sheet.rows().stream()
                .filter(row -> row.seat().id().equals(seat))
                .findFirst()
                .orElseThrow();
    }

    private static AttendanceSheet sheet() {
        return AttendanceSheet.of(RichCouncil.minutes());
    }

    @Test
    void suspensionsDoNotCount() {
        AttendanceRow president = row(sheet(), "c1");
        assertEquals(Duration.ofMinutes(57), president.present());
        assertEquals(new BigDecimal("1.0000"), president.share());
        assertTrue(president.atRollCall());
        assertEquals(8 - 1, president.votes());
        assertEquals(president.votes(), president.votesAttended());
    }

    @Test
    void whoComesLateOrLosesTheConnectionIsPaidForWhatHeAttended() {
        AttendanceRow late = row(sheet(), "c5");
        assertFalse(late.atRollCall());
        assertEquals(Duration.ofMinutes(70 - 17 - 10), late.present());
        assertEquals(Duration.ofMinutes(56), row(sheet(), "c4").present());
        assertEquals(2, row(sheet(), "c4").intervals().size());
    }

    @Test
    void theAmountIsDueFromTheShareOnThatTheRegulationAsks() {
        AttendanceSheet sheet = sheet().withAmount(new BigDecimal("36.15"));
        assertEquals(Optional.of(new BigDecimal("36.15")), row(sheet, "c5").due());
        AttendanceSheet strict = sheet.withMinimumShare(new BigDecimal("0.8"));
        assertEquals(Optional.of(new BigDecimal("0.00")), row(strict, "c5").due());
        assertEquals(Optional.of(new BigDecimal("36.15")), row(strict, "c1").due());
        assertEquals(Optional.of(new BigDecimal("0.00")), row(sheet, "c6").due());
        assertEquals(Optional.empty(), row(sheet(), "c1").due());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001"})
    void whatIsNoAmountIsRefused(String amount) {
        assertThrows(IllegalArgumentException.class, () -> sheet().withAmount(new BigDecimal(amount)));
        assertThrows(IllegalArgumentException.class, () -> sheet().withMinimumShare(new BigDecimal("1.01")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uFF1D1", "|cmd", "%x"})
    void aCellThatASpreadsheetWouldRunBeginsWithAnApostrophe(String cell) {
        assertTrue(CsvLine.of(List.of(cell)).startsWith("\"'"), cell);
    }

    @Test
    void quotesCommasAndLinesAreKeptAsTheRfcSays() {
        assertEquals("\"a\"\"b\",\"c,d\",\"e\nf\",\"\"\r\n", CsvLine.of(List.of("a\"b", "c,d", "e\nf", "")));
    }

    @Test
    void theFileHasAHeadAndARowForEachMember(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("gettoni.csv");
        sheet().withAmount(new BigDecimal("30")).write(Locale.ITALIAN, file);
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertEquals(8, lines.size());
        assertTrue(lines.get(0).startsWith("\"carica\",\"cognome\""));
        String csv = Files.readString(file);
        assertTrue(csv.contains("\"'=Valfiorita domani\""));
        assertTrue(csv.contains("\"Köhl, \"\"detta\"\" Vö\""));
        assertTrue(csv.contains("in presenza"));
        assertFalse(csv.contains(RichCouncil.CANARY));
    }
}
