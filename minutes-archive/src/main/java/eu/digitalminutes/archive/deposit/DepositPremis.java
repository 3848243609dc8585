// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.archive.internal.premis.Premis;
import eu.digitalminutes.archive.metadata.Product;
import eu.digitalminutes.core.content.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells in PREMIS that a package was handed over: what, when, to whom, and the receipt for it. */
final class DepositPremis {
    static final String FILE_NAME = "premis.xml";

    private static final String PACKAGE = "package";
    private static final String RECEIPT = "receipt";
    private static final String PROVIDER = "provider";
    private static final String SOFTWARE = "software";

    private DepositPremis() {}

    static byte[] of(DepositReceipt receipt, Path packed, List<DepositNotice> notices) throws IOException {
        boolean isFolder = Files.isDirectory(packed);
        String name = String.valueOf(packed.toAbsolutePath().normalize().getFileName());
        String form = isFolder ? "" : mediaType(packed);
        long bytes = isFolder ? 0 : Files.size(packed);
        String receiptName = String.valueOf(receipt.file().getFileName());
        Fingerprint received = new Fingerprint(receipt.digest(), Files.size(receipt.file()));
        return Premis.document(premis -> {
            if (isFolder) {
                premis.representation(PACKAGE, receipt.packageDigest(), name);
            } else {
                premis.file(PACKAGE, new Fingerprint(receipt.packageDigest(), bytes), form, name, List.of());
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

    /** A package that was opened is a ZIP file or else a TAR file. */
    private static String mediaType(Path packed) throws IOException {
        try (InputStream in = Files.newInputStream(packed)) {
            byte[] begin = in.readNBytes(2);
            boolean isZip = begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
            return isZip ? "application/zip" : "application/x-tar";
        }
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
