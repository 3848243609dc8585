// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A program that writes, step by step, and prints each step when it is done, until it is killed. */
public final class EndlessProgram {
    private EndlessProgram() {}

    /**
     * Lets a program do a few steps, and kills it somewhere in the next, or where it has begun to write.
     *
     * @param step the step before; the program is told it as its last argument
     * @param writing a file that is there while the program writes; null to kill it at any moment
     * @return the last step that it reported
     */
    public static int killAfter(int step, @Nullable Path writing, Random random, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        command.add(String.valueOf(step));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = program.inputReader(StandardCharsets.US_ASCII)) {
            String line = lines.readLine();
            long begun = System.nanoTime();
            for (int more = random.nextInt(2); more >= 0; more--) {
                begun = System.nanoTime();
                line = lines.readLine();
            }
            long aStep = System.nanoTime() - begun;
            if (writing != null) {
                while (!Files.exists(writing) && program.isAlive()) {
                    Thread.onSpinWait();
                }
                spin((long) (Math.pow(random.nextDouble(), 3) * aStep / 2));
            } else {
                spin((long) (random.nextDouble() * aStep));
            }
            // By its handle: the process itself would close the pipe, with lines in it.
            program.toHandle().destroyForcibly();
            int last = step;
            while (line != null) {
                last = Integer.parseInt(line);
                line = lines.readLine();
            }
            program.waitFor();
            assertTrue(last > step, "the program did nothing before it was killed");
            return last;
        } finally {
            program.destroyForcibly();
        }
    }

    private static void spin(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
