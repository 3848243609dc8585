// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark;

import com.sun.management.OperatingSystemMXBean;
import eu.digitalminutes.archive.renewal.EvidenceStore;
import eu.digitalminutes.archive.renewal.PreservedObject;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.ArchiveStamper;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Our side of the benchmark of evidence records, in a process of its own. */
final class EvidenceWork {
    private EvidenceWork() {}

    /**
     * Stamps many small objects and makes the records of some.
     *
     * @param arguments a folder for the store; how many objects; the address of the authority; how many records
     * @throws IOException if the store cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        EvidenceAuthority authority = new ArchiveStamper(TimestampAuthority.at(URI.create(arguments[2])));
        for (int i = 0; i < 4; i++) {
            make(folder.resolve("warm-" + i), 500, 500, authority);
        }
        int objects = Integer.parseInt(arguments[1]);
        int records = arguments.length > 3 ? Integer.parseInt(arguments[3]) : objects;
        long start = System.nanoTime();
        long cpu = cpu();
        long bytes = make(folder.resolve("store"), objects, records, authority);
        System.out.println((System.nanoTime() - start) / 1e9 + " " + (cpu() - cpu) / 1e9 + " " + bytes);
    }

    private static long make(Path folder, int objects, int records, EvidenceAuthority authority) throws IOException {
        EvidenceStore store = EvidenceStore.in(folder);
        store.create(
                IntStream.range(0, objects).mapToObj(EvidenceWork::object),
                HashFunction.SHA256,
                authority,
                Task.none());
        AtomicLong bytes = new AtomicLong();
        store.records(
                IntStream.range(0, records).mapToObj(i -> "object " + i),
                (name, record) -> bytes.addAndGet(record.length));
        return bytes.get() / records;
    }

    private static PreservedObject object(int number) {
        String name = "object " + number;
        return PreservedObject.known(
                name, Digest.of(Fingerprinter.sha256().digest(name.getBytes(StandardCharsets.UTF_8))));
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
