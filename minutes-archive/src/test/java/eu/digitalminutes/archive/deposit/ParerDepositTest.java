// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.deposit.FakeParer.Fault;
import eu.digitalminutes.archive.deposit.parer.ParerProvider;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Progress;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A package is deposited at ParER exactly once, whatever fails on the way, and its receipt is kept. */
class ParerDepositTest {
    private static final Retries ONCE = Retries.standard().attempts(1);

    @TempDir
    Path temp;

    private FakeParer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeParer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ParerProvider provider(URI address) {
        return ParerProvider.at(address, FakeParer.PASSWORD::toCharArray).silence(Duration.ofMillis(2500));
    }

    private Deposit deposit(Path content) {
        return Deposit.of(content, provider(server.address())).retrying(ONCE);
    }

    private Path zip(int bytes) throws IOException {
        return SacerPackages.write(temp.resolve("package.zip"), PackageForm.ZIP, bytes);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void packageOfEveryFormIsTakenAndItsReceiptKept(PackageForm form) throws Exception {
        Path attached = Files.writeString(temp.resolve("voti.csv"), "a;b");
        Path content = SacerPackages.write(temp.resolve("p"), form, 300_000, attached);
        DepositResult result = deposit(content).run(Task.none());
        assertEquals(DepositOutcome.ACCEPTED, result.outcome());
        DepositReceipt receipt = result.receipt().orElseThrow();
        assertEquals(temp.resolve("p.deposit/rapporto-versamento.xml"), receipt.file());
        assertEquals(Fingerprinter.fingerprint(receipt.file()).digest(), receipt.digest());
        assertEquals(server.reports.values().iterator().next(), Files.readString(receipt.file()));
        assertEquals(Instant.parse("2026-03-12T09:15:30Z"), receipt.time());
        assertTrue(receipt.identifier().endsWith(":SIP-UD"), receipt.identifier());
        assertEquals(receipt.digest(), receipt.step().receipt());
        assertEquals(
                receipt.digest(),
                DepositReceipt.in(temp.resolve("p.deposit")).orElseThrow().digest());
    }

    @Test
    void depositThatWasMadeIsRecognisedWithoutAskingTheProvider() throws Exception {
        Path content = zip(5000);
        deposit(content).run(Task.none());
        server.close();
        assertEquals(DepositOutcome.ACCEPTED, deposit(content).run(Task.none()).outcome());
    }

    private static List<String> receiptCodes(Path folder, Path content) throws IOException {
        return DepositReceipt.check(folder, content, Task.none()).findings().stream()
                .map(finding -> finding.code())
                .toList();
    }

    @Test
    void receiptOfAnotherYearIsFoundWhateverWasReplacedWithIt() throws Exception {
        Path content = zip(5000);
        Path folder = temp.resolve("package.zip.deposit");
        assertEquals(List.of("RECEIPT_MISSING"), receiptCodes(folder, content));
        deposit(content).run(Task.none());
        assertEquals(List.of(), receiptCodes(folder, content));

        Path year = Files.createDirectory(temp.resolve("another"));
        Path other = SacerPackages.write(year.resolve("package.zip"), PackageForm.ZIP, 6000);
        stop();
        start();
        deposit(other).run(Task.none());
        Path otherFolder = year.resolve("package.zip.deposit");
        assertEquals(List.of(), receiptCodes(otherFolder, other));

        assertEquals(List.of("RECEIPT_OF_ANOTHER_PACKAGE"), receiptCodes(otherFolder, content));
        Path receipt = folder.resolve("rapporto-versamento.xml");
        byte[] own = Files.readAllBytes(receipt);
        Files.copy(otherFolder.resolve("rapporto-versamento.xml"), receipt, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of("RECEIPT_ALTERED"), receiptCodes(folder, content));
        Path journal = folder.resolve("deposit.json");
        Files.writeString(
                journal,
                Files.readString(journal)
                        .replace(
                                Digest.of(Fingerprinter.sha256().digest(own)).hex(),
                                Fingerprinter.fingerprint(receipt).digest().hex()));
        assertEquals(List.of("RECEIPT_PROVES_NOTHING"), receiptCodes(folder, content));
    }

    @Test
    void receiptThatGotLostIsFetchedAgainAndNothingIsDoubled() throws Exception {
        Path content = zip(5000);
        Path receipt = deposit(content).run(Task.none()).receipt().orElseThrow().file();
        Files.writeString(receipt, "altered");
        assertEquals(
                receipt,
                deposit(content).run(Task.none()).receipt().orElseThrow().file());
        assertEquals(List.of("POSITIVO", "NEGATIVO"), server.outcomes);
        assertEquals(1, server.stored.size());
        assertFalse(Files.readString(receipt).contains("altered"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void afterEveryFailureTheNextRunEndsWithOneUnitAndItsReceipt(Fault fault) throws Exception {
        Path content = zip(400_000);
        server.faults.add(fault);
        String first = outcome(content);
        String expected = switch (fault) {
            case NONE, SLOW -> "ACCEPTED";
            case REFUSAL -> "REFUSED";
            case CUT_REQUEST, CUT_AFTER_STORING, HALF_ANSWER, GIGANTIC_ANSWER -> "DEPOSIT_UNREACHABLE";
            case SILENT_AFTER_STORING -> "DEPOSIT_TIMEOUT";
            case MALFORMED_ANSWER, ENTITY_IN_ANSWER, NO_REPORT -> "DEPOSIT_ANSWER_UNREADABLE";
            case WRONG_HASH, WRONG_INDEX_HASH -> "DEPOSIT_RECEIPT_MISMATCH";
            case BREAKDOWN, STATUS_500 -> "DEPOSIT_PROVIDER_FAILED";
        };
        assertEquals(expected, first);
        assertEquals("ACCEPTED", outcome(content));
        assertDepositedOnce(content);
    }

    @Test
    void anyThreeFailuresInARowEndWithOneUnitAndItsReceipt() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 12; i++) {
            Path content = SacerPackages.write(temp.resolve("p" + i), PackageForm.DIRECTORY, 1000 + i);
            server.reports.clear();
            server.stored.clear();
            for (int j = 0; j < 3; j++) {
                Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
                server.faults.add(fault == Fault.SILENT_AFTER_STORING ? Fault.CUT_AFTER_STORING : fault);
            }
            String outcome = "";
            for (int run = 0; run < 5 && !outcome.equals("ACCEPTED"); run++) {
                outcome = outcome(content);
            }
            assertDepositedOnce(content);
            server.faults.clear();
        }
    }

    private String outcome(Path content) throws IOException {
        try {
            return deposit(content).run(Task.none()).outcome().name();
        } catch (MinutesException e) {
            assertFalse(e.toString().contains(FakeParer.PASSWORD), e.toString());
            return e.code();
        }
    }

    private void assertDepositedOnce(Path content) throws IOException {
        assertEquals(1, server.stored.size(), server.stored::toString);
        Path folder = content.resolveSibling(content.getFileName() + ".deposit");
        assertTrue(DepositReceipt.in(folder).isPresent());
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains(FakeParer.PASSWORD), file.toString());
            }
        }
    }

    @Test
    void whatMayPassIsTriedAgainWithinOneRun() throws Exception {
        Path content = zip(1000);
        server.faults.addAll(List.of(Fault.BREAKDOWN, Fault.STATUS_500, Fault.CUT_AFTER_STORING));
        Retries quick = Retries.standard().pauses(Duration.ofMillis(1), Duration.ofMillis(4));
        DepositResult result =
                Deposit.of(content, provider(server.address())).retrying(quick).run(Task.none());
        assertEquals(DepositOutcome.ACCEPTED, result.outcome());
        assertEquals(1, server.stored.size());
    }

    @Test
    void refusalThreeTimesIsToldEachTimeAndThePackageIsTakenTheFourth() throws Exception {
        Path content = zip(1000);
        for (int i = 0; i < 3; i++) {
            server.faults.add(Fault.REFUSAL);
            DepositResult result = deposit(content).run(Task.none());
            assertEquals(DepositOutcome.REFUSED, result.outcome());
            assertEquals(List.of(new DepositNotice("FIRMA-001", "firma non valida")), result.notices());
            assertTrue(Files.readString(temp.resolve("package.zip.deposit/answer.xml"))
                    .contains("FIRMA-001"));
        }
        assertEquals(DepositOutcome.ACCEPTED, deposit(content).run(Task.none()).outcome());
    }

    @Test
    void anotherUnitUnderTheSameKeyIsAConflict() throws Exception {
        deposit(zip(1000)).run(Task.none());
        Path other = SacerPackages.write(temp.resolve("other.zip"), PackageForm.ZIP, 2000);
        ContentMismatchException e = assertThrows(
                ContentMismatchException.class, () -> deposit(other).run(Task.none()));
        assertEquals("DEPOSIT_CONFLICT", e.code());
        assertEquals(1, server.stored.size());
    }

    @Test
    void packageThatChangedAfterItWasSentIsNotSentAgain() throws Exception {
        Path content = zip(1000);
        server.faults.add(Fault.CUT_AFTER_STORING);
        assertEquals("DEPOSIT_UNREACHABLE", outcome(content));
        Files.delete(content);
        SacerPackages.write(content, PackageForm.ZIP, 1001);
        assertEquals("DEPOSIT_PACKAGE_CHANGED", outcome(content));
        Files.delete(content);
        SacerPackages.write(temp.resolve("again.zip"), PackageForm.ZIP, 1000);
        assertEquals(1, server.stored.size());
    }

    @Test
    void packageThatWasRefusedMayBeMendedAndSentAgain() throws Exception {
        Path content = zip(1000);
        server.faults.add(Fault.REFUSAL);
        assertEquals("REFUSED", outcome(content));
        Files.delete(content);
        SacerPackages.write(content, PackageForm.ZIP, 1001);
        assertEquals("ACCEPTED", outcome(content));
    }

    @Test
    void fileThatIsNotWhatTheIndexSaysNeverArrivesWhole() throws Exception {
        Path content = SacerPackages.write(temp.resolve("p"), PackageForm.DIRECTORY, 50_000);
        Files.write(content.resolve("content/minutes.asice"), new byte[50_000]);
        assertEquals("DEPOSIT_PACKAGE_ALTERED", outcome(content));
        assertEquals(List.of(), server.stored);
        assertEquals(List.of(), server.outcomes);
    }

    @ParameterizedTest
    @CsvSource({"SHA-512, false", "SHA-256, true", "SHA-1, false", "SHA-384, true"})
    void reportMayUseOtherAlgorithmsAndBase64(String algorithm, boolean base64) throws Exception {
        server.hashAlgorithm = algorithm;
        server.inBase64 = base64;
        assertEquals("ACCEPTED", outcome(zip(1000)));
    }

    @Test
    void digestByBrokenAlgorithmProvesNothing() throws Exception {
        server.hashAlgorithm = "MD5";
        assertEquals("DEPOSIT_RECEIPT_MISMATCH", outcome(zip(1000)));
    }

    @Test
    void wrongPasswordIsARefusalAndStandsNowhere() throws Exception {
        Path content = zip(1000);
        DepositResult result = Deposit.of(content, ParerProvider.at(server.address(), "sbagliata"::toCharArray))
                .run(Task.none());
        assertEquals(DepositOutcome.REFUSED, result.outcome());
        assertEquals("UD-001-014", result.notices().get(0).code());
    }

    @Test
    void dryRunStoresNothingAnywhere() throws Exception {
        Path content = zip(1000);
        assertEquals(
                DepositOutcome.SIMULATED, deposit(content).simulate(Task.none()).outcome());
        assertEquals(List.of(), server.stored);
        assertFalse(Files.exists(temp.resolve("package.zip.deposit")));
        server.faults.add(Fault.REFUSAL);
        assertEquals(
                DepositOutcome.REFUSED, deposit(content).simulate(Task.none()).outcome());
    }

    @Test
    void packageAboveTheLimitIsNotEvenSent() throws Exception {
        Path content = zip(100_000);
        MinutesException e = assertThrows(
                MinutesException.class,
                () -> Deposit.of(content, provider(server.address()).limits(99_999, 1_000_000))
                        .run(Task.none()));
        assertEquals("DEPOSIT_TOO_LARGE", e.code());
        assertEquals(List.of(), server.outcomes);
    }

    @Test
    void packageOfAnotherStandardIsNotSent() throws Exception {
        Path bag = Files.createDirectory(temp.resolve("bag"));
        Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: 1.0\n");
        assertEquals("DEPOSIT_NOT_SACER", outcome(bag));
    }

    @Test
    void addressWithoutEncryptionOrWithPasswordIsRefused() {
        for (String address : List.of("http://example.org/x", "https://a:b@example.org/", "ftp://example.org/", "x")) {
            assertThrows(IllegalArgumentException.class, () -> ParerProvider.at(URI.create(address), "p"::toCharArray));
        }
    }

    @Test
    void wrongAddressIsToldAsSuchAndNotTriedAgain() throws Exception {
        URI wrong = URI.create(server.address().toString().replace("sacerws", "nothing"));
        Path content = zip(10);
        MinutesException e = assertThrows(
                MinutesException.class,
                () -> Deposit.of(content, provider(wrong)).run(Task.none()));
        assertEquals("DEPOSIT_PROTOCOL", e.code());
    }

    @Test
    void questionByGetIsAnsweredWith405() throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(server.address() + "/VersamentoSync").toURL().openConnection();
        assertEquals(405, connection.getResponseCode());
    }

    @Test
    void progressIsToldByBytesAndCancellationLeavesADepositThatGoesOn() throws Exception {
        Path content = zip(3_000_000);
        server.faults.add(Fault.SLOW);
        List<Progress> told = new ArrayList<>();
        long started = System.nanoTime();
        Task task = Task.reporting(told::add)
                .cancellableBy(() -> System.nanoTime() - started > TimeUnit.MILLISECONDS.toNanos(1)
                        && told.stream().anyMatch(one -> one.stage().startsWith("deposit")));
        try {
            deposit(content).run(task);
        } catch (CancelledException e) {
            assertEquals("CANCELLED", e.code());
        }
        assertTrue(
                told.stream().anyMatch(one -> one.stage().startsWith("deposit") && one.bytesDone() > 0),
                told::toString);
        assertEquals("ACCEPTED", outcome(content));
        assertDepositedOnce(content);
    }

    @Test
    void providerThatIsDownIsToldAfterTheLastAttempt() throws Exception {
        Path content = zip(10);
        server.close();
        assertThrows(ServiceUnavailableException.class, () -> deposit(content).run(Task.none()));
    }

    @Test
    void depositBegunElsewhereIsNotBegunHere() throws Exception {
        Path content = zip(10);
        deposit(content).run(Task.none());
        URI other = URI.create(server.address() + "/other");
        MinutesException e = assertThrows(
                MinutesException.class,
                () -> Deposit.of(content, provider(other)).run(Task.none()));
        assertEquals("DEPOSIT_ELSEWHERE", e.code());
    }

    @Test
    void whatNeverLeftMayBeMadeAnewOrSentElsewhere() throws Exception {
        Path content = zip(10);
        URI wrong = URI.create(server.address().toString().replace("sacerws", "nothing"));
        URI closed = URI.create("http://localhost:1/sacerws");
        for (URI address : List.of(wrong, closed)) {
            assertThrows(
                    MinutesException.class,
                    () -> Deposit.of(content, provider(address)).retrying(ONCE).run(Task.none()));
        }
        assertThrows(
                MinutesException.class,
                () -> Deposit.of(content, provider(server.address()).limits(10, 10))
                        .run(Task.none()));
        Files.delete(content);
        SacerPackages.write(content, PackageForm.ZIP, 1001);
        assertEquals("ACCEPTED", outcome(content));
    }

    @Test
    void journalThatIsDamagedIsToldAndTheProviderRecognisesWhatItHas() throws Exception {
        Path content = zip(10);
        deposit(content).run(Task.none());
        Path journal = temp.resolve("package.zip.deposit/deposit.json");
        for (String damage : List.of("", "{", "{}", "[]", "{\"state\":\"accepted\",\"packageDigest\":\"x\"}")) {
            Files.writeString(journal, damage);
            assertEquals("DEPOSIT_JOURNAL_DAMAGED", outcome(content), damage);
        }
        Files.delete(journal);
        assertEquals("ACCEPTED", outcome(content));
        assertEquals(1, server.stored.size());
    }

    @Test
    @Tag("killed")
    void processThatIsKilledAnywhereLeavesADepositThatGoesOn() throws Exception {
        Path content = zip(200_000);
        int killed = 0;
        for (int wait : new int[] {0, 120, 260, 420}) {
            server.faults.clear();
            server.faults.add(Fault.SLOW);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Program.class.getName(),
                            content.toString(),
                            server.address().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(temp.resolve("log").toFile())
                    .start();
            Path journal = temp.resolve("package.zip.deposit/deposit.json");
            while (process.isAlive() && !Files.exists(journal)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            process.waitFor(wait, TimeUnit.MILLISECONDS);
            killed += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
        }
        assertTrue(killed > 0, "nobody was killed: this test proves nothing");
        TimeUnit.MILLISECONDS.sleep(350);
        server.faults.clear();
        assertEquals("ACCEPTED", outcome(content));
        assertDepositedOnce(content);
    }

    /** A process that deposits. */
    public static final class Program {
        private Program() {}

        public static void main(String[] words) throws IOException {
            Deposit.of(Path.of(words[0]), provider(URI.create(words[1])))
                    .retrying(ONCE)
                    .run(Task.none());
        }
    }
}
