// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.exchange.WebVtt;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerWriter;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays out minutes in a form, ready for the first signature; every file is read once, on the way. */
public final class Composer {
    private final Composition composition;
    private final Task task;

    /** For one composition. */
    public Composer(Composition composition, Task task) {
        this.composition = composition;
        this.task = task;
    }

    /** Whether a form of minutes is a folder and not a file. */
    public static boolean isFolder(SignatureForm form) {
        return form == SignatureForm.XADES_DETACHED
                || form == SignatureForm.CADES_DETACHED
                || form == SignatureForm.CADES_ENVELOPING;
    }

    /**
     * Fails unless a file of the right size was given for every part of the recording.
     *
     * @throws MinutesException with code {@code RECORDING_FILE_MISSING}
     * @throws ContentMismatchException with code {@code RECORDING_CHANGED} or {@code TREE_CHANGED}
     */
    public void requireFiles() throws IOException {
        for (RecordingPart part : composition.minutes().recordings()) {
            Path file = composition.recordings().get(part.name());
            if (file == null) {
                throw new MinutesException(
                        "RECORDING_FILE_MISSING",
                        "the minutes name the recording " + part.name() + " but no file was given for it");
            }
            if (Files.size(file) != part.fingerprint().bytes()) {
                throw new ContentMismatchException(
                        "RECORDING_CHANGED",
                        file + " has " + Files.size(file) + " bytes, the minutes name "
                                + part.fingerprint().bytes() + ": it is not the recording " + part.name(),
                        null);
            }
        }
        requireTrees();
    }

    /**
     * Fails unless the tree that the minutes name goes with each recording; it was made in the reading that made the
     * fingerprint, and is not made again.
     *
     * @throws MinutesException with code {@code TREE_FILE_MISSING} or {@code TREE_MALFORMED}
     * @throws ContentMismatchException with code {@code TREE_CHANGED}
     */
    private void requireTrees() throws IOException {
        for (RecordingPart part : composition.minutes().recordings()) {
            if (part.treeRoot().isPresent()) {
                requireTree(part, part.treeRoot().get());
            }
        }
    }

    private void requireTree(RecordingPart part, Digest root) throws IOException {
        String name = ChunkTree.nameFor(part.name());
        Path file = composition.attachments().get(name);
        if (file == null) {
            throw new MinutesException(
                    "TREE_FILE_MISSING",
                    "the minutes name the root of the tree of " + part.name() + ", but no tree goes with it: attach "
                            + name + ", which was written when the fingerprint was made");
        }
        ChunkTree tree = ChunkTree.read(file);
        if (!tree.root().equals(root) || tree.bytes() != part.fingerprint().bytes()) {
            throw new ContentMismatchException(
                    "TREE_CHANGED",
                    file + " is not the tree of " + part.name() + " that the minutes name: root expected " + root.hex()
                            + ", found " + tree.root().hex() + " of " + tree.bytes() + " bytes",
                    null);
        }
    }

    /** What is composed, in its order: a file on the disk, or a small one made here. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(
            String name, String mediaType, @Nullable Path file, byte @Nullable [] made) {}

    private List<Part> parts() {
        Minutes minutes = composition.minutes();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Minutes.FILE_NAME, "application/json", null, MinutesJson.write(minutes)));
        composition
                .writtenAct()
                .ifPresent(act -> parts.add(new Part(Composition.WRITTEN_ACT, "application/pdf", act, null)));
        for (RecordingPart part : minutes.recordings()) {
            byte[] chapters =
                    WebVtt.chapters(minutes, part.name(), Locale.ITALIAN).getBytes(StandardCharsets.UTF_8);
            parts.add(new Part(SignedContainer.chaptersName(minutes, part), "text/vtt", null, chapters));
        }
        composition
                .attachments()
                .forEach((name, file) -> parts.add(new Part(name, SignedContainer.mediaType(name), file, null)));
        for (RecordingPart part : minutes.recordings()) {
            Path file = Objects.requireNonNull(composition.recordings().get(part.name()));
            parts.add(new Part(part.name(), part.mediaType(), file, null));
        }
        return parts;
    }

    /** Writes one container, whole but for its signatures. */
    public SignedStore container(Path path, SignatureForm form) throws IOException {
        List<ContainedFile> files = new ArrayList<>();
        try (ContainerWriter container = ContainerWriter.create(path)) {
            container.add("mimetype", SignedContainer.ASIC_E.getBytes(StandardCharsets.US_ASCII));
            for (Part part : parts()) {
                Fingerprint found = part.made() != null
                        ? container.add(part.name(), part.made())
                        : container.add(part.name(), Objects.requireNonNull(part.file()), task);
                files.add(described(part, found));
            }
            if (form == SignatureForm.ASIC_E_XADES) {
                container.add(SignedContainer.MANIFEST, SignedContainer.manifest(files));
            }
            container.finish();
        }
        return SignedStores.container(path, form, files);
    }

    /** Writes a folder, whole but for its signatures; what is only signed where it lies is read, but not copied. */
    public List<SignedStore> folder(Path folder, SignatureForm form) throws IOException {
        Map<String, SignedStore> stores = new LinkedHashMap<>();
        List<ContainedFile> files = new ArrayList<>();
        for (Part part : parts()) {
            Path file = part.file();
            boolean stays = file != null && composition.recordings().containsKey(part.name());
            if (file == null) {
                file = Files.write(folder.resolve(part.name()), Objects.requireNonNull(part.made()));
            } else if (!stays && form != SignatureForm.CADES_ENVELOPING) {
                file = Files.copy(file, folder.resolve(part.name()));
            }
            if (form == SignatureForm.XADES_DETACHED) {
                files.add(described(part, Fingerprinter.fingerprint(file, task)));
            } else {
                Path signed = folder.resolve(part.name() + form.extension());
                SignedStore store = SignedStores.begin(signed, form, file, part.name(), task);
                described(part, store.files().get(0).fingerprint());
                stores.put(part.name(), store);
            }
            if (part.made() != null && form == SignatureForm.CADES_ENVELOPING) {
                Files.delete(file);
            }
        }
        return form == SignatureForm.XADES_DETACHED
                ? List.of(
                        SignedStores.detached(folder.resolve(SignedStores.SIGNATURES), files, composition.recordings()))
                : List.copyOf(stores.values());
    }

    /** What was found, held against what the minutes say of it. */
    private ContainedFile described(Part part, Fingerprint found) {
        for (RecordingPart recording : composition.minutes().recordings()) {
            if (recording.name().equals(part.name()) && !recording.fingerprint().equals(found)) {
                throw new ContentMismatchException(
                        "RECORDING_CHANGED",
                        part.file() + " is not the recording " + part.name()
                                + " that the minutes name: digest expected "
                                + recording.fingerprint().digest() + ", found " + found.digest(),
                        null);
            }
        }
        return new ContainedFile(part.name(), part.mediaType(), found);
    }
}
