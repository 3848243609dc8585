// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.container.ContainerEnd;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.internal.dss.Cades;
import eu.digitalminutes.signature.internal.dss.Evidence;
import eu.digitalminutes.signature.internal.dss.SignatureBlock;
import eu.digitalminutes.signature.internal.dss.SignatureKind;
import eu.digitalminutes.signature.internal.dss.SigningRequest;
import eu.digitalminutes.signature.internal.dss.StandingSignature;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An ASiC-E with CAdES signatures, each over a manifest that lists the files by digest. */
final class AsicCadesStore extends AsicStore {
    AsicCadesStore(Path path, List<ContainedFile> known) {
        super(path, SignatureForm.ASIC_E_CADES, known);
    }

    @Override
    Optional<Map<String, Digest>> signedDigests(ContainerFile container) throws IOException {
        ASiCContent content = AsicContents.read(container, ASiCContainerType.ASiC_E, List.of());
        for (DSSDocument signature : content.getSignatureDocuments()) {
            return Optional.of(AsicContents.digests(manifest(content, signature.getName())));
        }
        return Optional.empty();
    }

    private DSSDocument manifest(ASiCContent content, String signature) {
        return AsicContents.signedBy(content, signature)
                .orElseThrow(() -> new MinutesException(
                        "SIGNATURES_MALFORMED", path() + " holds no manifest for the signature " + signature));
    }

    @Override
    public List<SignatureBlock> blocks() throws IOException {
        try (ContainerFile container = ContainerFile.open(path())) {
            ASiCContent content = AsicContents.read(container, ASiCContainerType.ASiC_E, List.of());
            List<SignatureBlock> blocks = new ArrayList<>();
            for (Entry entry : container.entries()) {
                if (AsicContents.isSignature(entry.name())) {
                    blocks.add(new SignatureBlock(
                            entry.name(),
                            SignatureKind.CADES,
                            container.bytes(entry, MAX_SIGNATURE),
                            List.of(manifest(content, entry.name())),
                            AsicContents.isArchived(content, entry.name())));
                }
            }
            return blocks;
        }
    }

    @Override
    public Optional<Instant> provableUntil(List<StandingSignature> signatures) throws IOException {
        if (signatures.stream().anyMatch(signature -> signature.level() != SignatureLevel.LTA)) {
            return super.provableUntil(signatures);
        }
        try (ContainerFile container = ContainerFile.open(path())) {
            Optional<Instant> archived =
                    AsicContents.lastTimestampExpiry(AsicContents.read(container, ASiCContainerType.ASiC_E, List.of()));
            return archived.isPresent() ? archived : super.provableUntil(signatures);
        }
    }

    @Override
    public Planned plan(SigningRequest request, String name) throws IOException {
        try (ContainerFile container = ContainerFile.open(path())) {
            String place = name.isEmpty()
                    ? String.format(Locale.ROOT, "%03d", next(container, AsicContents::isSignature))
                    : "-" + name;
            String signature = "META-INF/signature" + place + ".p7s";
            String manifestName = "META-INF/ASiCManifest" + place + ".xml";
            byte[] manifest = AsicContents.manifest(content(container), signature);
            ContainedFile signed = new ContainedFile(
                    manifestName,
                    "application/xml",
                    new Fingerprint(Digest.of(Fingerprinter.sha256().digest(manifest)), manifest.length));
            return new Planned(
                    signature, request.withFiles(List.of(signed)), new Cades(), Map.of(manifestName, manifest));
        }
    }

    private ASiCContent content(ContainerFile container) throws IOException {
        List<DSSDocument> documents = new ArrayList<>();
        for (ContainedFile file : files(container)) {
            Entry entry = container.entry(file.name()).orElseThrow();
            documents.add(new StreamedDocument(file, () -> container.stream(entry)));
        }
        return AsicContents.read(container, ASiCContainerType.ASiC_E, documents);
    }

    @Override
    void add(Planned planned, byte[] signature) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(planned.companions());
        files.put(planned.name(), signature);
        ContainerEnd.append(path(), files);
    }

    @Override
    public void raise(Evidence evidence, SignatureLevel level, List<Integer> numbers) throws IOException {
        if (level != SignatureLevel.LTA) {
            super.raise(evidence, level, numbers);
        } else if (!numbers.isEmpty()) {
            throw unsupported(form(), "is stamped as a whole at level LTA: leave out which signatures");
        } else if (signatures().stream().anyMatch(one -> one.level() != SignatureLevel.LTA)) {
            super.raise(evidence, SignatureLevel.LT, List.of());
            archive(evidence);
        }
    }

    @Override
    public void renew(Evidence evidence) throws IOException {
        archive(evidence);
    }

    private void archive(Evidence evidence) throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        try (ContainerFile container = ContainerFile.open(path())) {
            ASiCContent content = content(container);
            Map<String, byte[]> before = AsicContents.own(content);
            evidence.archived(content).forEach((name, bytes) -> {
                if (!Arrays.equals(before.get(name), bytes)) {
                    changed.put(name, bytes);
                }
            });
        }
        replace(changed);
    }
}
