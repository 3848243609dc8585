// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.deposit.FakeParer.Fault;
import eu.digitalminutes.archive.deposit.drop.FolderDrop;
import eu.digitalminutes.archive.deposit.parer.ParerProvider;
import eu.digitalminutes.archive.deposit.parer.PingRoute;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package above the limits goes by PING: announced, brought, told of, asked for, until its report is there. */
class PingDepositTest {
    private static final Retries QUICK = Retries.standard()
            .attempts(1)
            .pauses(Duration.ofMillis(1), Duration.ofMillis(5))
            .patience(Duration.ofSeconds(20));

    @TempDir
    Path temp;

    private FakeParer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeParer();
        server.inbox = Files.createDirectory(temp.resolve("inbox"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Deposit deposit(Path content, Retries retries) {
        PingRoute route = PingRoute.at(
                server.ping(),
                "PARER_TEST",
                "comune_esempio",
                "ping-user",
                FakeParer.PASSWORD::toCharArray,
                FolderDrop.of(server.inbox));
        ParerProvider provider = ParerProvider.at(server.address(), FakeParer.PASSWORD::toCharArray)
                .limits(50_000, 60_000)
                .silence(Duration.ofMillis(2500))
                .large(route);
        return Deposit.of(content, provider).retrying(retries);
    }

    private Path zip(int bytes) throws IOException {
        return SacerPackages.write(temp.resolve("package.zip"), PackageForm.ZIP, bytes);
    }

    @Test
    void largePackageIsPreservedAndItsReportHeldAgainstItsFiles() throws Exception {
        DepositResult result = deposit(zip(200_000), QUICK).run(Task.none());
        assertEquals(DepositOutcome.ACCEPTED, result.outcome());
        assertEquals(1, server.stored.size());
        assertEquals(List.of(), server.outcomes, "nothing went by the synchronous service");
        assertTrue(Files.readString(result.receipt().orElseThrow().file()).contains("RapportoVersamento"));
    }

    @Test
    void smallPackageGoesByTheSynchronousService() throws Exception {
        assertEquals(
                DepositOutcome.ACCEPTED,
                deposit(zip(1000), QUICK).run(Task.none()).outcome());
        assertEquals(List.of("POSITIVO"), server.outcomes);
    }

    @Test
    void providerThatHasNotDecidedIsAskedAgainByTheNextRun() throws Exception {
        Path content = zip(200_000);
        Retries impatient = QUICK.patience(Duration.ZERO);
        DepositOutcome outcome = DepositOutcome.PENDING;
        int runs = 0;
        while (outcome == DepositOutcome.PENDING && runs++ < 10) {
            outcome = deposit(content, impatient).run(Task.none()).outcome();
        }
        assertEquals(DepositOutcome.ACCEPTED, outcome);
        assertTrue(runs > 2, "only " + runs + " runs");
        assertEquals(1, server.stored.size());
    }

    @Test
    void afterAFailureAtAnyStepTheNextRunsEndWithOneUnit() throws Exception {
        for (Fault fault : List.of(Fault.STATUS_500, Fault.CUT_AFTER_STORING)) {
            for (int step = 0; step < 6; step++) {
                Path content =
                        SacerPackages.write(temp.resolve("p-" + fault + step + ".zip"), PackageForm.ZIP, 60_000 + step);
                server.stored.clear();
                server.reports.clear();
                server.objects.clear();
                Files.walk(server.inbox)
                        .filter(Files::isRegularFile)
                        .forEach(file -> file.toFile().delete());
                for (int i = 0; i < step; i++) {
                    server.faults.add(Fault.NONE);
                }
                server.faults.add(fault);
                DepositOutcome outcome = DepositOutcome.PENDING;
                for (int run = 0; run < 12 && outcome == DepositOutcome.PENDING; run++) {
                    try {
                        outcome = deposit(content, QUICK.patience(Duration.ZERO))
                                .run(Task.none())
                                .outcome();
                    } catch (eu.digitalminutes.core.outcome.ServiceUnavailableException e) {
                        // The next run goes on.
                    }
                }
                assertEquals(DepositOutcome.ACCEPTED, outcome, fault + " at step " + step);
                assertEquals(1, server.stored.size(), fault + " at step " + step);
            }
        }
    }

    @Test
    void objectThatIsClosedWithAnErrorIsARefusalAndMayBeSentAgain() throws Exception {
        Path content = zip(200_000);
        deposit(content, QUICK.patience(Duration.ZERO)).run(Task.none());
        server.objects.replaceAll((key, state) -> "CHIUSO_ERR_VERIFICA_HASH");
        DepositResult refused = deposit(content, QUICK).run(Task.none());
        assertEquals(DepositOutcome.REFUSED, refused.outcome());
        assertEquals("CHIUSO_ERR_VERIFICA_HASH", refused.notices().get(0).code());
        assertEquals(
                DepositOutcome.ACCEPTED,
                deposit(content, QUICK).run(Task.none()).outcome());
    }

    @Test
    void announcementThatIsRefusedIsTold() throws Exception {
        server.faults.addAll(List.of(Fault.NONE, Fault.REFUSAL));
        DepositResult refused = deposit(zip(200_000), QUICK).run(Task.none());
        assertEquals("PING-OBJ-001", refused.notices().get(0).code());
    }

    @Test
    void onlyZipFilesGoByThisRoute() throws Exception {
        Path content = SacerPackages.write(temp.resolve("p"), PackageForm.DIRECTORY, 200_000);
        MinutesException e = assertThrows(
                MinutesException.class, () -> deposit(content, QUICK).run(Task.none()));
        assertEquals("DEPOSIT_FORM", e.code());
    }
}
