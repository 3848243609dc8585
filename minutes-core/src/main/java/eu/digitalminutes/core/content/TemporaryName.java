// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The name of something in the making, {@code .NAME.PID-START-MACHINE.RANDOM.part}: it says whose it is, so that what a
 * killed process left can be told from what another one is writing at this moment, be it on another machine.
 */
final class TemporaryName {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryName.class);
    private static final Pattern OWNER =
            Pattern.compile("(\\d{1,18})-(\\d{1,18})-([0-9a-f]{8})\\.[0-9a-f-]{36}\\.part(\\.[a-z]+)*");
    /** Systems count the start of a process from a boot time that they correct now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final String MACHINE = machine();

    private TemporaryName() {}

    /** A new name beside a target. */
    static Path beside(Path target) {
        return of(target, ProcessHandle.current());
    }

    static Path of(Path target, ProcessHandle owner) {
        return target.resolveSibling(prefix(target) + owner.pid() + "-"
                + owner.info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-" + MACHINE + "."
                + UUID.randomUUID() + ".part");
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    /** Removes what processes of this machine that have ended left beside a target; what cannot be removed stays. */
    static void removeAbandoned(Path target) {
        String prefix = prefix(target);
        try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(
                target.toAbsolutePath().resolveSibling(""),
                one -> isAbandoned(String.valueOf(one.getFileName()), prefix))) {
            for (Path one : abandoned) {
                remove(one);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            LOG.debug("what was left beside {} cannot be removed", target, e);
        }
    }

    private static boolean isAbandoned(String name, String prefix) {
        // what is in the making may have had something in the making beside itself
        String itself = name.startsWith("." + prefix) ? name.substring(1) : name;
        if (!itself.startsWith(prefix)) {
            return false;
        }
        Matcher owner = OWNER.matcher(itself.substring(prefix.length()));
        return owner.matches()
                && owner.group(3).equals(MACHINE)
                && !isAlive(Long.parseLong(owner.group(1)), Instant.ofEpochMilli(Long.parseLong(owner.group(2))));
    }

    private static boolean isAlive(long pid, Instant start) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        Optional<Instant> started = process.flatMap(one -> one.info().startInstant());
        return process.isPresent()
                && (started.isEmpty()
                        || start.equals(Instant.EPOCH)
                        || Duration.between(start, started.get()).abs().compareTo(TOLERANCE) <= 0);
    }

    private static void remove(Path abandoned) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(abandoned)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }

    /** Folders are shared between machines and between containers, where the same number is another process. */
    private static String machine() {
        String name;
        try {
            Path kernel = Path.of("/proc/sys/kernel/hostname");
            name = Files.isReadable(kernel)
                    ? Files.readString(kernel)
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            name = System.getProperty("user.home");
        }
        return Digest.of(Fingerprinter.sha256().digest(String.valueOf(name).getBytes(StandardCharsets.UTF_8)))
                .toString()
                .substring(0, 8);
    }
}
