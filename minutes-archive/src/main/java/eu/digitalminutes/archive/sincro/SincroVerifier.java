// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sincro;

import eu.digitalminutes.archive.internal.xml.SelfDigest;
import eu.digitalminutes.archive.metadata.DescribedDocument;
import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds a package by UNI 11386 against its index, its metadata and its seal, reading each file once. */
final class SincroVerifier {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(SincroVerifier.class);

    private final PackageInput input;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Digest> digests = new LinkedHashMap<>();
    private final Map<String, Digest> ahead = new HashMap<>();
    private byte @Nullable [] description;

    SincroVerifier(PackageInput input) {
        this.input = input;
    }

    /** Verifies the package; the seal is left undecided without a verifier. */
    Report verify(Optional<SealVerifier> seals) throws IOException {
        if (size(PIndex.FILE_NAME) > PackageInput.MAX_CONTENT) {
            throw input.malformed("its " + PIndex.FILE_NAME + " is larger than any index");
        }
        byte[] content = input.content(PIndex.FILE_NAME);
        PIndex index = PIndex.read(content);
        if (!SelfDigest.isKept(content)) {
            fail("INDEX_ALTERED", PIndex.FILE_NAME);
        }
        checkFiles(index);
        Optional<String> seal = SincroLayout.seal(input.sizes().keySet());
        checkUnlisted(index, seal);
        Report sealed = checkSeal(index, seal, seals);
        Report described = checkMetadata(index);
        return index.report().and(Report.of(findings)).and(sealed).and(described);
    }

    private void checkFiles(PIndex index) throws IOException {
        for (IndexedFile file : index.files()) {
            String name = plain(file.path());
            if (!PackageInput.isContained(name)) {
                throw input.malformed("its index names the path \"" + file.path() + "\", which leads out of it");
            }
        }
        readAhead(index);
        for (IndexedFile file : index.files()) {
            checkFile(file, plain(file.path()));
        }
        for (String needed : List.of(SincroLayout.CONTAINER, SincroLayout.METADATA)) {
            if (index.files().stream().noneMatch(file -> plain(file.path()).equals(needed))) {
                fail("FILE_NOT_INDEXED", needed);
            }
        }
    }

    /** What only its digest is wanted of is read beside others. */
    private void readAhead(PIndex index) throws IOException {
        Map<String, MessageDigest[]> files = new LinkedHashMap<>();
        for (IndexedFile file : index.files()) {
            String name = plain(file.path());
            boolean isOwn = name.equals(PIndex.FILE_NAME) || name.equals(SincroLayout.METADATA);
            if (!isOwn && input.sizes().containsKey(name)) {
                files.computeIfAbsent(name, any -> new MessageDigest[] {Fingerprinter.sha256()});
            }
        }
        input.readAll(files);
        files.forEach((name, digest) -> ahead.put(name, Digest.of(digest[0].digest())));
    }

    private void checkFile(IndexedFile file, String name) throws IOException {
        if (digests.containsKey(name) || name.equals(PIndex.FILE_NAME)) {
            fail("FILE_LISTED_TWICE", name);
            return;
        }
        if (!input.sizes().containsKey(name)) {
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
        TreeSet<String> unlisted = new TreeSet<>(input.sizes().keySet());
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
        if (size(seal.get()) > PackageInput.MAX_CONTENT) {
            throw input.malformed(seal.get() + " is too long for a seal");
        }
        if (seals.isEmpty()) {
            return Report.of(List.of(CATALOGUE.undecided("SEAL_NOT_VERIFIED", seal.get())));
        }
        return seals.get().verify(input.local(PIndex.FILE_NAME), input.local(seal.get()));
    }

    /** The description must be about the container that the index lists. */
    private Report checkMetadata(PIndex index) throws IOException {
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
        return document.report().and(Report.of(mismatches)).and(against(document));
    }

    private Report against(DescribedDocument document) throws IOException {
        if (!input.sizes().containsKey(SincroLayout.CONTAINER)) {
            return Report.of(List.of());
        }
        try (SeekableByteChannel container = input.channel(SincroLayout.CONTAINER)) {
            return document.against(container);
        }
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
        Digest known = ahead.get(name);
        if (known != null) {
            return known;
        }
        MessageDigest digest = Fingerprinter.sha256();
        if (name.equals(SincroLayout.METADATA) && size(name) <= PackageInput.MAX_CONTENT) {
            description = input.content(name, digest);
        } else {
            input.read(name, digest);
        }
        return Digest.of(digest.digest());
    }

    private long size(String name) {
        return input.sizes().getOrDefault(name, Long.MAX_VALUE);
    }

    private void fail(String code, String where, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, where, arguments));
    }

    /** Some write a path as one that begins in the folder of the index. */
    private static String plain(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }
}
