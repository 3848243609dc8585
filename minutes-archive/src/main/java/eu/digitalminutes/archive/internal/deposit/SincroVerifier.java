// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.deposit;

import eu.digitalminutes.archive.internal.form.OpenedPackage;
import eu.digitalminutes.archive.internal.xml.XmlInput;
import eu.digitalminutes.archive.metadata.DescribedDocument;
import eu.digitalminutes.archive.sincro.IndexSeal;
import eu.digitalminutes.archive.sincro.IndexedFile;
import eu.digitalminutes.archive.sincro.PIndex;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds a package by UNI 11386 against its index, its metadata and its seal, reading each file once. */
public final class SincroVerifier {
    private static final int BLOCK = 1 << 16;
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(SincroVerifier.class);

    private final Path path;
    private final OpenedPackage opened;
    private final Task.Stage stage;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Digest> digests = new LinkedHashMap<>();
    private byte @Nullable [] description;

    private SincroVerifier(Path path, OpenedPackage opened, Task task) {
        this.path = path;
        this.opened = opened;
        long total = opened.sizes().values().stream().mapToLong(Long::longValue).sum();
        this.stage = task.stage("verify " + path.getFileName(), total);
    }

    /** Verifies a package; the seal is left undecided without a verifier. */
    public static Report verify(Path path, Optional<SealVerifier> seals, Task task) throws IOException {
        try (OpenedPackage opened = OpenedPackage.open(path, PIndex.FILE_NAME)) {
            return new SincroVerifier(path, opened, task).verifyAll(seals);
        }
    }

    private Report verifyAll(Optional<SealVerifier> seals) throws IOException {
        if (!opened.sizes().containsKey(PIndex.FILE_NAME)) {
            throw OpenedPackage.malformed(path, "it has no " + PIndex.FILE_NAME, null);
        }
        if (size(PIndex.FILE_NAME) > XmlInput.MAX_BYTES) {
            throw OpenedPackage.malformed(path, "its " + PIndex.FILE_NAME + " is larger than any index", null);
        }
        PIndex index = PIndex.read(content(PIndex.FILE_NAME));
        checkFiles(index);
        Optional<String> seal = SincroLayout.seal(opened.sizes().keySet());
        checkUnlisted(index, seal);
        Report sealed = checkSeal(index, seal, seals);
        Report described = checkMetadata(index);
        stage.complete();
        return index.report().and(Report.of(findings)).and(sealed).and(described);
    }

    private void checkFiles(PIndex index) throws IOException {
        for (IndexedFile file : index.files()) {
            String name = plain(file.path());
            if (!OpenedPackage.isContained(name)) {
                throw OpenedPackage.malformed(
                        path, "its index names the path \"" + file.path() + "\", which leads out of it", null);
            }
        }
        for (IndexedFile file : index.files()) {
            checkFile(file, plain(file.path()));
        }
        for (String needed : List.of(SincroLayout.CONTAINER, SincroLayout.METADATA)) {
            if (index.files().stream().noneMatch(file -> plain(file.path()).equals(needed))) {
                fail("FILE_NOT_INDEXED", needed);
            }
        }
    }

    private void checkFile(IndexedFile file, String name) throws IOException {
        if (digests.containsKey(name) || name.equals(PIndex.FILE_NAME)) {
            fail("FILE_LISTED_TWICE", name);
            return;
        }
        if (!opened.sizes().containsKey(name)) {
            fail("FILE_MISSING", name);
            return;
        }
        Digest found = digest(name);
        digests.put(name, found);
        Optional<Digest> expected = file.digest();
        if (expected.isEmpty()) {
            findings.add(CATALOGUE.undecided("HASH_UNKNOWN", name, file.hashFunction()));
        } else if (!expected.get().equals(found)) {
            fail("FILE_ALTERED", name, expected.get().hex(), found.hex());
        }
    }

    private void checkUnlisted(PIndex index, Optional<String> seal) {
        TreeSet<String> unlisted = new TreeSet<>(opened.sizes().keySet());
        index.files().forEach(file -> unlisted.remove(plain(file.path())));
        unlisted.remove(PIndex.FILE_NAME);
        seal.ifPresent(unlisted::remove);
        unlisted.forEach(name -> fail("FILE_NOT_LISTED", name));
    }

    private Report checkSeal(PIndex index, Optional<String> seal, Optional<SealVerifier> seals) throws IOException {
        if (seal.isEmpty()) {
            Severity weight = index.seal() == IndexSeal.PRESENT ? Severity.FAIL : Severity.WARN;
            return Report.of(List.of(CATALOGUE.finding("SEAL_MISSING", weight, PIndex.FILE_NAME)));
        }
        if (size(seal.get()) > XmlInput.MAX_BYTES) {
            throw OpenedPackage.malformed(path, seal.get() + " is too long for a seal", null);
        }
        if (seals.isEmpty()) {
            return Report.of(List.of(CATALOGUE.undecided("SEAL_NOT_VERIFIED", seal.get())));
        }
        return seals.get().verify(opened.local(PIndex.FILE_NAME), opened.local(seal.get()));
    }

    /** The description must be about the container that the index lists. */
    private Report checkMetadata(PIndex index) {
        Optional<Digest> listed = index.files().stream()
                .filter(file -> plain(file.path()).equals(SincroLayout.CONTAINER))
                .findFirst()
                .flatMap(IndexedFile::digest);
        List<Finding> mismatches = new ArrayList<>();
        index.describedDigest().ifPresent(digest -> compare(PIndex.FILE_NAME, digest, listed, mismatches));
        if (description == null) {
            return Report.of(mismatches);
        }
        DescribedDocument document = DescribedDocument.read(description, SincroLayout.METADATA);
        document.digest().ifPresent(digest -> compare(SincroLayout.METADATA, digest, listed, mismatches));
        return document.report().and(Report.of(mismatches));
    }

    private static void compare(String where, Digest digest, Optional<Digest> listed, List<Finding> mismatches) {
        if (listed.isPresent() && !listed.get().equals(digest)) {
            mismatches.add(CATALOGUE.finding(
                    "METADATA_MISMATCH",
                    Severity.FAIL,
                    where,
                    digest.hex(),
                    listed.get().hex()));
        }
    }

    private Digest digest(String name) throws IOException {
        if (name.equals(SincroLayout.METADATA) && size(name) <= XmlInput.MAX_BYTES) {
            byte[] content = content(name);
            description = content;
            return Digest.of(Fingerprinter.sha256().digest(content));
        }
        MessageDigest digest = Fingerprinter.sha256();
        read(name, digest::update);
        return Digest.of(digest.digest());
    }

    private byte[] content(String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        read(name, (block, offset, length) -> {
            if (content.size() + (long) length > XmlInput.MAX_BYTES) {
                throw OpenedPackage.malformed(path, name + " grows while it is read", null);
            }
            content.write(block, offset, length);
        });
        return content.toByteArray();
    }

    private void read(String name, Sink sink) throws IOException {
        try (InputStream in = opened.read(name)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                sink.accept(block, 0, count);
                stage.advance(count);
            }
        }
    }

    private long size(String name) {
        return opened.sizes().getOrDefault(name, Long.MAX_VALUE);
    }

    private void fail(String code, String where, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, where, arguments));
    }

    /** Some write a path as one that begins in the folder of the index. */
    private static String plain(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /** Takes what was read. */
    @FunctionalInterface
    private interface Sink {
        void accept(byte[] block, int offset, int length);
    }
}
