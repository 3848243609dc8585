// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads every file of a container once. */
record ContainerExamination(Trust trust, Instant at, Task task) {
    private static final int MAX_SIGNATURE_FILES = 100;

    Examined of(Path path) throws IOException {
        try (ContainerFile container = ContainerFile.open(path)) {
            requireBounded(container);
            boolean simple = SignedStores.isSimple(container);
            List<StreamedDocument> documents = new ArrayList<>();
            Map<String, Fingerprint> files = new LinkedHashMap<>();
            List<String> damaged = new ArrayList<>();
            for (Entry entry : container.entries()) {
                if (!entry.isMeta() && !entry.name().endsWith("/")) {
                    ReadEntry read = ReadEntry.of(container, entry, task);
                    documents.add(read.document());
                    files.put(entry.name(), read.fingerprint());
                    if (!read.sound()) {
                        damaged.add(entry.name());
                    }
                }
            }
            Optional<Entry> facts = container.entry(Minutes.FILE_NAME);
            List<VerifiedSignature> signatures = signatures(container, simple, documents);
            return new Examined(
                    simple ? "ASiC-S" : "ASiC-E",
                    files,
                    damaged,
                    strangers(container),
                    declaresItself(container),
                    !simple && (facts.isPresent() || names(signatures, Minutes.FILE_NAME)),
                    signatures,
                    facts.isEmpty() || simple ? null : container.bytes(facts.get(), SignedContainer.MAX_FACTS));
        }
    }

    /** Whether somebody signed a file of some name, be it there or not. */
    private static boolean names(List<VerifiedSignature> signatures, String file) {
        return signatures.isEmpty()
                || signatures.stream()
                        .flatMap(signature -> signature.references().stream())
                        .anyMatch(reference -> reference.file().equals(file));
    }

    private List<VerifiedSignature> signatures(
            ContainerFile container, boolean simple, List<StreamedDocument> documents) throws IOException {
        ASiCContent content =
                AsicContents.read(container, simple ? ASiCContainerType.ASiC_S : ASiCContainerType.ASiC_E, documents);
        SignatureValidation validation = new SignatureValidation(trust, at, container.path());
        List<VerifiedSignature> signatures = new ArrayList<>();
        if (!content.getSignatureDocuments().isEmpty()) {
            String name = simple && documents.size() == 1 ? documents.get(0).getName() : "";
            signatures.addAll(validation.cades(content, name));
        }
        ASiCContent xades = AsicContents.asXades(content);
        if (!xades.getSignatureDocuments().isEmpty()) {
            signatures.addAll(validation.xades(xades));
        }
        return signatures;
    }

    private static boolean declaresItself(ContainerFile file) throws IOException {
        if (file.entries().isEmpty()) {
            return false;
        }
        Entry first = file.entries().get(0);
        if (!first.name().equals("mimetype") || first.deflated() || first.bytes() > 100) {
            return false;
        }
        String type = new String(file.bytes(first, 100), StandardCharsets.US_ASCII);
        return type.equals(SignedContainer.ASIC_E) || type.equals(SignedContainer.ASIC_S);
    }

    /** Files of the container's own folder that are neither signatures, nor stamps, nor manifests. */
    private static List<String> strangers(ContainerFile file) {
        return file.entries().stream()
                .map(Entry::name)
                .filter(name -> name.startsWith("META-INF/") && !name.endsWith("/"))
                .filter(name -> !AsicContents.isOwn(name) && !name.equals(SignedContainer.MANIFEST))
                .toList();
    }

    private static void requireBounded(ContainerFile file) {
        long signatures = file.entries().stream()
                .filter(entry -> AsicContents.isXmlSignatures(entry.name())
                        || AsicContents.isSignature(entry.name())
                        || AsicContents.isTimestamp(entry.name()))
                .count();
        if (signatures > MAX_SIGNATURE_FILES) {
            throw new MinutesException(
                    "CONTAINER_MALFORMED",
                    file.path() + " holds " + signatures + " files of signatures; at most " + MAX_SIGNATURE_FILES
                            + " are verified, so that nobody can keep a verifier busy for hours");
        }
        boolean stamped = file.entries().stream().anyMatch(entry -> AsicContents.isTimestamp(entry.name()));
        boolean signed = file.entries().stream().anyMatch(entry -> AsicContents.isSignature(entry.name()));
        if (stamped && !signed) {
            throw new MinutesException(
                    "FORMAT_UNSUPPORTED",
                    file.path() + " is an ASiC with a bare time stamp and no signature, which this version does not"
                            + " verify");
        }
    }
}
