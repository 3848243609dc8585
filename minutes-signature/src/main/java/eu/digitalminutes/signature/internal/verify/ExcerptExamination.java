// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.ExcerptProof;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.media.MediaMap;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.check.ExcerptFacts;
import eu.digitalminutes.signature.internal.check.Layer;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.internal.dss.KnownDigest;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.internal.dss.XmlFiles;
import eu.digitalminutes.signature.internal.excerpt.ExcerptForm;
import eu.digitalminutes.signature.internal.excerpt.PiecesChannel;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an excerpt: the signatures as they were made over everything, of which the facts are here and the other files
 * are taken by the digests that the signatures name; the facts name the root of the recording's tree, and the pieces are
 * proven under it. Each piece is read once.
 */
record ExcerptExamination(Inspection inspection) {
    private static final int MAX_META = 16 << 20;

    static boolean isExcerpt(ContainerFile container) {
        return container.entry(ExcerptForm.NAME).isPresent();
    }

    Examined of(ContainerFile container, Path path) throws IOException {
        ContainerBounds.require(container);
        String name = String.valueOf(path.getFileName());
        Entry formEntry = container.entry(ExcerptForm.NAME).orElseThrow();
        ExcerptForm form = ExcerptForm.read(container.bytes(formEntry, ExcerptForm.LARGEST), name);
        Entry factsEntry = container
                .entry(Minutes.FILE_NAME)
                .orElseThrow(() -> new MinutesException(
                        "EXCERPT_MALFORMED", name + " is no sound excerpt of a recording: it lacks the facts"));
        byte[] facts = container.bytes(factsEntry, SignedContainer.MAX_FACTS);
        Fingerprint fingerprint =
                new Fingerprint(Digest.of(Fingerprinter.sha256().digest(facts)), facts.length);
        Layer.Draft layer = Layer.of(name, "excerpt").file(Minutes.FILE_NAME, fingerprint);
        List<DSSDocument> documents = new ArrayList<>();
        documents.add(new StreamedDocument(
                new ContainedFile(Minutes.FILE_NAME, "application/json", fingerprint),
                () -> container.stream(factsEntry)));
        Map<String, Digest> rest = named(container);
        rest.remove(Minutes.FILE_NAME);
        rest.forEach((file, digest) -> {
            layer.elsewhere(file);
            documents.add(new KnownDigest(file, digest));
        });
        signatures(container, documents, name, layer);
        layer.excerpt(new ExcerptFacts(
                form.part(), pieces(container, form, root(form.part(), facts)), List.copyOf(rest.keySet())));
        return new Examined(layer.strangers(strangers(container, form)).build(), true, facts);
    }

    /** The digests by which the signatures know the files. */
    private static Map<String, Digest> named(ContainerFile container) throws IOException {
        Map<String, Digest> named = new LinkedHashMap<>();
        ASiCContent own = AsicContents.read(container, ASiCContainerType.ASiC_E, List.of());
        for (DSSDocument manifest : own.getManifestDocuments()) {
            AsicContents.digests(manifest).forEach(named::putIfAbsent);
        }
        for (Entry entry : container.entries()) {
            if (AsicContents.isXmlSignatures(entry.name())) {
                byte[] signatures = container.bytes(entry, MAX_META);
                XmlFiles.of(signatures);
                SignedDigests.ofXml(signatures).forEach(named::putIfAbsent);
            }
        }
        named.keySet().removeIf(file -> file.startsWith("META-INF/"));
        return named;
    }

    private void signatures(ContainerFile container, List<DSSDocument> documents, String name, Layer.Draft layer)
            throws IOException {
        ASiCContent content = AsicContents.read(container, ASiCContainerType.ASiC_E, documents);
        SignatureValidation validation = inspection.validation(new Source(name, -1, () -> {
            throw new IOException("an excerpt is not read as a whole");
        }));
        if (!content.getSignatureDocuments().isEmpty()
                || !content.getTimestampDocuments().isEmpty()) {
            SignatureValidation.Answer answer = validation.cades(content, "");
            layer.signatures(answer.signatures()).timestamps(answer.timestamps(), answer.stamped());
        }
        ASiCContent xades = AsicContents.asXades(content);
        if (!xades.getSignatureDocuments().isEmpty()) {
            layer.signatures(validation.xades(xades).signatures());
        }
    }

    private static @Nullable Digest root(String part, byte[] facts) {
        try {
            return MinutesJson.read(facts)
                    .recording(part)
                    .flatMap(one -> one.treeRoot())
                    .orElse(null);
        } catch (MinutesException unreadable) {
            return null; // the report says so of the facts themselves
        }
    }

    private List<ExcerptFacts.Piece> pieces(ContainerFile container, ExcerptForm form, @Nullable Digest root)
            throws IOException {
        long bytes = form.pieces().get(0).bytes();
        List<ExcerptProof> proven = new ArrayList<>();
        PiecesChannel there = new PiecesChannel(bytes);
        for (ExcerptProof piece : form.pieces()) {
            Optional<Entry> entry = container.entry(ExcerptForm.fileOf(piece.chunks()));
            boolean holds = root != null
                    && entry.isPresent()
                    && piece.bytes() == bytes
                    && proves(container, entry.get(), piece, root);
            Optional<SeekableByteChannel> channel = holds ? container.channel(entry.get()) : Optional.empty();
            if (holds) {
                proven.add(piece);
            }
            channel.ifPresent(one -> there.piece(piece.chunks(), one));
        }
        MediaMap map = MediaMap.of(there, bytes);
        return form.pieces().stream()
                .map(piece -> new ExcerptFacts.Piece(piece.chunks(), proven.contains(piece), span(map, piece.chunks())))
                .toList();
    }

    private static eu.digitalminutes.core.media.@Nullable MediaSpan span(MediaMap map, ByteRange range) {
        return map.isEstimated() ? null : map.timeOf(range).orElse(null);
    }

    private boolean proves(ContainerFile container, Entry entry, ExcerptProof piece, Digest root) throws IOException {
        Task.Stage stage = inspection.task().stage("digest " + entry.name(), entry.bytes());
        try (InputStream in = container.stream(entry)) {
            boolean proves = piece.proves(in, root);
            stage.complete();
            return proves;
        }
    }

    private static List<String> strangers(ContainerFile container, ExcerptForm form) {
        Set<String> known = new LinkedHashSet<>(List.of("mimetype", ExcerptForm.NAME, Minutes.FILE_NAME));
        known.add(SignedContainer.MANIFEST);
        form.pieces().forEach(piece -> known.add(ExcerptForm.fileOf(piece.chunks())));
        return container.entries().stream()
                .map(Entry::name)
                .filter(file -> !known.contains(file) && !AsicContents.isOwn(file))
                .toList();
    }
}
