// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.segment;

import eu.digitalminutes.archive.internal.form.PendingPackage;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A package in parts, for channels that take no file as large as it is (<i>pacchetto segmentato</i>). Immutable.
 *
 * <p>A folder holds the parts and {@code segments.json}, which lists them with their digests and can be sealed. The package
 * is any one file: a ZIP or TAR file of any profile.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.1</a>
 */
public final class SegmentedPackage {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(SegmentedPackage.class);
    private static final int BLOCK = 1 << 18;

    private final Path index;
    private final Segment whole;
    private final List<Segment> segments;

    SegmentedPackage(Path index, Segment whole, List<Segment> segments) {
        this.index = index;
        this.whole = whole;
        this.segments = List.copyOf(segments);
    }

    /**
     * Cuts a package into parts. It is read once and not changed.
     *
     * @param packed the package, one file
     * @param bytesEach how large a part may be
     * @param folder where the parts shall appear; nothing may be there yet
     * @param sealer who seals the index, if anybody does
     * @param task progress and cancellation
     * @return the parts
     * @throws IOException if the package cannot be read or the parts cannot be written; nothing is left then
     * @throws IllegalArgumentException if the parts would be empty or more than 9,999, or the package's name is not
     *     portable
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; nothing is left then
     */
    public static SegmentedPackage split(Path packed, long bytesEach, Path folder, Optional<Sealer> sealer, Task task)
            throws IOException {
        String name = FileNames.requirePortable(String.valueOf(packed.getFileName()));
        long size = Files.size(packed);
        if (size == 0 || bytesEach < 1 || (size - 1) / bytesEach >= SegmentIndex.MAX_SEGMENTS) {
            throw new IllegalArgumentException(size + " bytes do not make 1 to " + SegmentIndex.MAX_SEGMENTS
                    + " parts of " + bytesEach + " bytes");
        }
        MessageDigest digest = Fingerprinter.sha256();
        Task.Stage stage = task.stage("split " + name, size);
        List<Segment> segments = new ArrayList<>();
        try (PendingPackage pending = PendingPackage.folder(folder, name, Instant.now(), task);
                InputStream in = Files.newInputStream(packed)) {
            for (long left = size; left > 0; left -= Math.min(left, bytesEach)) {
                String part = String.format(Locale.ROOT, "%s.%04d", name, segments.size() + 1);
                segments.add(
                        new Segment(part, pending.copy(part, in, Math.min(left, bytesEach), packed, stage, digest)));
            }
            Segment whole = new Segment(name, new Fingerprint(Digest.of(digest.digest()), size));
            byte[] list = SegmentIndex.write(whole, segments);
            if (sealer.isPresent()) {
                pending.writeSealed(SegmentIndex.FILE_NAME, list, sealer.get());
            } else {
                pending.write(SegmentIndex.FILE_NAME, list);
            }
            pending.commit();
            stage.complete();
            return new SegmentedPackage(folder.resolve(SegmentIndex.FILE_NAME), whole, segments);
        }
    }

    /**
     * Reads the index of parts; the parts themselves are not opened.
     *
     * @param folder the folder of the parts
     * @return the parts
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PACKAGE_MALFORMED}, if it is not an index
     */
    public static SegmentedPackage open(Path folder) throws IOException {
        return SegmentIndex.read(folder.resolve(SegmentIndex.FILE_NAME));
    }

    /**
     * The package as it was.
     *
     * @return its name and fingerprint
     */
    public Segment whole() {
        return whole;
    }

    /**
     * The parts, in order.
     *
     * @return an immutable list
     */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * Holds the parts against the index, and the index against its seal, each part read once.
     *
     * @param seals who verifies the seal; without it a seal is left undecided
     * @param task progress and cancellation
     * @return every finding; none on a seal where there is none
     * @throws IOException if a part cannot be read
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled
     */
    public Report verify(Optional<SealVerifier> seals, Task task) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Segment segment : segments) {
            Path file = index.resolveSibling(segment.name());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                findings.add(CATALOGUE.finding("SEGMENT_MISSING", Severity.FAIL, segment.name()));
                continue;
            }
            Fingerprint found = Fingerprinter.fingerprint(file, task);
            if (!found.equals(segment.fingerprint())) {
                findings.add(CATALOGUE.finding(
                        "SEGMENT_ALTERED",
                        Severity.FAIL,
                        segment.name(),
                        segment.fingerprint().digest().hex(),
                        found.digest().hex()));
            }
        }
        Path seal = index.resolveSibling(SegmentIndex.FILE_NAME + ".p7s");
        if (!Files.exists(seal)) {
            return Report.of(findings);
        }
        if (seals.isEmpty()) {
            findings.add(CATALOGUE.undecided("SEAL_NOT_VERIFIED", SegmentIndex.FILE_NAME));
            return Report.of(findings);
        }
        return Report.of(findings).and(seals.get().verify(index, seal));
    }

    /**
     * Puts the package together again, each part read once.
     *
     * @param target the file; it must not exist, and appears whole or not at all
     * @param task progress and cancellation
     * @throws IOException if a part cannot be read or the target cannot be written
     * @throws ContentMismatchException with code {@code SEGMENT_ALTERED}, naming the part that is not the one listed
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; nothing is left then
     */
    public void join(Path target, Task task) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "exists already; a package is never overwritten");
        }
        Task.Stage stage =
                task.stage("join " + whole.name(), whole.fingerprint().bytes());
        MessageDigest all = Fingerprinter.sha256();
        try (PendingFile pending = PendingFile.forTarget(target)) {
            try (OutputStream out = Files.newOutputStream(pending.path())) {
                for (Segment segment : segments) {
                    append(segment, out, all, stage);
                }
            }
            require(
                    whole,
                    new Fingerprint(Digest.of(all.digest()), whole.fingerprint().bytes()));
            pending.commit();
        }
        stage.complete();
    }

    private void append(Segment segment, OutputStream out, MessageDigest all, Task.Stage stage) throws IOException {
        MessageDigest digest = Fingerprinter.sha256();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(index.resolveSibling(segment.name()), LinkOption.NOFOLLOW_LINKS)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                bytes += count;
                if (bytes > segment.fingerprint().bytes()) {
                    break;
                }
                digest.update(block, 0, count);
                all.update(block, 0, count);
                out.write(block, 0, count);
                stage.advance(count);
            }
        }
        require(segment, new Fingerprint(Digest.of(digest.digest()), bytes));
    }

    private static void require(Segment expected, Fingerprint found) {
        if (!expected.fingerprint().equals(found)) {
            throw new ContentMismatchException(
                    "SEGMENT_ALTERED",
                    expected.name() + " is not the part that the index lists: expected "
                            + expected.fingerprint().digest().hex() + ", found "
                            + found.digest().hex() + "; ask for it again",
                    null);
        }
    }
}
