// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.PremisSchema;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A deposit that was accepted tells of itself in PREMIS, beside journal and receipt. */
class DepositPremisTest {
    private static final Instant TAKEN = Instant.parse("2026-03-12T09:15:30Z");
    private static final byte[] RECEIPT = "<rdv/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    /** A provider that gives one answer. */
    private record Provider(DepositAnswer answer) implements PreservationProvider {
        @Override
        public String name() {
            return "conservatore di <prova> & altri";
        }

        @Override
        public DepositAnswer submit(DepositPackage content, Task task) {
            return answer;
        }

        @Override
        public DepositAnswer poll(DepositPackage content, String ticket, Task task) {
            return answer;
        }
    }

    private static DepositAnswer accepted(DepositNotice... notices) {
        return new DepositAnswer.Accepted("receipt.xml", RECEIPT, "urn:prova:1", TAKEN, List.of(notices));
    }

    private Path packed(PackageForm form) throws IOException {
        return SacerPackages.write(temp.resolve("p"), form, 1000);
    }

    private static boolean says(String premis, String element, String text) {
        return premis.contains("<premis:" + element + ">" + text + "</premis:" + element + ">");
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void acceptedDepositIsToldOfWithPackageReceiptAndProvider(PackageForm form) throws Exception {
        Deposit deposit = Deposit.of(packed(form), new Provider(accepted()));
        DepositReceipt receipt = deposit.run(Task.none()).receipt().orElseThrow();
        PremisSchema.validate(deposit.premis());
        String premis = Files.readString(deposit.premis());
        assertTrue(says(premis, "eventType", "transfer"), premis);
        assertTrue(says(premis, "eventDateTime", TAKEN.toString()), premis);
        assertTrue(says(premis, "eventOutcome", "success"), premis);
        assertTrue(
                says(premis, "eventOutcomeDetailNote", "identificativo presso il conservatore: urn:prova:1"), premis);
        assertTrue(says(premis, "agentName", "conservatore di &lt;prova&gt; &amp; altri"), premis);
        assertTrue(premis.contains(receipt.packageDigest().hex()), premis);
        assertTrue(
                says(
                        premis,
                        "messageDigest",
                        Digest.of(Fingerprinter.sha256().digest(RECEIPT)).hex()),
                premis);
        assertEquals(
                form != PackageForm.DIRECTORY,
                premis.contains("premis:file\""
                        + ">\n    <premis:objectIdentifier>\n      <premis:objectIdentifierType>local</premis:objectIdentifierType>\n"
                        + "      <premis:objectIdentifierValue>package<"));
        switch (form) {
            case DIRECTORY -> assertTrue(premis.contains("premis:representation"), premis);
            case ZIP -> assertTrue(says(premis, "formatName", "application/zip"), premis);
            case TAR -> assertTrue(says(premis, "formatName", "application/x-tar"), premis);
        }
    }

    @Test
    void warningsOfTheProviderAreNotesOfTheOutcome() throws Exception {
        Deposit deposit = Deposit.of(
                packed(PackageForm.ZIP), new Provider(accepted(new DepositNotice("FORMATO-001", "formato <nuovo>"))));
        deposit.run(Task.none());
        PremisSchema.validate(deposit.premis());
        String premis = Files.readString(deposit.premis());
        assertTrue(says(premis, "eventOutcome", "warning"), premis);
        assertTrue(says(premis, "eventOutcomeDetailNote", "FORMATO-001: formato &lt;nuovo&gt;"), premis);
    }

    @Test
    void whatWasNotTakenIsNotToldOf() throws Exception {
        DepositAnswer refused =
                new DepositAnswer.Refused(List.of(new DepositNotice("X", "no")), "no".getBytes(StandardCharsets.UTF_8));
        Deposit deposit = Deposit.of(packed(PackageForm.ZIP), new Provider(refused));
        assertEquals(DepositOutcome.REFUSED, deposit.run(Task.none()).outcome());
        assertFalse(Files.exists(deposit.premis()));
    }

    @Test
    void eventThatGotLostIsWrittenAgainByTheNextRunAndOneThatIsThereIsLeftAlone() throws Exception {
        Deposit deposit = Deposit.of(packed(PackageForm.ZIP), new Provider(accepted()));
        deposit.run(Task.none());
        byte[] first = Files.readAllBytes(deposit.premis());
        Files.delete(deposit.premis());
        deposit.run(Task.none());
        assertEquals(new String(first, StandardCharsets.UTF_8), Files.readString(deposit.premis()));
        Files.writeString(deposit.premis(), "mine");
        deposit.run(Task.none());
        assertEquals("mine", Files.readString(deposit.premis()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"premis.xml", "Deposit.json", "answer.xml", "deposit.lock"})
    void receiptCannotBeCalledAsAFileOfTheDepositsOwn(String name) {
        assertThrows(
                IllegalArgumentException.class, () -> new DepositAnswer.Accepted(name, RECEIPT, "", TAKEN, List.of()));
    }
}
