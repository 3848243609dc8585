// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deposits a package at a provider, once (<i>versamento in conservazione</i>). Immutable.
 *
 * <p>A folder beside the package, named after it with {@code .deposit}, holds the journal and, in the end, the receipt
 * and the event of the deposit in PREMIS ({@code premis.xml}).
 * Whatever stops a run (a failure, a restart, a killed process), run it again: it goes on where it was, and what the
 * provider has already is recognised, never doubled. The package is read once to be fingerprinted and once for each time
 * that it is sent.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.7</a>
 */
public final class Deposit {
    private static final Logger LOG = LoggerFactory.getLogger(Deposit.class);
    static final String ANSWER = "answer.xml";
    private static final long TICK_MILLIS = 50;

    private final Path path;
    private final PreservationProvider provider;
    private final Path folder;
    private final Retries retries;

    private Deposit(Path path, PreservationProvider provider, Path folder, Retries retries) {
        this.path = path;
        this.provider = provider;
        this.folder = folder;
        this.retries = retries;
    }

    /**
     * A deposit that can be run, now or again.
     *
     * @param path the package: a folder, a ZIP or a TAR file
     * @param provider who shall keep it
     * @return the deposit
     */
    public static Deposit of(Path path, PreservationProvider provider) {
        Path absolute = path.toAbsolutePath().normalize();
        return new Deposit(
                path,
                Objects.requireNonNull(provider, "provider"),
                absolute.resolveSibling(absolute.getFileName() + ".deposit"),
                Retries.standard());
    }

    /**
     * The same deposit with its journal and receipt elsewhere.
     *
     * @param place a folder of its own; made if it is not there
     * @return a new deposit
     */
    public Deposit in(Path place) {
        return new Deposit(path, provider, Objects.requireNonNull(place, "place"), retries);
    }

    /**
     * The same deposit with other numbers of attempts and pauses.
     *
     * @param value the retries
     * @return a new deposit
     */
    public Deposit retrying(Retries value) {
        return new Deposit(path, provider, folder, Objects.requireNonNull(value, "value"));
    }

    /**
     * Where journal and receipt lie.
     *
     * @return a folder; there once the deposit was run
     */
    public Path folder() {
        return folder;
    }

    /**
     * Where the event of the deposit lies, in PREMIS 3: package and receipt with their digests, the instant, the provider.
     *
     * @return a file in {@link #folder()}; there once the package was accepted
     */
    public Path premis() {
        return folder.resolve(DepositPremis.FILE_NAME);
    }

    /**
     * Has the provider check the package without taking it; nothing is written to the disk.
     *
     * @param task progress and cancellation
     * @return outcome {@link DepositOutcome#SIMULATED} or {@link DepositOutcome#REFUSED}
     * @throws IOException if the package cannot be read
     * @throws ServiceUnavailableException if the provider does not answer
     * @throws MinutesException with code {@code DEPOSIT_NO_SIMULATION}, if the provider cannot
     */
    public DepositResult simulate(Task task) throws IOException {
        try (DepositPackage content = DepositPackage.open(path, task)) {
            DepositAnswer answer = provider.simulate(content, task);
            if (answer instanceof DepositAnswer.Refused refused) {
                return new DepositResult(DepositOutcome.REFUSED, null, refused.notices());
            }
            List<DepositNotice> notices =
                    answer instanceof DepositAnswer.Simulated simulated ? simulated.notices() : List.of();
            return new DepositResult(DepositOutcome.SIMULATED, null, notices);
        }
    }

    /**
     * Deposits the package, or goes on with a deposit that was begun, or recognises one that was made.
     *
     * @param task progress and cancellation; after a cancellation the deposit can be run again
     * @return what came of it; a refusal is a result
     * @throws IOException if the package cannot be read or the journal cannot be written
     * @throws ServiceUnavailableException if the provider did not answer at any attempt; run it again later
     * @throws ContentMismatchException with code {@code DEPOSIT_CONFLICT}, if the provider has something else under this
     *     key, {@code DEPOSIT_RECEIPT_MISMATCH}, if its receipt is for other bytes, {@code DEPOSIT_PACKAGE_CHANGED}, if the
     *     package is not the one with which the deposit was begun
     * @throws MinutesException with code {@code DEPOSIT_BUSY}, {@code DEPOSIT_ELSEWHERE}, {@code DEPOSIT_JOURNAL_DAMAGED},
     *     or one of the provider's
     * @throws CancelledException if the task was cancelled
     */
    public DepositResult run(Task task) throws IOException {
        try (DepositPackage content = DepositPackage.open(path, task)) {
            Files.createDirectories(folder);
            try (DepositLock lock = DepositLock.take(folder)) {
                return run(journal(content.digest()), content, task);
            }
        }
    }

    private Journal journal(Digest digest) throws IOException {
        Optional<Journal> before = Journal.read(folder);
        if (before.isEmpty()) {
            return Journal.begin(provider.name(), digest).write(folder);
        }
        Journal journal = before.get();
        boolean isSame = journal.packageDigest().equals(digest);
        boolean isHere = journal.provider().equals(provider.name());
        if (isSame && isHere) {
            return journal;
        }
        if (journal.state().isFree()) {
            return Journal.begin(provider.name(), digest).write(folder);
        }
        if (!isHere) {
            throw new MinutesException(
                    "DEPOSIT_ELSEWHERE",
                    path + " is being deposited with " + journal.provider() + ", not " + provider.name()
                            + ": finish it there, or name another folder for this deposit than " + folder);
        }
        throw new ContentMismatchException(
                "DEPOSIT_PACKAGE_CHANGED",
                path + " has digest " + digest + ", but the deposit was begun with " + journal.packageDigest()
                        + ": put that package back, or deposit this one under a key of its own",
                null);
    }

    private DepositResult run(Journal journal, DepositPackage content, Task task) throws IOException {
        if (journal.state() == DepositState.ACCEPTED) {
            Optional<DepositReceipt> receipt = journal.receipt(folder);
            if (receipt.isPresent()) {
                if (Files.notExists(premis())) {
                    // its warnings are not known any more
                    tell(receipt.get(), content, List.of());
                }
                return new DepositResult(DepositOutcome.ACCEPTED, receipt.get(), List.of());
            }
            LOG.warn("the receipt in {} is gone or altered; the provider is asked for it again", folder);
        }
        if (journal.state() == DepositState.PENDING) {
            return await(journal, content, task);
        }
        return submit(journal, content, task);
    }

    private DepositResult submit(Journal begun, DepositPackage content, Task task) throws IOException {
        boolean isFree = begun.state().isFree();
        Journal journal = begun;
        for (int attempt = 1; ; attempt++) {
            journal = journal.submitted().write(folder);
            DepositAnswer answer;
            try {
                answer = provider.submit(content, task);
            } catch (MinutesException e) {
                isFree = isFree && Arrival.isRuledOutBy(e);
                if (!(e instanceof ServiceUnavailableException) || attempt >= retries.attempts()) {
                    if (isFree) {
                        begun.write(folder);
                    }
                    throw e;
                }
                LOG.info("attempt {} with {} failed: {}", attempt, provider.name(), e.getMessage());
                pause(retries.pauseAfter(attempt), task);
                continue;
            }
            return take(journal, answer, content, task);
        }
    }

    private DepositResult await(Journal journal, DepositPackage content, Task task) throws IOException {
        long end = System.nanoTime() + retries.patience().toNanos();
        for (int asked = 1; ; asked++) {
            boolean isLast = System.nanoTime() - end >= 0;
            try {
                DepositAnswer answer = provider.poll(content, journal.ticket(), task);
                if (!(answer instanceof DepositAnswer.Pending pending)) {
                    return take(journal, answer, content, task);
                }
                if (isLast) {
                    if (!pending.ticket().equals(journal.ticket())) {
                        journal.pending(pending.ticket()).write(folder);
                    }
                    return new DepositResult(DepositOutcome.PENDING, null, List.of());
                }
            } catch (ServiceUnavailableException e) {
                if (isLast) {
                    throw e;
                }
                LOG.info("{} does not say what became of the deposit: {}", provider.name(), e.getMessage());
            }
            pause(retries.pauseAfter(asked), task);
        }
    }

    private DepositResult take(Journal journal, DepositAnswer answer, DepositPackage content, Task task)
            throws IOException {
        if (answer instanceof DepositAnswer.Accepted accepted) {
            return keep(journal, accepted, content);
        } else if (answer instanceof DepositAnswer.Pending pending) {
            return await(journal.pending(pending.ticket()).write(folder), content, task);
        } else if (answer instanceof DepositAnswer.Refused refused) {
            PendingFile.write(folder.resolve(ANSWER), refused.answer());
            journal.refused().write(folder);
            return new DepositResult(DepositOutcome.REFUSED, null, refused.notices());
        }
        throw new IllegalStateException(provider.name() + " simulated a deposit that was meant");
    }

    /** The receipt first, then what is told of it, then the journal that names it. */
    private DepositResult keep(Journal journal, DepositAnswer.Accepted accepted, DepositPackage content)
            throws IOException {
        byte[] receipt = accepted.receipt();
        String name = FileNames.requirePortable(accepted.receiptName());
        PendingFile.write(folder.resolve(name), receipt);
        Digest digest = Digest.of(Fingerprinter.sha256().digest(receipt));
        Journal kept = journal.accepted(new Journal.Kept(name, digest, accepted.identifier(), accepted.time()));
        DepositReceipt written = kept.receipt(folder).orElseThrow();
        tell(written, content, accepted.notices());
        kept.write(folder);
        DepositOutcome outcome =
                accepted.notices().isEmpty() ? DepositOutcome.ACCEPTED : DepositOutcome.ACCEPTED_WITH_WARNINGS;
        return new DepositResult(outcome, written, accepted.notices());
    }

    private void tell(DepositReceipt receipt, DepositPackage content, List<DepositNotice> notices) throws IOException {
        PendingFile.write(premis(), DepositPremis.of(receipt, content, notices));
    }

    /** Waits, and asks all the while whether to stop. */
    private static void pause(Duration pause, Task task) {
        Task.Stage stage = task.stage("wait for the provider", 0);
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            stage.advance(0);
            try {
                Thread.sleep(Math.min(TICK_MILLIS, left / 1_000_000 + 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        stage.advance(0);
    }
}
