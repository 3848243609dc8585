// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.bagit;

import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageOutput;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Fills a bag: the payload first, then what is said of it. */
final class BagWriter {
    static final String CONTAINER_NAME = "minutes.asice";
    static final String CONTAINER = "data/content/" + CONTAINER_NAME;
    static final String METADATA = "data/metadata/minutes.xml";
    static final String RENDITIONS = "data/renditions/";

    private final BagAlgorithm algorithm;
    private final PackageOutput output;
    private final StringBuilder manifest = new StringBuilder();
    private final StringBuilder tagManifest = new StringBuilder();

    BagWriter(BagAlgorithm algorithm, PackageOutput output) {
        this.algorithm = algorithm;
        this.output = output;
    }

    void write(SignedMinutes signed, ArchiveMetadata metadata, List<AddedFile> added) throws IOException {
        Fingerprint container = copy(signed.container());
        AdministrativeDocument document = AdministrativeDocument.of(signed, metadata, CONTAINER_NAME, container);
        byte[] description = document.toXml();
        write(METADATA, description, manifest);
        long addedBytes = 0;
        for (AddedFile file : added) {
            byte[] content = file.content();
            write(RENDITIONS + file.name(), content, manifest);
            addedBytes += content.length;
        }

        BagInfo info = BagInfo.of(signed, metadata, document);
        info.payload(container.bytes() + description.length + addedBytes, 2L + added.size());
        write(BagDeclaration.FILE_NAME, BagDeclaration.OURS.getBytes(StandardCharsets.UTF_8), tagManifest);
        write(BagInfo.FILE_NAME, info.at(output.time()), tagManifest);
        write(name("manifest-"), bytes(manifest), tagManifest);
        output.write(name("tagmanifest-"), bytes(tagManifest));
    }

    private Fingerprint copy(Path container) throws IOException {
        if (algorithm == BagAlgorithm.SHA_256) {
            Fingerprint copied = output.copy(CONTAINER, container);
            list(copied.digest().hex(), CONTAINER, manifest);
            return copied;
        }
        MessageDigest digest = algorithm.digest();
        Fingerprint copied = output.copy(CONTAINER, container, digest);
        list(HexFormat.of().formatHex(digest.digest()), CONTAINER, manifest);
        return copied;
    }

    private void write(String name, byte[] content, StringBuilder list) throws IOException {
        MessageDigest digest = algorithm.digest();
        output.write(name, content, digest);
        list(HexFormat.of().formatHex(digest.digest()), name, list);
    }

    private String name(String kind) {
        return kind + algorithm.inNames() + ".txt";
    }

    private static void list(String hex, String name, StringBuilder list) {
        list.append(hex).append("  ").append(BagNames.encode(name)).append('\n');
    }

    private static byte[] bytes(StringBuilder list) {
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }
}
