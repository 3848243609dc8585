// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.deposit;

import eu.digitalminutes.archive.internal.form.PendingPackage;
import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.sincro.IndexSeal;
import eu.digitalminutes.archive.sincro.IndexedFile;
import eu.digitalminutes.archive.sincro.PIndex;
import eu.digitalminutes.archive.sincro.PIndexWriter;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills a package by UNI 11386: the content first, because its digest goes into the index. */
public final class SincroWriter {
    private SincroWriter() {}

    /** Fills and commits the package; the result is its files in the order of writing. */
    public static Map<String, Fingerprint> write(
            SignedMinutes signed,
            ArchiveMetadata metadata,
            Optional<Sealer> sealer,
            Instant time,
            PendingPackage pending,
            Task task)
            throws IOException {
        Map<String, Fingerprint> files = new LinkedHashMap<>();
        Fingerprint container = pending.copy(SincroLayout.CONTAINER, signed.container(), task);
        files.put(SincroLayout.CONTAINER, container);

        AdministrativeDocument document =
                AdministrativeDocument.of(signed, metadata, SincroLayout.CONTAINER_NAME, container);
        Fingerprint description = pending.write(SincroLayout.METADATA, document.toXml());
        files.put(SincroLayout.METADATA, description);

        List<IndexedFile> listed = List.of(
                IndexedFile.of(SincroLayout.CONTAINER, AdministrativeDocument.CONTAINER_TYPE, container.digest()),
                IndexedFile.of(SincroLayout.METADATA, SincroLayout.METADATA_TYPE, description.digest()));
        IndexSeal meant = sealer.isPresent() ? IndexSeal.PRESENT : IndexSeal.LEFT_TO_THE_PROVIDER;
        Path index = pending.stage(
                PIndex.FILE_NAME, PIndexWriter.write(signed.minutes(), metadata, document, listed, time, meant));
        Optional<Path> seal = sealer.isEmpty() ? Optional.empty() : Optional.of(seal(sealer.get(), index, pending));
        files.put(PIndex.FILE_NAME, pending.adopt(index));
        if (seal.isPresent()) {
            files.put(String.valueOf(seal.get().getFileName()), pending.adopt(seal.get()));
        }
        pending.commit();
        return files;
    }

    private static Path seal(Sealer sealer, Path index, PendingPackage pending) throws IOException {
        Path seal;
        try {
            seal = sealer.seal(index);
        } catch (IOException e) {
            throw pending.failureBeside(e);
        }
        if (SincroLayout.seal(Set.of(String.valueOf(seal.getFileName()))).isEmpty()) {
            throw new IllegalStateException("a seal is named after the index " + PIndex.FILE_NAME + ", not " + seal);
        }
        return seal;
    }
}
