// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.cms.EnvelopeWriter;
import eu.digitalminutes.signature.internal.cms.EnvelopedFile;
import eu.digitalminutes.signature.internal.dss.CmsSigners;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file wrapped in CAdES signatures, <i>.p7m</i>. */
final class EnvelopingStore extends CmsStore {
    EnvelopingStore(Path path, @Nullable ContainedFile known) {
        super(path, SignatureForm.CADES_ENVELOPING, known);
    }

    /** Wraps a file, read once, in an envelope that nobody has signed yet. */
    static EnvelopingStore create(Path path, Path content, String name, Task task) throws IOException {
        Fingerprint fingerprint = EnvelopeWriter.write(path, content, CmsSigners.none(), task);
        return new EnvelopingStore(path, new ContainedFile(name, SignedContainer.mediaType(name), fingerprint));
    }

    @Override
    public void mend() throws IOException {
        EnvelopeWriter.mend(path());
    }

    @Override
    byte[] cms() throws IOException {
        try (EnvelopedFile file = EnvelopedFile.open(path())) {
            return file.signatures();
        }
    }

    @Override
    void write(byte[] cms) throws IOException {
        EnvelopeWriter.replace(path(), cms);
    }

    @Override
    String contentName() {
        return SignedStores.inner(path());
    }

    @Override
    long contentBytes() throws IOException {
        try (EnvelopedFile file = EnvelopedFile.open(path())) {
            long bytes = file.contentBytes();
            return bytes >= 0 ? bytes : file.content().transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    @Override
    Digest read() throws IOException {
        try (EnvelopedFile file = EnvelopedFile.open(path())) {
            return digest(file.content());
        }
    }
}
