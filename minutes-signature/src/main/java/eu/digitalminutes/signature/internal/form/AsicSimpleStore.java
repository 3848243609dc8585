// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerEnd;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.ContainerWriter;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.internal.dss.CmsSigners;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ASiC-S: one file in a container under CAdES signatures. */
final class AsicSimpleStore extends CmsStore {
    private static final String SIGNATURE = "META-INF/signature.p7s";

    AsicSimpleStore(Path path, @Nullable ContainedFile known) {
        super(path, SignatureForm.ASIC_S_CADES, known);
    }

    /** Puts a file, read once, in a container that nobody has signed yet. */
    static AsicSimpleStore create(Path path, Path content, String name, Task task) throws IOException {
        try (ContainerWriter container = ContainerWriter.create(path)) {
            container.add("mimetype", SignedContainer.ASIC_S.getBytes(StandardCharsets.US_ASCII));
            Fingerprint fingerprint = container.add(name, content, task);
            container.finish();
            return new AsicSimpleStore(path, new ContainedFile(name, SignedContainer.mediaType(name), fingerprint));
        }
    }

    @Override
    public void mend() throws IOException {
        ContainerEnd.mend(path());
    }

    @Override
    byte[] cms() throws IOException {
        try (ContainerFile container = ContainerFile.open(path())) {
            for (Entry entry : container.entries()) {
                if (AsicContents.isSignature(entry.name())) {
                    return container.bytes(entry, AsicStore.MAX_SIGNATURE);
                }
            }
            return CmsSigners.none();
        }
    }

    @Override
    void write(byte[] cms) throws IOException {
        ContainerEnd.replace(path(), Map.of(SIGNATURE, cms));
    }

    private Entry content(ContainerFile container) {
        List<Entry> files = container.entries().stream()
                .filter(entry -> !entry.isMeta() && !entry.name().endsWith("/"))
                .toList();
        if (files.size() != 1) {
            throw new MinutesException(
                    "CONTAINER_MALFORMED",
                    path() + " is an ASiC-S with " + files.size() + " files; it must hold exactly one");
        }
        return files.get(0);
    }

    @Override
    String contentName() throws IOException {
        try (ContainerFile container = ContainerFile.open(path())) {
            return content(container).name();
        }
    }

    @Override
    long contentBytes() throws IOException {
        try (ContainerFile container = ContainerFile.open(path())) {
            return content(container).bytes();
        }
    }

    @Override
    Digest read() throws IOException {
        try (ContainerFile container = ContainerFile.open(path())) {
            return digest(container.stream(content(container)));
        }
    }
}
