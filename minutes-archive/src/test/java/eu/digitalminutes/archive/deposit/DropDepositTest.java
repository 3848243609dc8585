// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.deposit.drop.DropPoint;
import eu.digitalminutes.archive.deposit.drop.DropProvider;
import eu.digitalminutes.archive.deposit.drop.FolderDrop;
import eu.digitalminutes.archive.deposit.drop.SftpDrop;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package is laid where the provider takes it from, whole or not at all, once; the receipt is picked up there. */
class DropDepositTest {
    private static final String PASSWORD = "segreto";
    private static final Retries ONCE = Retries.standard().attempts(1).patience(Duration.ZERO);
    private static SshServer server;

    @TempDir
    static Path shared;

    @TempDir
    Path temp;

    private Path inbox;
    private Path knownHosts;

    @BeforeAll
    static void start() throws Exception {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(session -> List.of(KEY));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("ente") && password.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(shared));
        server.start();
    }

    private static final java.security.KeyPair KEY = key();

    private static java.security.KeyPair key() {
        try {
            return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop(true);
    }

    @BeforeEach
    void prepare() throws IOException {
        inbox = Files.createDirectory(shared.resolve("in-" + temp.getFileName()));
        knownHosts = hosts(KEY);
    }

    private Path hosts(java.security.KeyPair key) throws IOException {
        return Files.writeString(
                temp.resolve("known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    private DropPoint place(String kind) {
        return kind.equals("folder") ? FolderDrop.of(inbox) : sftp(PASSWORD);
    }

    private SftpDrop sftp(String password) {
        return SftpDrop.at(
                URI.create("sftp://ente@127.0.0.1:" + server.getPort() + "/" + inbox.getFileName()),
                knownHosts,
                password::toCharArray);
    }

    private Path zip(int bytes) throws IOException {
        return SacerPackages.write(temp.resolve("package.zip"), PackageForm.ZIP, bytes);
    }

    private static DepositResult run(Path content, DropPoint place) throws IOException {
        return Deposit.of(content, DropProvider.at(place)).retrying(ONCE).run(Task.none());
    }

    private List<String> laid() throws IOException {
        try (Stream<Path> all = Files.list(inbox)) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "sftp"})
    void packageIsLaidOnceAndTheReceiptPickedUpWhenItComes(String kind) throws Exception {
        Path content = zip(400_000);
        assertEquals(DepositOutcome.PENDING, run(content, place(kind)).outcome());
        assertArrayEquals(Files.readAllBytes(content), Files.readAllBytes(inbox.resolve("package.zip")));
        Files.delete(inbox.resolve("package.zip"));
        assertEquals(DepositOutcome.PENDING, run(content, place(kind)).outcome());
        assertTrue(
                Files.notExists(inbox.resolve("package.zip")), "what the provider has taken is not laid there again");
        Digest digest = Fingerprinter.fingerprint(content).digest();
        Files.writeString(inbox.resolve("package.zip.receipt.xml"), "<rdv>" + digest.base64() + "</rdv>");
        DepositResult result = run(content, place(kind));
        assertEquals(DepositOutcome.ACCEPTED, result.outcome());
        assertEquals(digest, result.receipt().orElseThrow().packageDigest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "sftp"})
    void receiptThatDoesNotNameThePackageIsKeptWithAWarning(String kind) throws Exception {
        Path content = zip(10);
        run(content, place(kind));
        Files.writeString(inbox.resolve("package.zip.receipt.txt"), "ricevuto");
        DepositResult result = run(content, place(kind));
        assertEquals(DepositOutcome.ACCEPTED_WITH_WARNINGS, result.outcome());
        assertEquals("RECEIPT_WITHOUT_DIGEST", result.notices().get(0).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "sftp"})
    void refusalIsTold(String kind) throws Exception {
        Path content = zip(10);
        run(content, place(kind));
        Files.writeString(inbox.resolve("package.zip.refused.txt"), "firma scaduta\n");
        DepositResult result = run(content, place(kind));
        assertEquals(DepositOutcome.REFUSED, result.outcome());
        assertEquals("firma scaduta", result.notices().get(0).message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "sftp"})
    void anotherFileOfThatNameIsAConflict(String kind) throws Exception {
        Files.writeString(inbox.resolve("package.zip"), "another");
        Path content = zip(10);
        MinutesException e = assertThrows(ContentMismatchException.class, () -> run(content, place(kind)));
        assertEquals("DEPOSIT_CONFLICT", e.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "sftp"})
    void copyThatIsStoppedLeavesNothingUnderTheNameAndIsGoneOnWith(String kind) throws Exception {
        Path content = zip(3_000_000);
        AtomicInteger asked = new AtomicInteger();
        // The fingerprint asks as well, once for each of its blocks.
        Task task = Task.none().cancellableBy(() -> Files.exists(inbox) && begun() && asked.incrementAndGet() > 4);
        assertThrows(
                CancelledException.class,
                () -> Deposit.of(content, DropProvider.at(place(kind)))
                        .retrying(ONCE)
                        .run(task));
        assertTrue(Files.notExists(inbox.resolve("package.zip")));
        if (kind.equals("sftp")) {
            assertEquals(1, laid().size(), laid()::toString);
        }
        assertEquals(DepositOutcome.PENDING, run(content, place(kind)).outcome());
        assertArrayEquals(Files.readAllBytes(content), Files.readAllBytes(inbox.resolve("package.zip")));
        assertTrue(laid().stream().noneMatch(name -> name.endsWith(".part")), laid()::toString);
    }

    private boolean begun() {
        try {
            return laid().stream().anyMatch(name -> name.endsWith(".part"));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void folderThatIsNotThereMayComeBack() throws Exception {
        Path content = zip(10);
        Files.delete(inbox);
        assertThrows(ServiceUnavailableException.class, () -> run(content, place("folder")));
        Files.createDirectory(inbox);
        assertEquals(DepositOutcome.PENDING, run(content, place("folder")).outcome());
    }

    @Test
    void packageThatIsAFolderIsNotLaidAnywhere() throws Exception {
        Path content = SacerPackages.write(temp.resolve("p"), PackageForm.DIRECTORY, 10);
        assertEquals(
                "DEPOSIT_FORM",
                assertThrows(MinutesException.class, () -> run(content, place("folder")))
                        .code());
    }

    @Test
    void serverWithAnotherKeyGetsNothingNotEvenThePassword() throws Exception {
        Path content = zip(10);
        hosts(key());
        AtomicInteger asked = new AtomicInteger();
        assertEquals(
                "DEPOSIT_HOST_UNKNOWN",
                assertThrows(MinutesException.class, () -> run(content, sftp(PASSWORD)))
                        .code());
        Files.writeString(knownHosts, "");
        assertEquals(
                "DEPOSIT_HOST_UNKNOWN",
                assertThrows(MinutesException.class, () -> run(content, sftp(PASSWORD)))
                        .code());
        Files.delete(knownHosts);
        assertThrows(NoSuchFileException.class, () -> run(content, sftp(PASSWORD)));
        assertEquals(List.of(), laid());
    }

    @Test
    void wrongPasswordIsToldAsSuch() throws Exception {
        Path content = zip(10);
        MinutesException e = assertThrows(MinutesException.class, () -> run(content, sftp("sbagliata")));
        assertEquals("DEPOSIT_LOGIN_REFUSED", e.code());
    }

    @Test
    void addressOfAServerHoldsAUserAndNoPassword() {
        for (String address : List.of("sftp://h/x", "sftp://u:p@h/x", "ftp://u@h/x")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SftpDrop.at(URI.create(address), knownHosts, PASSWORD::toCharArray));
        }
    }
}
