// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.core.minutes.Minutes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What can be seen of a signed container without a signature library: how many files it holds beside the facts, whether
 * there are signatures and time stamps. Nothing is said of their worth.
 */
record ContainerContents(int attachments, boolean signed, boolean stamped) {
    private static final int MAX_SIGNATURE = 16 << 20;
    private static final int MAX_ENTRIES = 10_000;

    /** The object identifier of a signature time stamp, RFC 3161 appendix A, as it stands in a CMS. */
    private static final String STAMP_IN_CMS =
            new String(HexFormat.of().parseHex("060b2a864886f70d010910020e"), StandardCharsets.ISO_8859_1);

    private static final String STAMP_IN_XML = "SignatureTimeStamp";

    /** What is in a ZIP container; empty for anything else, such as a {@code .p7m}. */
    static Optional<ContainerContents> of(SeekableByteChannel container) throws IOException {
        // The caller's channel is the caller's to close.
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(container)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(look(zip));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ContainerContents look(ZipFile zip) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("too many entries");
        }
        int attachments = 0;
        boolean signed = false;
        boolean stamped = false;
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("meta-inf/")) {
                boolean counts = !entry.isDirectory() && !name.equals("mimetype") && !name.equals(Minutes.FILE_NAME);
                attachments += counts ? 1 : 0;
            } else if (lower.contains("timestamp") && lower.endsWith(".tst")) {
                stamped = true;
            } else if (lower.contains("signature") && (lower.endsWith(".xml") || lower.endsWith(".p7s"))) {
                signed = true;
                stamped |= isStamped(zip, entry);
            }
        }
        return new ContainerContents(attachments, signed, stamped);
    }

    private static boolean isStamped(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            String content = new String(in.readNBytes(MAX_SIGNATURE), StandardCharsets.ISO_8859_1);
            return content.contains(STAMP_IN_XML) || content.contains(STAMP_IN_CMS);
        }
    }
}
