// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.dss.Pades;
import eu.digitalminutes.signature.internal.dss.SignatureBlock;
import eu.digitalminutes.signature.internal.dss.SignatureKind;
import eu.digitalminutes.signature.internal.dss.SigningRequest;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A PDF with its signatures inside. */
final class PdfStore extends SignedStore {
    PdfStore(Path path) {
        super(path, SignatureForm.PADES);
    }

    /** Begins with a copy that nobody has signed yet. */
    static PdfStore create(Path path, Path pdf) throws IOException {
        Files.write(path, SignedStores.pdf(pdf));
        return new PdfStore(path);
    }

    @Override
    public void mend() {
        // A PDF is always written whole beside its place.
    }

    @Override
    public List<ContainedFile> files() throws IOException {
        byte[] pdf = SignedStores.pdf(path());
        Digest digest = Digest.of(Fingerprinter.sha256().digest(pdf));
        return List.of(new ContainedFile(
                String.valueOf(path().getFileName()), "application/pdf", new Fingerprint(digest, pdf.length)));
    }

    @Override
    public List<SignatureBlock> blocks() throws IOException {
        return List.of(new SignatureBlock("document.pdf", SignatureKind.PADES, SignedStores.pdf(path()), List.of()));
    }

    @Override
    public Planned plan(SigningRequest request, String name) throws IOException {
        return new Planned("document.pdf", request.withFiles(files()), new Pades(SignedStores.pdf(path())), Map.of());
    }

    @Override
    void add(Planned planned, byte[] signature) throws IOException {
        if (!files().get(0)
                .fingerprint()
                .equals(planned.request().files().get(0).fingerprint())) {
            throw new MinutesException(
                    "CONTAINER_CHANGED",
                    "somebody else has signed " + path() + " meanwhile: look at it and sign again");
        }
        PendingFile.write(path(), signature);
    }

    @Override
    public void replace(Map<String, byte[]> changed) throws IOException {
        byte[] pdf = changed.get("document.pdf");
        if (pdf != null) {
            PendingFile.write(path(), pdf);
        }
    }
}
