// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerEnd;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.internal.dss.SignatureBlock;
import eu.digitalminutes.signature.internal.dss.SignatureKind;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.digitalminutes.signature.internal.dss.SigningRequest;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.internal.dss.Xades;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ASiC-E with XAdES signatures, one file for each. */
final class AsicXadesStore extends AsicStore {
    private @Nullable ContainerFile reading;

    AsicXadesStore(Path path, List<ContainedFile> known) {
        super(path, SignatureForm.ASIC_E_XADES, known);
    }

    @Override
    Optional<Map<String, Digest>> signedDigests(ContainerFile container) throws IOException {
        for (Entry entry : container.entries()) {
            if (AsicContents.isXmlSignatures(entry.name())) {
                return Optional.of(SignedDigests.ofXml(container.bytes(entry, MAX_SIGNATURE)));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<SignatureBlock> blocks() throws IOException {
        try (ContainerFile container = ContainerFile.open(path())) {
            List<SignatureBlock> blocks = new ArrayList<>();
            for (Entry entry : container.entries()) {
                if (AsicContents.isXmlSignatures(entry.name())) {
                    byte[] content = container.bytes(entry, MAX_SIGNATURE);
                    blocks.add(new SignatureBlock(
                            entry.name(),
                            SignatureKind.XADES,
                            content,
                            SignedDigests.documents(SignedDigests.ofXml(content))));
                }
            }
            return blocks;
        }
    }

    @Override
    @SuppressWarnings("MustBeClosed") // closed by closeReadable
    List<SignatureBlock> readable() throws IOException {
        ContainerFile container = ContainerFile.open(path());
        reading = container;
        List<DSSDocument> documents = new ArrayList<>();
        for (ContainedFile file : files(container)) {
            Entry entry = container.entry(file.name()).orElseThrow();
            documents.add(new StreamedDocument(file, () -> container.stream(entry)));
        }
        return blocks().stream().map(block -> block.over(documents)).toList();
    }

    @Override
    void closeReadable() throws IOException {
        if (reading != null) {
            reading.close();
            reading = null;
        }
    }

    @Override
    public Planned plan(SigningRequest request, String name) throws IOException {
        try (ContainerFile container = ContainerFile.open(path())) {
            String place = name.isEmpty()
                    ? SignedContainer.signatureName(next(container, AsicContents::isXmlSignatures))
                    : "META-INF/signatures-" + name + ".xml";
            return new Planned(place, request.withFiles(files(container)), new Xades(), Map.of());
        }
    }

    @Override
    void add(Planned planned, byte[] signature) throws IOException {
        ContainerEnd.append(path(), Map.of(planned.name(), signature));
    }
}
