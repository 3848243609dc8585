// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.dss.SignatureBlock;
import eu.digitalminutes.signature.internal.dss.SignatureKind;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.digitalminutes.signature.internal.dss.SigningRequest;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.internal.dss.Xades;
import eu.digitalminutes.signature.internal.dss.XmlSigners;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** XAdES signatures beside the files that they are over. */
final class DetachedXmlStore extends SignedStore {
    private final List<ContainedFile> known;
    private final Map<String, Path> content;

    DetachedXmlStore(Path path, List<ContainedFile> known, Map<String, Path> content) {
        super(path, SignatureForm.XADES_DETACHED);
        this.known = List.copyOf(known);
        this.content = Map.copyOf(content);
    }

    @Override
    public void mend() {
        // It is small, and always written whole beside its place.
    }

    @Override
    public List<ContainedFile> files() throws IOException {
        if (!known.isEmpty()) {
            return known;
        }
        if (!isSigned()) {
            String name = SignedStores.inner(path());
            return List.of(
                    new ContainedFile(name, SignedContainer.mediaType(name), Fingerprinter.fingerprint(content(name))));
        }
        List<ContainedFile> files = new ArrayList<>();
        for (Map.Entry<String, Digest> signed :
                SignedDigests.ofXml(SignedStores.small(path())).entrySet()) {
            Path file = content(signed.getKey());
            long bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
            files.add(new ContainedFile(
                    signed.getKey(),
                    SignedContainer.mediaType(signed.getKey()),
                    new Fingerprint(signed.getValue(), bytes)));
        }
        return files;
    }

    private Path content(String name) {
        Path given = content.get(name);
        return given != null ? given : SignedStores.beside(path(), name);
    }

    @Override
    public List<SignatureBlock> blocks() throws IOException {
        if (!isSigned()) {
            return List.of();
        }
        byte[] signatures = SignedStores.small(path());
        return List.of(new SignatureBlock(
                "signatures.xml",
                SignatureKind.XADES,
                signatures,
                SignedDigests.documents(SignedDigests.ofXml(signatures))));
    }

    private boolean isSigned() throws IOException {
        return Files.exists(path())
                && Files.size(path()) > 0
                && !SignedDigests.ofXml(SignedStores.small(path())).isEmpty();
    }

    /** Begins a file of signatures that nobody has signed yet. */
    static DetachedXmlStore create(Path path, ContainedFile content, Path lies) throws IOException {
        Files.write(path, Xades.none());
        return new DetachedXmlStore(path, List.of(content), Map.of(content.name(), lies));
    }

    @Override
    List<SignatureBlock> readable() throws IOException {
        List<DSSDocument> documents = new ArrayList<>();
        for (ContainedFile file : files()) {
            Path path = content(file.name());
            if (!Files.isRegularFile(path)) {
                throw new MinutesException(
                        "CONTENT_MISSING",
                        "an archive time stamp is over the files themselves, and " + file.name()
                                + " does not lie beside " + path() + ": say where it is");
            }
            documents.add(new StreamedDocument(file, () -> Files.newInputStream(path)));
        }
        return blocks().stream().map(block -> block.over(documents)).toList();
    }

    @Override
    public Planned plan(SigningRequest request, String name) throws IOException {
        return new Planned("signatures.xml", request.withFiles(files()), new Xades(), Map.of());
    }

    @Override
    void add(Planned planned, byte[] signature) throws IOException {
        PendingFile.write(path(), isSigned() ? XmlSigners.merged(SignedStores.small(path()), signature) : signature);
    }

    @Override
    public void replace(Map<String, byte[]> changed) throws IOException {
        byte[] signatures = changed.get("signatures.xml");
        if (signatures != null) {
            PendingFile.write(path(), signatures);
        }
    }
}
