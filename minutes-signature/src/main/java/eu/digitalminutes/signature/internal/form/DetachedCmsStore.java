// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.signature.internal.dss.CmsSigners;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** CAdES signatures beside the file that they are over, <i>.p7s</i>. */
final class DetachedCmsStore extends CmsStore {
    DetachedCmsStore(Path path, @Nullable ContainedFile known) {
        super(path, SignatureForm.CADES_DETACHED, known);
    }

    /** Begins a file of signatures that nobody has signed yet. */
    static DetachedCmsStore create(Path path, ContainedFile content) throws IOException {
        Files.write(path, CmsSigners.none());
        return new DetachedCmsStore(path, content);
    }

    @Override
    public void mend() {
        // It is small, and always written whole beside its place.
    }

    @Override
    byte[] cms() throws IOException {
        return SignedStores.small(path());
    }

    @Override
    void write(byte[] cms) throws IOException {
        PendingFile.write(path(), cms);
    }

    @Override
    String contentName() {
        return SignedStores.inner(path());
    }

    private Path content() {
        return path().resolveSibling(contentName());
    }

    @Override
    long contentBytes() throws IOException {
        return Files.isRegularFile(content()) ? Files.size(content()) : 0;
    }

    @Override
    Digest read() throws IOException {
        return Fingerprinter.fingerprint(content()).digest();
    }
}
