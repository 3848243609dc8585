// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the container is read, counted by the operating system: every read of this process, by whatever call. */
class PassesTest {
    private static final Path COUNTER = Path.of("/proc/self/io");
    private static final int BYTES = 48 << 20;

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void containerIsReadOnceToPackAndOnceToVerify(PackageForm form) throws Exception {
        assumeTrue(Files.isReadable(COUNTER), "this system does not count what a process reads");
        Path small = Files.createDirectory(temp.resolve("small"));
        Path warm = Packages.write(Sessions.ordinary(Packages.container(small, 1)), small.resolve("p"), form);
        MinutesArchive.verify(warm, new TestSeal());
        Path container = Packages.container(temp, BYTES);

        long before = read();
        Path written = Packages.write(Sessions.ordinary(container), temp.resolve("p"), form);
        long packed = read();
        MinutesArchive.verify(written, new TestSeal()).requireValid();
        long verified = read();

        assertOnce("packing", packed - before);
        assertOnce("verifying", verified - packed);
    }

    private static void assertOnce(String work, long bytes) {
        double passes = (double) bytes / BYTES;
        assertTrue(passes >= 1 && passes < 1.1, work + " read the container " + passes + " times");
    }

    private static long read() throws IOException {
        return Files.readAllLines(COUNTER).stream()
                .filter(line -> line.startsWith("rchar: "))
                .mapToLong(line -> Long.parseLong(line.substring(7)))
                .sum();
    }
}
