// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examines a signed file by what it is: a container, an envelope, signatures beside files, a PDF, a folder of those. */
public final class Examination {

    private final Map<String, Path> content;
    private final Trust trust;
    private final Instant at;
    private final Task task;

    /**
     * An examination.
     *
     * @param content where the files of detached signatures lie, if not beside them, by name
     * @param at the instant for which to answer
     */
    public Examination(Map<String, Path> content, Trust trust, Instant at, Task task) {
        this.content = Map.copyOf(content);
        this.trust = trust;
        this.at = at;
        this.task = task;
    }

    /** Reads a file, or every signed file of a folder. */
    public Examined of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        return one(path);
    }

    private Examined one(Path path) throws IOException {
        SignedStore store = SignedStores.openUnchanged(path);
        return switch (store.form()) {
            case ASIC_E_XADES, ASIC_E_CADES, ASIC_S_CADES -> new ContainerExamination(trust, at, task).of(path);
            case CADES_ENVELOPING -> new EnvelopeExamination(trust, at, task).of(path);
            case CADES_DETACHED -> detachedCms(path);
            case XADES_DETACHED -> detachedXml(path);
            case PADES -> pdf(path);
        };
    }

    /** By its name, else beside the signature; the only file given for the only one missing may have another name. */
    private Path contentOf(Path signature, String name) {
        Path given = content.get(name);
        Path beside = SignedStores.beside(signature, name);
        if (given != null || Files.isRegularFile(beside)) {
            return given != null ? given : beside;
        }
        return content.size() == 1 ? content.values().iterator().next() : beside;
    }

    private Examined detachedCms(Path path) throws IOException {
        String name = SignedStores.inner(path);
        Path file = contentOf(path, name);
        if (!Files.isRegularFile(file)) {
            throw new MinutesException(
                    "CONTENT_MISSING",
                    path + " is a signature beside a file, and " + name + " does not lie there: say where it is");
        }
        byte[] cms = SignedStores.small(path);
        MeasuredContent measured = MeasuredContent.read(Files.newInputStream(file), Files.size(file), cms, name, task);
        List<VerifiedSignature> signatures = new SignatureValidation(trust, at, path).cms(cms, measured.document());
        return new Examined(
                "CAdES-detached",
                Map.of(name, measured.fingerprint()),
                List.of(),
                List.of(),
                true,
                false,
                signatures,
                facts(name, file));
    }

    private Examined detachedXml(Path path) throws IOException {
        byte[] xml = SignedStores.small(path);
        Map<String, Fingerprint> files = new LinkedHashMap<>();
        List<DSSDocument> documents = new ArrayList<>();
        byte[] facts = null;
        for (String name : SignedDigests.ofXml(xml).keySet()) {
            Path file = contentOf(path, name);
            if (Files.isRegularFile(file)) {
                Fingerprint fingerprint = Fingerprinter.fingerprint(file, task);
                files.put(name, fingerprint);
                documents.add(new StreamedDocument(
                        new ContainedFile(name, SignedContainer.mediaType(name), fingerprint),
                        () -> Files.newInputStream(file)));
                facts = facts == null ? facts(name, file) : facts;
            }
        }
        List<VerifiedSignature> signatures = new SignatureValidation(trust, at, path).xml(xml, documents);
        return new Examined(
                "XAdES-detached",
                files,
                List.of(),
                List.of(),
                true,
                files.containsKey(Minutes.FILE_NAME),
                signatures,
                facts);
    }

    private Examined pdf(Path path) throws IOException {
        byte[] pdf = SignedStores.pdf(path);
        String name = String.valueOf(path.getFileName());
        Fingerprint fingerprint =
                new Fingerprint(Digest.of(Fingerprinter.sha256().digest(pdf)), pdf.length);
        return new Examined(
                "PAdES",
                Map.of(name, fingerprint),
                List.of(),
                List.of(),
                true,
                false,
                new SignatureValidation(trust, at, path).pdf(pdf, name),
                null);
    }

    private static byte @Nullable [] facts(String name, Path file) throws IOException {
        boolean isFacts = name.equals(Minutes.FILE_NAME) && Files.size(file) <= SignedContainer.MAX_FACTS;
        return isFacts ? Files.readAllBytes(file) : null;
    }

    /** Minutes in a folder: each file signed on its own, or all by the signatures of one. */
    private Examined folder(Path path) throws IOException {
        List<SignedStore> stores = SignedStores.openAllUnchanged(path);
        Map<String, Fingerprint> files = new LinkedHashMap<>();
        List<String> damaged = new ArrayList<>();
        List<VerifiedSignature> signatures = new ArrayList<>();
        byte[] facts = null;
        String format = "";
        for (SignedStore store : stores) {
            Examined one = one(store.path());
            files.putAll(one.files());
            damaged.addAll(one.damaged());
            signatures.addAll(one.signatures());
            facts = facts == null ? one.facts() : facts;
            format = one.format();
        }
        return new Examined(format, files, damaged, strangers(path, stores, files), true, true, signatures, facts);
    }

    /** What lies in the folder and is neither a signed file nor its signature. */
    private static List<String> strangers(Path folder, List<SignedStore> stores, Map<String, Fingerprint> files)
            throws IOException {
        List<String> strangers = new ArrayList<>();
        try (java.util.stream.Stream<Path> all = Files.list(folder)) {
            for (Path one : all.sorted().toList()) {
                String name = String.valueOf(one.getFileName());
                boolean signed = stores.stream()
                        .anyMatch(store -> store.path().getFileName().toString().equals(name));
                boolean covered = files.containsKey(name) && stores.get(0).form() != SignatureForm.CADES_ENVELOPING;
                if (!signed && !covered && !name.startsWith(".")) {
                    strangers.add(name);
                }
            }
        }
        return strangers;
    }
}
