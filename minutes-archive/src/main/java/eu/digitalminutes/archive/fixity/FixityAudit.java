// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the packages of a store are still what they were, byte for byte (<i>verifica periodica di integrità</i>).
 * Immutable; each method gives a new one.
 *
 * <p>The first time a package is met it is verified by its own standard and taken into the catalogue with the digests of
 * its chunks of 8 MiB. From then on each chunk is compared, and noted on the disk: an audit that is stopped, killed or
 * cut off goes on where it was and reads at most one chunk per open file again (a package that is met for the first time
 * begins anew). Packages are taken in the order in which they were last audited; several processes may work on one
 * catalogue, each package is read by one of them. Memory does not grow with sizes.
 *
 * <p>The catalogue is not trusted with anything but good news: where it is damaged, the package is verified again.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.7</a>
 */
public final class FixityAudit {
    private static final int MAX_THREADS = 64;

    private final Path store;
    private final Path catalogue;
    private final List<PackageProfile> profiles;
    private final int threads;
    private final long bytesPerSecond;
    private final Duration recent;
    private final @Nullable SealVerifier seals;
    private final Clock clock;

    private FixityAudit(
            Path store,
            Path catalogue,
            List<PackageProfile> profiles,
            int threads,
            long bytesPerSecond,
            Duration recent,
            @Nullable SealVerifier seals,
            Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.profiles = profiles;
        this.threads = threads;
        this.bytesPerSecond = bytesPerSecond;
        this.recent = recent;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * An audit of every package below a folder, with two threads and no limit of bandwidth.
     *
     * @param store the folder; a package is a folder with the marker of a standard, or a file that ends in {@code .zip} or
     *     {@code .tar}; names that begin with a dot are left out. It may be on any file system.
     * @param catalogue the folder of what is known; made if it is not there; on a file system that can be written
     * @param profiles the standards that packages may follow
     * @return the audit
     */
    public static FixityAudit of(Path store, Path catalogue, List<PackageProfile> profiles) {
        return new FixityAudit(
                Objects.requireNonNull(store, "store"),
                Objects.requireNonNull(catalogue, "catalogue"),
                List.copyOf(profiles),
                2,
                0,
                Duration.ZERO,
                null,
                Clock.systemUTC());
    }

    /**
     * With so many packages at once.
     *
     * @param count 1 to 64
     * @return a new audit
     * @throws IllegalArgumentException if it is out of its bounds
     */
    public FixityAudit threads(int count) {
        if (count < 1 || count > MAX_THREADS) {
            throw new IllegalArgumentException("threads must be from 1 to " + MAX_THREADS + ", not " + count);
        }
        return new FixityAudit(store, catalogue, profiles, count, bytesPerSecond, recent, seals, clock);
    }

    /**
     * With a limit of bandwidth over all threads: 100 TB in 90 days are 13 MB a second.
     *
     * @param bytes the most that is read in a second; 0 for no limit
     * @return a new audit
     * @throws IllegalArgumentException if it is negative
     */
    public FixityAudit bytesPerSecond(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("the bandwidth must not be negative: " + bytes);
        }
        return new FixityAudit(store, catalogue, profiles, threads, bytes, recent, seals, clock);
    }

    /**
     * Leaves out what was audited not long ago and found whole.
     *
     * @param age how old the last audit of a package must be
     * @return a new audit
     */
    public FixityAudit olderThan(Duration age) {
        return new FixityAudit(
                store, catalogue, profiles, threads, bytesPerSecond, Objects.requireNonNull(age, "age"), seals, clock);
    }

    /**
     * Verifies the seals of indexes when a package is met for the first time; otherwise they are not looked at.
     *
     * @param verifier who verifies seals
     * @return a new audit
     */
    public FixityAudit verifyingSeals(SealVerifier verifier) {
        return new FixityAudit(
                store,
                catalogue,
                profiles,
                threads,
                bytesPerSecond,
                recent,
                Objects.requireNonNull(verifier, "verifier"),
                clock);
    }

    /** By another clock. */
    FixityAudit clock(Clock value) {
        return new FixityAudit(store, catalogue, profiles, threads, bytesPerSecond, recent, seals, value);
    }

    /**
     * Audits. What is known so far is on the disk whenever it ends, however it ends.
     *
     * @param task progress in bytes, and cancellation
     * @return what was found
     * @throws IOException if the store or the catalogue cannot be read, or the catalogue not be written
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; run it again to go on
     */
    public AuditReport run(Task task) throws IOException {
        Map<String, Path> packages = PackagesBelow.find(store, catalogue, profiles);
        Map<String, Instant> known = Catalogue.at(catalogue).checked();
        List<Finding> lost = lost(packages, known);
        Instant recently = clock.instant().minus(recent);
        List<String> due = packages.keySet().stream()
                .filter(name -> recent.isZero()
                        || !known.getOrDefault(name, Instant.MIN).isAfter(recently))
                .sorted(Comparator.comparing((String name) -> known.getOrDefault(name, Instant.MIN))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        AuditRun run = new AuditRun(task, due, packages);
        Map<String, List<Finding>> found = Workers.run(due, threads, run::examine);
        List<Finding> findings = new ArrayList<>(lost);
        new TreeMap<>(found).values().forEach(findings::addAll);
        run.stage.complete();
        return new AuditReport(
                due.size() - run.elsewhere.get(),
                packages.size() - due.size(),
                run.elsewhere.get(),
                run.read.get(),
                Report.of(findings));
    }

    /**
     * Forgets a package that was changed or taken away on purpose: if it is still there, the next audit verifies it and
     * takes it in anew.
     *
     * @param name the package's path below the store, with slashes
     * @throws IOException if the catalogue cannot be changed
     * @throws IllegalArgumentException if the catalogue does not know it
     */
    public void forget(String name) throws IOException {
        Catalogue.at(catalogue).forget(name);
    }

    private static List<Finding> lost(Map<String, Path> packages, Map<String, Instant> known) {
        return new TreeMap<>(known)
                .entrySet().stream()
                        .filter(one -> !packages.containsKey(one.getKey()))
                        .map(one -> PackageAudit.CATALOGUE.finding(
                                "PACKAGE_LOST",
                                Severity.FAIL,
                                one.getKey(),
                                one.getValue().toString()))
                        .toList();
    }

    /** One run: what its threads share. */
    private final class AuditRun {
        private final Map<String, Path> packages;
        private final Task.Stage stage;
        private final Bandwidth bandwidth = new Bandwidth(bytesPerSecond);
        private final AtomicLong read = new AtomicLong();
        private final AtomicInteger elsewhere = new AtomicInteger();

        AuditRun(Task task, List<String> due, Map<String, Path> packages) throws IOException {
            this.packages = packages;
            long total = 0;
            for (String name : due) {
                total += PackagesBelow.bytes(Objects.requireNonNull(packages.get(name), name));
            }
            this.stage = task.stage("audit " + store.getFileName(), total);
        }

        List<Finding> examine(String name) throws IOException {
            Path folder = Catalogue.at(catalogue).folder(name);
            Optional<Lease> lease = Lease.take(folder, clock);
            if (lease.isEmpty()) {
                elsewhere.incrementAndGet();
                return List.of();
            }
            try (Lease mine = lease.get()) {
                Path path = Objects.requireNonNull(packages.get(name), name);
                Pace pace = new Pace(stage, bandwidth, read, mine);
                return new PackageAudit(path, name, folder, clock, pace).examine(profiles, Optional.ofNullable(seals));
            }
        }
    }
}
