// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the receipt that lies beside a package is the receipt of that package. */
final class ReceiptCheck {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(ReceiptCheck.class);
    private static final long MAX_RECEIPT = 64L << 20;

    private ReceiptCheck() {}

    static Report of(Path folder, Path packed, Task task) throws IOException {
        Optional<Journal> journal = Journal.read(folder);
        if (journal.isEmpty() || journal.get().state() != DepositState.ACCEPTED) {
            return Report.of(List.of(CATALOGUE.undecided("RECEIPT_MISSING", String.valueOf(folder))));
        }
        Optional<DepositReceipt> receipt = journal.get().receipt(folder);
        if (receipt.isEmpty()) {
            return Report.of(List.of(CATALOGUE.finding("RECEIPT_ALTERED", Severity.FAIL, String.valueOf(folder))));
        }
        try (DepositPackage content = DepositPackage.open(packed, task)) {
            return Report.of(belongs(receipt.get(), content).stream().toList());
        }
    }

    private static Optional<Finding> belongs(DepositReceipt receipt, DepositPackage content) throws IOException {
        String where = String.valueOf(receipt.file().getFileName());
        if (!receipt.packageDigest().equals(content.digest())) {
            return Optional.of(CATALOGUE.finding(
                    "RECEIPT_OF_ANOTHER_PACKAGE",
                    Severity.FAIL,
                    where,
                    receipt.packageDigest().hex(),
                    content.digest().hex()));
        }
        // The note beside it could have been changed with it: the receipt itself must name what is in the package.
        return namesSomethingOf(receipt.file(), content)
                ? Optional.empty()
                : Optional.of(CATALOGUE.finding("RECEIPT_PROVES_NOTHING", Severity.WARN, where));
    }

    private static boolean namesSomethingOf(Path receipt, DepositPackage content) throws IOException {
        if (Files.size(receipt) > MAX_RECEIPT) {
            return false;
        }
        String text = new String(Files.readAllBytes(receipt), StandardCharsets.ISO_8859_1);
        if (isNamed(content.digest(), text)) {
            return true;
        }
        for (String name : content.sizes().keySet()) {
            if (isNamed(digest(content, name), text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Digest digest, String text) {
        return text.contains(digest.hex())
                || text.contains(digest.hex().toUpperCase(Locale.ROOT))
                || text.contains(digest.base64());
    }

    private static Digest digest(DepositPackage content, String name) throws IOException {
        MessageDigest digest = Fingerprinter.sha256();
        byte[] block = new byte[1 << 16];
        try (InputStream in = content.open(name)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        }
        return Digest.of(digest.digest());
    }
}
