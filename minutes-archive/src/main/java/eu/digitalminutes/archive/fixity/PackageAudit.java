// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.archive.internal.form.OpenedPackage;
import eu.digitalminutes.archive.internal.form.PackageView;
import eu.digitalminutes.archive.internal.form.Recognition;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The audit of one package: verified and taken into the catalogue the first time, held against the catalogue from then
 * on, chunk by chunk.
 */
final class PackageAudit {
    static final FindingCatalogue CATALOGUE = FindingCatalogue.of(PackageAudit.class);
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final String name;
    private final Path folder;
    private final Clock clock;
    private final Pace pace;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param path the package
     * @param name what the catalogue calls it
     * @param folder its folder in the catalogue
     */
    PackageAudit(Path path, String name, Path folder, Clock clock, Pace pace) {
        this.path = path;
        this.name = name;
        this.folder = folder;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * @param known what the catalogue knows of it
     */
    List<Finding> examine(Optional<KnownPackage> known, List<PackageProfile> profiles, Optional<SealVerifier> seals)
            throws IOException {
        try (OpenedPackage opened = OpenedPackage.open(path)) {
            if (known.isPresent()) {
                compare(opened, known.get());
            } else {
                enrol(opened, profiles, seals);
            }
        } catch (CancelledException e) {
            throw e;
        } catch (MinutesException e) {
            findings.add(CATALOGUE.finding(
                    "PACKAGE_UNREADABLE",
                    Severity.FAIL,
                    name,
                    String.valueOf(e.getMessage()),
                    known.map(one -> one.checked().toString()).orElse("-")));
        }
        return findings;
    }

    /** A package that does not verify is not taken in: there is nothing good to hold it against. */
    private void enrol(OpenedPackage opened, List<PackageProfile> profiles, Optional<SealVerifier> seals)
            throws IOException {
        RecordedPackage recorded = new RecordedPackage(opened, pace);
        Recognition recognised = Recognition.of(recorded, profiles);
        try (PackageView view = new PackageView(recorded, recognised.base(), Task.none())) {
            // Whose seal it is, is not asked here unless the caller wants it: bytes are what an audit is about.
            recognised.profile().verify(view, seals).findings().stream()
                    .filter(finding -> seals.isPresent() || !finding.code().equals("SEAL_NOT_VERIFIED"))
                    .forEach(finding -> findings.add(named(finding)));
        }
        if (Report.of(findings).verdict() == Verdict.INVALID) {
            return;
        }
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        for (String file : recorded.sizes().keySet()) {
            if (!recorded.leaves().containsKey(file)) {
                try (InputStream unread = recorded.read(file)) {
                    unread.transferTo(OutputStream.nullOutputStream());
                }
            }
            leaves.writeBytes(recorded.leaves().getOrDefault(file, new byte[0]));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        new KnownPackage(name, now, now, recorded.sizes(), leaves.toByteArray(), Map.of()).write(folder);
    }

    private void compare(OpenedPackage opened, KnownPackage known) throws IOException {
        Map<String, Since> damage = new TreeMap<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        TreeSet<String> added = new TreeSet<>(opened.sizes().keySet());
        added.removeAll(known.files().keySet());
        for (String file : added) {
            report("FILE_ADDED", file, since(known, file, now, damage));
        }
        try (Checkpoint checkpoint = Checkpoint.in(folder)) {
            int index = 0;
            for (Map.Entry<String, Long> file : known.files().entrySet()) {
                compare(opened, known, file.getKey(), index, checkpoint, now, damage);
                index++;
            }
            known.checked(damage.isEmpty() ? now : known.checked(), damage).writeState(folder);
            checkpoint.remove();
        }
    }

    private void compare(
            OpenedPackage opened,
            KnownPackage known,
            String file,
            int index,
            Checkpoint checkpoint,
            Instant now,
            Map<String, Since> damage)
            throws IOException {
        Long size = opened.sizes().get(file);
        Long expected = known.files().get(file);
        if (size == null) {
            report("FILE_LOST", file, since(known, file, now, damage));
        } else if (!size.equals(expected)) {
            report("FILE_RESIZED", file, since(known, file, now, damage), String.valueOf(expected), size.toString());
        } else {
            readChunks(opened, file, index, known.leaves(file), checkpoint);
            if (!checkpoint.bad(index).isEmpty()) {
                Since since = since(known, file, now, damage);
                spans(checkpoint.bad(index), size).forEach(span -> report("BIT_ROT", file, since, span));
            }
        }
    }

    private void readChunks(OpenedPackage opened, String file, int index, byte[] leaves, Checkpoint checkpoint)
            throws IOException {
        int chunks = leaves.length / Leaves.LENGTH;
        int first = checkpoint.next(index);
        if (first >= chunks) {
            return;
        }
        MessageDigest digest = Fingerprinter.sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = opened.read(file, (long) first * Leaves.CHUNK)) {
            for (int chunk = first; chunk < chunks; chunk++) {
                for (int left = Leaves.CHUNK; left > 0; ) {
                    int count = in.read(block, 0, Math.min(block.length, left));
                    if (count < 0) {
                        break;
                    }
                    digest.update(block, 0, count);
                    pace.advance(count);
                    left -= count;
                }
                checkpoint.add(index, chunk, Arrays.equals(digest.digest(), Leaves.at(leaves, chunk)));
            }
        }
    }

    /** Neighbouring chunks are told as one span of bytes. */
    private static List<String> spans(Iterable<Integer> chunks, long size) {
        List<String> spans = new ArrayList<>();
        TreeSet<Integer> ordered = new TreeSet<>();
        chunks.forEach(ordered::add);
        while (!ordered.isEmpty()) {
            int first = ordered.first();
            int last = first;
            while (ordered.remove(last)) {
                last++;
            }
            spans.add((long) first * Leaves.CHUNK + "-" + (Math.min(size, (long) last * Leaves.CHUNK) - 1));
        }
        return spans;
    }

    /** A file that was bad before stays bad since then. */
    private static Since since(KnownPackage known, String file, Instant now, Map<String, Since> damage) {
        return damage.computeIfAbsent(file, one -> known.damage().getOrDefault(file, new Since(known.checked(), now)));
    }

    private void report(String code, String file, Since since, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of(since.good().toString(), since.found().toString()));
        arguments.addAll(List.of(more));
        findings.add(CATALOGUE.finding(code, Severity.FAIL, name + "!" + file, arguments.toArray()));
    }

    private Finding named(Finding finding) {
        String where = name + "!" + finding.where();
        return finding.conclusive()
                ? Finding.of(finding.code(), finding.severity(), where, finding.message(), finding.basis())
                : Finding.undecided(finding.code(), where, finding.message(), finding.basis());
    }
}
