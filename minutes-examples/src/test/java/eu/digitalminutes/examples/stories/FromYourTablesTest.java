// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FromYourTablesTest {
    private static final String NOTIFIED = ",2024-06-20,2026-03-03T09:12:00+01:00,ricevuta-";

    @TempDir
    Path folder;

    @BeforeEach
    void tables() throws IOException {
        write(
                "members.csv",
                "id,given name,family name,tax code,role,group,since,notified,receipt",
                "sindaco,Maria,Rossi,RSSMRA70A41H501X,mayor,Insieme" + NOTIFIED + "1",
                "bianchi,Luca,Bianchi,,councillor,Insieme" + NOTIFIED + "2",
                "verdi,Anna,Verdi,,councillor,Insieme" + NOTIFIED + "3",
                "neri,Ugo,Neri,,councillor,Alternativa" + NOTIFIED + "4",
                "gallo,Elena,Gallo,,councillor,Alternativa" + NOTIFIED + "5",
                "segretario,Bruno,Rinaldi,RNLBRN65B02F205Y,secretary,,,,");
        write(
                "agenda.csv",
                "number,title,reference,proponent,technical officer,accounting officer,opinions of",
                "1,Variazione di bilancio,41/2026,Assessore al bilancio,Carla Fontana,Sergio Moro,2026-03-02");
        write(
                "events.csv",
                "at,kind,first,second",
                at("00:01,in,sindaco,"),
                at("00:02,in,bianchi,"),
                at("00:03,in,verdi,"),
                at("00:04,in,neri,"),
                at("00:05,in,segretario,"),
                at("01:00,open,sindaco,segretario"),
                at("01:10,filming,,"),
                at("02:00,roll-call,,"),
                at("03:00,item,1,"),
                at("04:00,speech,neri,"),
                at("06:00,vote,v1,1"),
                at("06:30,count,v1,"),
                at("07:00,outcome,v1,approved"),
                at("08:00,out,bianchi,"),
                at("09:00,close,,"));
        write(
                "ballots.csv",
                "vote,seat,choice",
                "v1,sindaco,yes",
                "v1,bianchi,yes",
                "v1,verdi,abstained",
                "v1,neri,no");
        write("rules.json", "{ \"preset\": \"ordinary-council\", \"name\": \"Valfiorita, Consiglio comunale\" }");
        write("recording.mp4", "a recording");
    }

    private static String at(String row) {
        return "2026-03-12T18:" + row.replaceFirst(",", "+01:00,");
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void theTablesBecomeValidMinutesThatAreOnlyNotYetRegisteredAndApproved() throws IOException {
        Report report = FromYourTables.run(folder);
        assertEquals(
                List.of("NOT_REGISTERED", "NOT_APPROVED"),
                report.findings().stream().map(Finding::code).toList());
        assertTrue(report.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO));

        Minutes minutes = MinutesJson.read(folder.resolve("minutes.json"));
        assertEquals(Verdict.VALID, MinutesChecker.check(minutes).verdict());
        assertEquals(15, minutes.meeting().logHead().orElseThrow().events());
    }

    @Test
    void whatTheTablesSayWrongIsAFinding() throws IOException {
        write("ballots.csv", "vote,seat,choice", "v1,sindaco,yes", "v1,gallo,yes", "v1,verdi,no", "v1,neri,no");
        assertEquals(
                List.of("OUTCOME_WRONG", "VOTER_ABSENT"),
                FromYourTables.run(folder).findings().stream()
                        .filter(finding -> finding.severity() == Severity.FAIL)
                        .map(Finding::code)
                        .toList());
    }
}
