// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.core.internal.pass.Workers;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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
     * @param catalogue the folder of what is known; made if it is not there; on a file system that can be written, where
     *     of two that make the same file one fails and a file can be replaced at once; shared by all who audit the store
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
     * Audits every package that is due. What is known so far is on the disk whenever it ends, however it ends.
     *
     * @param task progress in bytes, and cancellation
     * @return what was found
     * @throws IOException if the store or the catalogue cannot be read, or the catalogue not be written
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; run it again to go on
     */
    public AuditReport run(Task task) throws IOException {
        Map<String, Path> packages = PackagesBelow.find(store, catalogue, profiles);
        List<String> due = due(packages.keySet());
        long total = 0;
        int present = 0;
        for (String name : due) {
            Path found = packages.get(name);
            total += found == null ? 0 : PackagesBelow.bytes(found);
            present += found == null ? 0 : 1;
        }
        Task.Stage stage = task.stage("audit " + store.getFileName(), total);
        Bandwidth bandwidth = new Bandwidth(bytesPerSecond);
        List<Callable<AuditReport>> works = new ArrayList<>();
        due.forEach(name -> works.add(() -> audit(name, stage, bandwidth)));
        // whoever is told that it ended may take the store away: the threads end with the call
        List<AuditReport> done = Workers.run(works, threads, "minutes-audit");
        stage.complete();
        Map<String, AuditReport> byName = new TreeMap<>();
        for (int i = 0; i < done.size(); i++) {
            byName.put(due.get(i), done.get(i));
        }
        List<AuditReport> all = new ArrayList<>(byName.values());
        all.add(AuditReport.left(packages.size() - present, 0));
        return AuditReport.sum(all);
    }

    /**
     * The packages that are to be audited now. Together with {@link #audit} this is what a scheduler of several machines
     * needs: one of them asks what is due, each of them audits some of the names.
     *
     * @return the names, the paths below the store with slashes: those never audited first, then those whose last audit is
     *     longest ago; among them what the catalogue knows and the store has lost
     * @throws IOException if the store or the catalogue cannot be read
     */
    public List<String> due() throws IOException {
        return due(PackagesBelow.find(store, catalogue, profiles).keySet());
    }

    /**
     * Audits one package, in this thread: takes its lease, takes it into the catalogue or holds it against the catalogue,
     * and gives the lease back. It goes on where it was stopped, in this process or in another one on the same catalogue;
     * asked again for what was audited after {@link #olderThan} it reads nothing. The limit of bandwidth holds for this
     * call.
     *
     * @param name the package's path below the store, with slashes, as {@link #due} gives it
     * @param task progress in bytes, and cancellation
     * @return what was found; {@code packages}, {@code recent} and {@code elsewhere} are 0 or 1
     * @throws java.nio.file.NoSuchFileException if neither the store nor the catalogue knows the package
     * @throws IOException if the store or the catalogue cannot be read, or the catalogue not be written
     * @throws IllegalArgumentException if the name leads out of the store
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; audit it again to go on
     */
    public AuditReport audit(String name, Task task) throws IOException {
        Path path = PackagesBelow.place(store, name);
        boolean present = Files.exists(path);
        if (!present && !Catalogue.at(catalogue).knows(name)) {
            throw new NoSuchFileException(path.toString());
        }
        Task.Stage stage = task.stage("audit " + name, present ? PackagesBelow.bytes(path) : 0);
        AuditReport report = audit(name, stage, new Bandwidth(bytesPerSecond));
        stage.complete();
        return report;
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

    private List<String> due(Set<String> present) throws IOException {
        Map<String, Instant> known = Catalogue.at(catalogue).checked();
        Set<String> names = new TreeSet<>(present);
        names.addAll(known.keySet());
        return names.stream()
                .filter(name -> !present.contains(name) || !isRecent(known.getOrDefault(name, Instant.MIN)))
                .sorted(Comparator.comparing(name -> known.getOrDefault(name, Instant.MIN)))
                .toList();
    }

    private boolean isRecent(Instant checked) {
        return !recent.isZero() && checked.isAfter(clock.instant().minus(recent));
    }

    private AuditReport audit(String name, Task.Stage stage, Bandwidth bandwidth) throws IOException {
        Path path = PackagesBelow.place(store, name);
        Path folder = Catalogue.at(catalogue).folder(name);
        Optional<Lease> lease = Lease.take(folder, clock);
        if (lease.isEmpty()) {
            return AuditReport.left(0, 1);
        }
        try (Lease mine = lease.get()) {
            Optional<KnownPackage> known = KnownPackage.read(folder);
            if (!Files.exists(path)) {
                String since = known.map(one -> one.checked().toString()).orElse("-");
                Finding lost = PackageAudit.CATALOGUE.finding("PACKAGE_LOST", Severity.FAIL, name, since);
                return AuditReport.of(0, 0, new FixityCheck(name, clock.instant(), Report.of(List.of(lost))));
            }
            if (known.isPresent() && isRecent(known.get().checked())) {
                return AuditReport.left(1, 0);
            }
            AtomicLong read = new AtomicLong();
            Pace pace = new Pace(stage, bandwidth, read, mine);
            List<Finding> findings = new PackageAudit(path, name, folder, clock, pace)
                    .examine(known, profiles, Optional.ofNullable(seals));
            return AuditReport.of(1, read.get(), new FixityCheck(name, clock.instant(), Report.of(findings)));
        }
    }
}
