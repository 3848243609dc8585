// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.bagit;

import eu.digitalminutes.archive.metadata.DescribedDocument;
import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds a bag against its manifests and its own account of its size, reading each file once. */
final class BagVerifier {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(BagVerifier.class);
    private static final String PAYLOAD = "data/";
    private static final String FETCH = "fetch.txt";
    private static final int MAX_TAG_FILE = 16 << 20;
    private static final int MAX_MANIFESTS = 32;
    private static final int MAX_COMPLAINTS = 50;

    private final PackageInput input;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<BagAlgorithm> tagAlgorithms = new TreeSet<>();
    private final Map<String, Map<BagAlgorithm, String>> computed = new LinkedHashMap<>();
    private final Map<String, Map<BagAlgorithm, String>> expected = new TreeMap<>();
    private final Map<String, String> normalized = new TreeMap<>();
    private BagDeclaration declaration = new BagDeclaration("1.0", StandardCharsets.UTF_8);
    private Optional<String> oxum = Optional.empty();
    private @Nullable DescribedDocument description;

    BagVerifier(PackageInput input) {
        this.input = input;
        input.sizes().keySet().forEach(name -> normalized.put(Normalizer.normalize(name, Normalizer.Form.NFC), name));
    }

    Report verify() throws IOException {
        List<BagManifest> manifests = input.sizes().keySet().stream()
                .map(BagManifest::named)
                .flatMap(Optional::stream)
                .toList();
        if (manifests.size() > MAX_MANIFESTS) {
            throw input.malformed("it has more than " + MAX_MANIFESTS + " manifests");
        }
        for (BagManifest manifest : manifests) {
            if (manifest.ofTags()) {
                manifest.algorithm().ifPresent(tagAlgorithms::add);
            }
        }
        declare();
        readInfo();
        checkFetch(readManifests(manifests));
        checkDigests();
        checkUnlisted(manifests);
        checkSize();
        return Report.of(findings).and(checkDescription());
    }

    private void declare() throws IOException {
        Optional<BagDeclaration> declared = BagDeclaration.parse(tagFile(BagDeclaration.FILE_NAME));
        if (declared.isEmpty()) {
            fail("BAG_DECLARATION_INVALID", BagDeclaration.FILE_NAME);
            return;
        }
        declaration = declared.get();
        if (!declaration.isKnown()) {
            findings.add(CATALOGUE.undecided("BAG_VERSION_UNKNOWN", BagDeclaration.FILE_NAME, declaration.version()));
        }
    }

    private void readInfo() throws IOException {
        if (!input.sizes().containsKey(BagInfo.FILE_NAME)) {
            return;
        }
        Optional<String> text = declaration.text(tagFile(BagInfo.FILE_NAME));
        if (text.isEmpty()) {
            fail("BAG_INFO_MALFORMED", BagInfo.FILE_NAME, declaration.charset().name());
        }
        oxum = text.flatMap(BagInfo::oxum);
    }

    /** Every payload file that a manifest lists. */
    private Set<String> readManifests(List<BagManifest> manifests) throws IOException {
        Set<String> payload = new LinkedHashSet<>();
        List<Set<String>> each = new ArrayList<>();
        for (BagManifest manifest : manifests) {
            Map<String, String> entries = entries(manifest);
            if (!manifest.ofTags()) {
                payload.addAll(entries.keySet());
                each.add(entries.keySet());
            }
            manifest.algorithm()
                    .ifPresentOrElse(
                            algorithm -> expect(manifest, algorithm, entries),
                            () -> findings.add(CATALOGUE.undecided(
                                    "BAG_ALGORITHM_UNKNOWN", manifest.file(), manifest.algorithmName())));
        }
        if (each.isEmpty()) {
            fail("BAG_MANIFEST_MISSING", "");
        }
        if (each.size() == manifests.size()) {
            findings.add(CATALOGUE.finding("BAG_TAG_MANIFEST_MISSING", Severity.WARN, ""));
        }
        if (declaration.listsAllInEach()) {
            for (String name : payload) {
                if (each.stream().anyMatch(one -> !one.contains(name))) {
                    fail("BAG_MANIFESTS_DIFFER", name);
                }
            }
        }
        return payload;
    }

    private Map<String, String> entries(BagManifest manifest) throws IOException {
        Optional<String> text = declaration.text(tagFile(manifest.file()));
        if (text.isEmpty()) {
            fail(
                    "BAG_MANIFEST_MALFORMED",
                    manifest.file(),
                    declaration.charset().name());
            return Map.of();
        }
        return BagManifest.entries(text.get(), declaration, new BagManifest.Problems() {
            private int complaints;

            @Override
            public void notALine(String line) {
                if (complaints++ < MAX_COMPLAINTS) {
                    complain(line);
                }
            }

            private void complain(String line) {
                fail("BAG_MANIFEST_MALFORMED", manifest.file(), line.substring(0, Math.min(80, line.length())));
            }

            @Override
            public void twice(String name) {
                fail("BAG_FILE_LISTED_TWICE", name, manifest.file());
            }

            @Override
            public void count(int lines) {
                if (lines > PackageInput.MAX_FILES) {
                    throw input.malformed(manifest.file() + " lists more than " + PackageInput.MAX_FILES + " files");
                }
            }
        });
    }

    private void expect(BagManifest manifest, BagAlgorithm algorithm, Map<String, String> entries) {
        if (algorithm.isWeak() && !manifest.ofTags()) {
            findings.add(CATALOGUE.finding("BAG_ALGORITHM_WEAK", Severity.WARN, manifest.file(), algorithm.inNames()));
        }
        entries.forEach((name, hex) -> {
            if (!BagNames.isContained(name)) {
                throw input.malformed(manifest.file() + " names the path \"" + name.replaceAll("\\p{Cntrl}", "?")
                        + "\", which leads out of it");
            }
            if (name.startsWith(PAYLOAD) == manifest.ofTags() || !algorithm.fits(hex)) {
                fail("BAG_MANIFEST_MALFORMED", manifest.file(), hex + " " + name);
            } else {
                expected.computeIfAbsent(name, any -> new EnumMap<>(BagAlgorithm.class))
                        .put(algorithm, hex);
            }
        });
    }

    private void checkFetch(Set<String> payload) throws IOException {
        if (!input.sizes().containsKey(FETCH)) {
            return;
        }
        for (String line :
                (Iterable<String>) declaration.text(tagFile(FETCH)).orElse("?").lines()::iterator) {
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.strip().split("[ \t]+", 3);
            String name = parts.length == 3 ? BagNames.decode(parts[2], declaration) : "";
            if (parts.length != 3 || !parts[1].matches("-|[0-9]{1,18}") || !name.startsWith(PAYLOAD)) {
                fail("BAG_FETCH_MALFORMED", FETCH, line.substring(0, Math.min(80, line.length())));
                continue;
            }
            if (!BagNames.isContained(name)) {
                throw input.malformed(FETCH + " names the path \"" + name + "\", which leads out of it");
            }
            if (!payload.contains(name)) {
                fail("BAG_FETCH_NOT_LISTED", name);
            } else if (stored(name) == null) {
                expected.remove(name);
                findings.add(CATALOGUE.undecided("BAG_FILE_TO_FETCH", name, parts[0]));
            }
        }
    }

    /** What only its digest is wanted of is read beside others. */
    private void readAhead() throws IOException {
        Map<String, Map<BagAlgorithm, MessageDigest>> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, Map<BagAlgorithm, String>> entry : expected.entrySet()) {
            String stored = stored(entry.getKey());
            if (stored != null && !computed.containsKey(stored) && !isDescription(stored)) {
                wanted.putIfAbsent(stored, digestsOf(stored, entry.getValue().keySet()));
            }
        }
        Map<String, MessageDigest[]> files = new LinkedHashMap<>();
        wanted.forEach((name, digests) -> files.put(name, digests.values().toArray(new MessageDigest[0])));
        input.readAll(files);
        wanted.forEach(this::keep);
    }

    private void checkDigests() throws IOException {
        readAhead();
        for (Map.Entry<String, Map<BagAlgorithm, String>> entry : expected.entrySet()) {
            String stored = stored(entry.getKey());
            if (stored == null) {
                fail("BAG_FILE_MISSING", entry.getKey());
                continue;
            }
            Map<BagAlgorithm, String> found = computed.get(stored);
            if (found == null) {
                found = compute(stored, entry.getValue().keySet());
            }
            for (Map.Entry<BagAlgorithm, String> one : entry.getValue().entrySet()) {
                String actual = found.getOrDefault(one.getKey(), "");
                if (!actual.equals(one.getValue())) {
                    fail("BAG_FILE_ALTERED", entry.getKey(), one.getKey().inNames(), one.getValue(), actual);
                }
            }
        }
    }

    private boolean isDescription(String name) {
        return name.equals(BagWriter.METADATA)
                && Optional.ofNullable(input.sizes().get(name)).orElse(0L) <= PackageInput.MAX_CONTENT;
    }

    private Map<BagAlgorithm, MessageDigest> digestsOf(String name, Set<BagAlgorithm> algorithms) {
        Map<BagAlgorithm, MessageDigest> digests = new EnumMap<>(BagAlgorithm.class);
        algorithms.forEach(algorithm -> digests.put(algorithm, algorithm.digest()));
        if (name.equals(BagWriter.CONTAINER) && input.sizes().containsKey(BagWriter.METADATA)) {
            // The description knows the container by this digest, whatever the manifests use.
            digests.computeIfAbsent(BagAlgorithm.SHA_256, BagAlgorithm::digest);
        }
        return digests;
    }

    private Map<BagAlgorithm, String> compute(String name, Set<BagAlgorithm> algorithms) throws IOException {
        Map<BagAlgorithm, MessageDigest> digests = digestsOf(name, algorithms);
        MessageDigest[] all = digests.values().toArray(new MessageDigest[0]);
        if (isDescription(name)) {
            description = DescribedDocument.read(input.content(name, all), name);
        } else {
            input.read(name, all);
        }
        return keep(name, digests);
    }

    private byte[] tagFile(String name) throws IOException {
        if (Optional.ofNullable(input.sizes().get(name)).orElse(0L) > MAX_TAG_FILE) {
            throw input.malformed(name + " is too long to be what it says");
        }
        Map<BagAlgorithm, MessageDigest> digests = new EnumMap<>(BagAlgorithm.class);
        tagAlgorithms.forEach(algorithm -> digests.put(algorithm, algorithm.digest()));
        byte[] content = input.content(name, digests.values().toArray(new MessageDigest[0]));
        keep(name, digests);
        return content;
    }

    private Map<BagAlgorithm, String> keep(String name, Map<BagAlgorithm, MessageDigest> digests) {
        Map<BagAlgorithm, String> found = new EnumMap<>(BagAlgorithm.class);
        digests.forEach(
                (algorithm, digest) -> found.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        computed.put(name, found);
        return found;
    }

    private void checkUnlisted(List<BagManifest> manifests) {
        Set<String> listed = new TreeSet<>();
        expected.keySet()
                .forEach(name -> listed.add(Optional.ofNullable(stored(name)).orElse(name)));
        boolean decided = manifests.stream().allMatch(one -> one.algorithm().isPresent());
        for (String name : input.sizes().keySet()) {
            if (listed.contains(name) || name.startsWith("tagmanifest-")) {
                continue;
            }
            if ((name.startsWith(PAYLOAD) && decided) || name.startsWith("../")) {
                fail("BAG_FILE_NOT_LISTED", name);
            } else if (!name.startsWith(PAYLOAD) && !tagAlgorithms.isEmpty()) {
                findings.add(CATALOGUE.finding("BAG_TAG_FILE_NOT_LISTED", Severity.WARN, name));
            }
        }
    }

    private void checkSize() {
        long bytes = 0;
        long files = 0;
        for (Map.Entry<String, Long> entry : input.sizes().entrySet()) {
            if (entry.getKey().startsWith(PAYLOAD)) {
                bytes += entry.getValue();
                files++;
            }
        }
        if (files == 0) {
            findings.add(CATALOGUE.finding("BAG_PAYLOAD_EMPTY", Severity.WARN, PAYLOAD));
        }
        String counted = bytes + "." + files;
        if (oxum.isPresent() && !oxum.get().equals(counted)) {
            fail("BAG_OXUM_WRONG", BagInfo.FILE_NAME, oxum.get(), counted);
        }
    }

    private Report checkDescription() throws IOException {
        if (description == null) {
            return Report.of(List.of());
        }
        Map<BagAlgorithm, String> container = computed.getOrDefault(BagWriter.CONTAINER, Map.of());
        String sha256 = container.get(BagAlgorithm.SHA_256);
        Optional<Digest> described = description.digest();
        if (sha256 != null && described.isPresent() && !described.get().hex().equals(sha256)) {
            return description
                    .report()
                    .and(Report.of(List.of(CATALOGUE.finding(
                            "METADATA_MISMATCH",
                            Severity.FAIL,
                            BagWriter.METADATA,
                            described.get().hex(),
                            sha256))));
        }
        if (sha256 == null) {
            return description.report();
        }
        try (SeekableByteChannel channel = input.channel(BagWriter.CONTAINER)) {
            return description.report().and(description.against(channel));
        }
    }

    /** The name under which the bag holds a listed file: systems write accents in two ways. */
    private @Nullable String stored(String name) {
        return input.sizes().containsKey(name) ? name : normalized.get(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    private void fail(String code, String where, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, where, arguments));
    }
}
