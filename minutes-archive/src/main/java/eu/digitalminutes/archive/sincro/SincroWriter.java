// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sincro;

import eu.digitalminutes.archive.internal.xml.SelfDigest;
import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageOutput;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills a package by UNI 11386: the content first, because its digest goes into the index. */
final class SincroWriter {
    private SincroWriter() {}

    static void write(
            SignedMinutes signed,
            ArchiveMetadata metadata,
            List<AddedFile> added,
            Optional<Sealer> sealer,
            PackageOutput output)
            throws IOException {
        Fingerprint container = output.copy(SincroLayout.CONTAINER, signed.container());
        AdministrativeDocument document =
                AdministrativeDocument.of(signed, metadata, SincroLayout.CONTAINER_NAME, container);
        Fingerprint description = output.write(SincroLayout.METADATA, document.toXml());
        List<IndexedFile> listed = new ArrayList<>();
        listed.add(IndexedFile.of(SincroLayout.CONTAINER, AdministrativeDocument.CONTAINER_TYPE, container.digest()));
        listed.add(IndexedFile.of(SincroLayout.METADATA, SincroLayout.METADATA_TYPE, description.digest()));
        for (AddedFile file : added) {
            String name = SincroLayout.RENDITIONS + file.name();
            Fingerprint written = output.write(name, file.content());
            listed.add(IndexedFile.of(name, file.mediaType(), written.digest()));
        }
        IndexSeal meant = sealer.isPresent() ? IndexSeal.PRESENT : IndexSeal.LEFT_TO_THE_PROVIDER;
        byte[] index = PIndexWriter.write(signed.minutes(), metadata, document, listed, output.time(), meant);
        if (sealer.isPresent()) {
            output.writeSealed(PIndex.FILE_NAME, index, sealer.get());
        } else {
            output.write(PIndex.FILE_NAME, SelfDigest.append(index));
        }
    }
}
