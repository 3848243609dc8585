// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The proof that a provider has a package (<i>rapporto di versamento</i>), as it lies on the disk. Immutable. */
public final class DepositReceipt {
    private final Path file;
    private final Digest digest;
    private final Instant time;
    private final String identifier;
    private final String provider;
    private final Digest packageDigest;

    DepositReceipt(Path file, Digest digest, Instant time, String identifier, String provider, Digest packageDigest) {
        this.file = file;
        this.digest = digest;
        this.time = time;
        this.identifier = identifier;
        this.provider = provider;
        this.packageDigest = packageDigest;
    }

    /**
     * The receipt of a deposit that was made before, read from the disk; no connection is opened.
     *
     * @param folder the folder of the deposit, see {@link Deposit#folder()}
     * @return the receipt, or empty if there is none, or it is no longer what it was
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code DEPOSIT_JOURNAL_DAMAGED}
     */
    public static Optional<DepositReceipt> in(Path folder) throws IOException {
        Optional<Journal> journal = Journal.read(folder);
        return journal.isEmpty() ? Optional.empty() : journal.get().receipt(folder);
    }

    /**
     * Whether the receipt beside a package is the receipt of that package, and still what it was: one that was altered, or
     * that belongs to another package, another year's for instance, is found. No connection is opened.
     *
     * @param folder the folder of the deposit, see {@link Deposit#folder()}
     * @param packed the package; read once, and its files once more until one is named by the receipt
     * @param task progress and cancellation
     * @return the findings {@code RECEIPT_MISSING}, {@code RECEIPT_ALTERED}, {@code RECEIPT_OF_ANOTHER_PACKAGE} or {@code
     *     RECEIPT_PROVES_NOTHING}; none if it is
     * @throws IOException if package or receipt cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code DEPOSIT_JOURNAL_DAMAGED}, or {@code
     *     PACKAGE_MALFORMED}
     */
    public static Report check(Path folder, Path packed, Task task) throws IOException {
        return ReceiptCheck.of(folder, packed, task);
    }

    /**
     * Where it lies.
     *
     * @return the provider's receipt, byte for byte
     */
    public Path file() {
        return file;
    }

    /**
     * The receipt's digest (<i>impronta</i>).
     *
     * @return SHA-256 over its bytes
     */
    public Digest digest() {
        return digest;
    }

    /**
     * When the provider took the package (<i>data del rapporto</i>).
     *
     * @return the instant that the receipt names
     */
    public Instant time() {
        return time;
    }

    /**
     * What the provider knows the package by.
     *
     * @return such as a URN; may be empty
     */
    public String identifier() {
        return identifier;
    }

    /**
     * Who gave the receipt.
     *
     * @return the provider's name
     */
    public String provider() {
        return provider;
    }

    /**
     * The digest of the package that the receipt is for, see {@link DepositPackage#digest()}.
     *
     * @return SHA-256
     */
    public Digest packageDigest() {
        return packageDigest;
    }

    /**
     * The receipt as a step of a deliberation, which is preserved with it (check 25).
     *
     * @return the step
     */
    public Completion.Preserved step() {
        return new Completion.Preserved(digest);
    }
}
