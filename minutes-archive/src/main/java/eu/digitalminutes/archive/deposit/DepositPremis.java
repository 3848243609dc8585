// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.archive.internal.premis.Premis;
import eu.digitalminutes.archive.metadata.Product;
import eu.digitalminutes.core.content.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells in PREMIS that a package was handed over: what, when, to whom, and the receipt for it. */
final class DepositPremis {
    static final String FILE_NAME = "premis.xml";

    private static final String PACKAGE = "package";
    private static final String RECEIPT = "receipt";
    private static final String PROVIDER = "provider";
    private static final String SOFTWARE = "software";

    private DepositPremis() {}

    static byte[] of(DepositReceipt receipt, DepositPackage content, List<DepositNotice> notices) throws IOException {
        Path packed = content.path();
        String name = String.valueOf(packed.toAbsolutePath().normalize().getFileName());
        Optional<String> form = content.mediaType();
        long bytes = form.isPresent() ? Files.size(packed) : 0;
        String receiptName = String.valueOf(receipt.file().getFileName());
        Fingerprint received = new Fingerprint(receipt.digest(), Files.size(receipt.file()));
        return Premis.document(premis -> {
            if (form.isPresent()) {
                premis.file(PACKAGE, new Fingerprint(receipt.packageDigest(), bytes), form.get(), name, List.of());
            } else {
                premis.representation(PACKAGE, receipt.packageDigest(), name);
            }
            premis.file(RECEIPT, received, mediaTypeOf(receiptName), receiptName, List.of());
            premis.event(
                    "transfer",
                    receipt.time().toString(),
                    "versamento in conservazione presso " + receipt.provider(),
                    event -> event.outcome(notices.isEmpty() ? "success" : "warning", notes(receipt, notices))
                            .agent(PROVIDER, "implementer")
                            .agent(SOFTWARE, "executing program")
                            .object(PACKAGE, "source")
                            .object(RECEIPT, "outcome"));
            premis.agent(PROVIDER, receipt.provider(), "organization");
            premis.software(SOFTWARE, Product.sdk().name(), Product.sdk().version());
        });
    }

    private static List<String> notes(DepositReceipt receipt, List<DepositNotice> notices) {
        List<String> notes = new ArrayList<>();
        if (!receipt.identifier().isEmpty()) {
            notes.add("identificativo presso il conservatore: " + receipt.identifier());
        }
        notices.forEach(notice -> notes.add(notice.code() + ": " + notice.message()));
        return notes;
    }

    private static String mediaTypeOf(String receipt) {
        return switch (receipt.substring(receipt.lastIndexOf('.') + 1)) {
            case "xml" -> "application/xml";
            case "json" -> "application/json";
            case "txt" -> "text/plain";
            default -> "application/octet-stream";
        };
    }
}
