// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.check.Layer;
import eu.digitalminutes.signature.internal.check.LayerFindings;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.internal.dss.XmlFiles;
import eu.digitalminutes.signature.internal.dss.XmlMediaTypes;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads every file of a container once, and what is signed inside of it on the way. */
record ContainerExamination(Inspection inspection) {
    private static final int MAX_OWN_BYTES = 16 << 20;

    /** A container that is verified itself. */
    Examined of(Path path) throws IOException {
        try (ContainerFile container = ContainerFile.open(path)) {
            if (ExcerptExamination.isExcerpt(container)) {
                return new ExcerptExamination(inspection).of(container, path);
            }
            if (!isSigned(container) && container.entry(Minutes.FILE_NAME).isEmpty() && !isDeclared(container)) {
                throw new MinutesException(
                        "FORM_UNKNOWN",
                        path + " is a ZIP file, not a container: it holds neither signatures nor stamps");
            }
            String name = String.valueOf(path.getFileName());
            Layer layer = layer(container, name, 1);
            Optional<Entry> facts = container.entry(Minutes.FILE_NAME);
            boolean simple = SignedStores.isSimple(container);
            boolean composed = !simple && (facts.isPresent() || names(layer, Minutes.FILE_NAME) || isUnsigned(layer));
            return new Examined(
                    layer,
                    composed,
                    facts.isEmpty() || simple ? null : container.bytes(facts.get(), SignedContainer.MAX_FACTS));
        }
    }

    /** A container inside something; empty if it is none, but some other archive. */
    Optional<Layer> inner(Path path, String name, int depth) throws IOException {
        Optional<ContainerFile> opened = opened(path, name);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (ContainerFile container = opened.get()) {
            return isSigned(container) ? Optional.of(layer(container, name, depth)) : Optional.empty();
        }
    }

    /** Whatever word processors and build tools make of a ZIP file is not held against who signed it. */
    private static Optional<ContainerFile> opened(Path path, String name) throws IOException {
        try {
            return Optional.of(ContainerFile.open(path));
        } catch (MinutesException e) {
            if (isContainer(name)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean isContainer(String name) {
        return name.matches("(?i).*\\.(asice|sce|asics|scs|bdoc|edoc)");
    }

    private Layer layer(ContainerFile container, String name, int depth) throws IOException {
        ContainerBounds.require(container);
        boolean simple = SignedStores.isSimple(container);
        Layer.Draft layer = Layer.of(name, simple ? "ASiC-S" : "ASiC-E");
        List<StreamedDocument> documents = new ArrayList<>();
        Trees trees = new Trees(container.entries().stream().map(Entry::name).collect(Collectors.toSet()));
        for (Entry entry : container.entries()) {
            if (!entry.isMeta() && !entry.name().endsWith("/")) {
                Source source = new Source(entry.name(), entry.bytes(), () -> container.stream(entry));
                ReadEntry read = ReadEntry.of(
                        container,
                        entry,
                        passing -> inspection.inside(layer, source, passing, depth + 1),
                        trees,
                        inspection.task());
                documents.add(read.document());
                layer.file(entry.name(), read.fingerprint());
                if (!read.sound()) {
                    layer.damaged(entry.name());
                }
            }
        }
        if (simple && documents.size() != 1) {
            layer.finding(LayerFindings.notOneFile(name, documents.size()));
        }
        layer.trees(trees.compared(recording -> {
            Optional<Entry> entry = container.entry(recording);
            return entry.isEmpty() ? null : container.channel(entry.get()).orElse(null);
        }));
        mediaTypes(container, layer);
        signatures(container, simple, documents, name, layer);
        return layer.declaration(declaration(container))
                .strangers(strangers(container))
                .build();
    }

    private static boolean isSigned(ContainerFile container) {
        return container.entries().stream()
                .map(Entry::name)
                .anyMatch(name -> AsicContents.isXmlSignatures(name)
                        || AsicContents.isSignature(name)
                        || AsicContents.isTimestamp(name)
                        || AsicContents.isEvidence(name));
    }

    private static boolean isUnsigned(Layer layer) {
        return layer.signatures().isEmpty() && layer.timestamps().isEmpty();
    }

    /** Whether somebody signed a file of some name, be it there or not. */
    private static boolean names(Layer layer, String file) {
        return layer.signatures().stream()
                .flatMap(signature -> signature.references().stream())
                .anyMatch(reference -> reference.file().equals(file));
    }

    private void signatures(
            ContainerFile container, boolean simple, List<StreamedDocument> documents, String name, Layer.Draft layer)
            throws IOException {
        ASiCContent content =
                AsicContents.read(container, simple ? ASiCContainerType.ASiC_S : ASiCContainerType.ASiC_E, documents);
        SignatureValidation validation = inspection.validation(new Source(name, -1, () -> {
            throw new IOException("a container is not read as a whole");
        }));
        boolean cades = !content.getSignatureDocuments().isEmpty()
                || !content.getTimestampDocuments().isEmpty()
                || !content.getEvidenceRecordDocuments().isEmpty();
        if (cades) {
            String only = simple && documents.size() == 1 ? documents.get(0).getName() : "";
            SignatureValidation.Answer answer = validation.cades(content, only);
            layer.signatures(answer.signatures()).timestamps(answer.timestamps(), answer.stamped());
        }
        ASiCContent xades = AsicContents.asXades(content);
        if (!xades.getSignatureDocuments().isEmpty()) {
            List<VerifiedSignature> signatures = validation.xades(xades).signatures();
            layer.signatures(signatures);
        }
    }

    /** Holds what the manifest says of each file against what the signatures say. */
    private static void mediaTypes(ContainerFile container, Layer.Draft layer) throws IOException {
        Map<String, String> signed = new LinkedHashMap<>();
        for (Entry entry : container.entries()) {
            if (AsicContents.isXmlSignatures(entry.name())) {
                byte[] signatures = container.bytes(entry, MAX_OWN_BYTES);
                XmlFiles.of(signatures);
                signed.putAll(XmlMediaTypes.ofSignatures(signatures));
            }
        }
        Optional<Entry> manifest = container.entry(SignedContainer.MANIFEST);
        if (manifest.isPresent()) {
            XmlMediaTypes.ofManifest(container.bytes(manifest.get(), MAX_OWN_BYTES))
                    .forEach((file, listed) -> {
                        String type = signed.getOrDefault(file, listed);
                        if (!type.equalsIgnoreCase(listed)) {
                            layer.finding(LayerFindings.mediaTypes(file, listed, type));
                        }
                    });
        }
    }

    private static boolean isDeclared(ContainerFile container) throws IOException {
        return declaration(container) != Layer.Declaration.NONE;
    }

    private static Layer.Declaration declaration(ContainerFile file) throws IOException {
        Optional<Entry> mimetype = file.entry("mimetype");
        if (mimetype.isEmpty() || mimetype.get().bytes() > 100) {
            return Layer.Declaration.NONE;
        }
        Entry entry = mimetype.get();
        String type = new String(file.bytes(entry, 100), StandardCharsets.US_ASCII);
        if (!type.equals(SignedContainer.ASIC_E) && !type.equals(SignedContainer.ASIC_S)) {
            return Layer.Declaration.NONE;
        }
        boolean first = file.entries().get(0).equals(entry) && !entry.deflated();
        return first ? Layer.Declaration.FIRST : Layer.Declaration.MISPLACED;
    }

    /** Files of the container's own folder that are neither signatures, nor stamps, nor lists of what those are over. */
    private static List<String> strangers(ContainerFile file) {
        boolean lists = file.entries().stream()
                .map(Entry::name)
                .anyMatch(name -> AsicContents.isSignature(name)
                        || AsicContents.isTimestamp(name)
                        || AsicContents.isEvidence(name));
        return file.entries().stream()
                .map(Entry::name)
                .filter(name -> name.startsWith("META-INF/") && !name.endsWith("/"))
                .filter(name -> !name.equals(SignedContainer.MANIFEST))
                .filter(name -> !AsicContents.isOwn(name) || (!lists && !AsicContents.isXmlSignatures(name)))
                .toList();
    }
}
