// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark;

import eu.digitalminutes.signature.testkit.PkiServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What evidence records cost: those of some thousand objects beside Bouncy Castle's generator, and those of a million within
 * 256 MiB, each in a process of its own.
 */
public final class EvidenceBenchmark {
    private static final int SOME = 1_000;

    private EvidenceBenchmark() {}

    /**
     * Measures, and prints a table.
     *
     * @param arguments the folder of minutes-examples; how many objects beside Bouncy Castle, by default 4000; how many of
     *     ours, by default a million
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int some = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4_000;
        int many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
        Path work = Files.createTempDirectory("minutes-evidence");
        try (PkiServer services = PkiServer.start()) {
            run(work, Path.of(arguments[0]), some, many, services.tsa().toString(), System.out);
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void run(Path work, Path home, int some, int many, String tsa, PrintStream out)
            throws IOException, InterruptedException {
        String peer = home.resolve("src/benchmark/BouncyCastleErsPeer.java").toString();
        String ours = EvidenceWork.class.getName();
        out.println("| work | heap | seconds | CPU seconds | bytes of a record |");
        out.println("| --- | ---: | ---: | ---: | ---: |");
        double[] mine = measured(work.resolve("some"), "512m", ours, some, tsa, some);
        print(out, "minutes, " + some + " objects, every record", "512 MiB", mine);
        double[] theirs = measured(work.resolve("peer"), "512m", peer, some, tsa, some);
        print(out, "Bouncy Castle, " + some + " objects, every record", "512 MiB", theirs);
        double[] million = measured(work.resolve("many"), "256m", ours, many, tsa, SOME);
        print(out, "minutes, " + many + " objects, " + SOME + " records", "256 MiB", million);
        out.println(String.format(
                Locale.ROOT,
                "%nCPU: %.0f times less than Bouncy Castle; record: %.2f of its size.",
                theirs[1] / mine[1],
                mine[2] / theirs[2]));
    }

    private static void print(PrintStream out, String work, String heap, double[] figures) {
        out.println(String.format(
                Locale.ROOT, "| %s | %s | %.2f | %.2f | %.0f |", work, heap, figures[0], figures[1], figures[2]));
    }

    private static double[] measured(Path folder, String heap, String program, int objects, String tsa, int records)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                program,
                Files.createDirectory(folder).toString(),
                Integer.toString(objects),
                tsa,
                Integer.toString(records)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer = line;
            }
        }
        String[] numbers = answer.split(" ", -1);
        if (process.waitFor() != 0 || numbers.length != 3) {
            throw new IllegalStateException(program + " answered: " + answer);
        }
        return new double[] {
            Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2])
        };
    }
}
