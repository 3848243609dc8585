// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the audit of a store costs beside plain SHA-256 and beside Spark, each in a process of its own that is measured
 * whole; works take turns, figures are medians of one run.
 */
public final class AuditBenchmark {
    private static final List<String> WORKS = List.of("sha256", "threads-1", "threads-2", "spark", "stopped");

    private static final Pattern OURS = Pattern.compile(
            "minutes-[a-z]+/target|jackson-(core|databind|annotations|dataformat-csv)-|commons-[a-z0-9]+-|slf4j");

    private AuditBenchmark() {}

    /**
     * Measures, and prints a table.
     *
     * @param arguments a file with the options that Spark asks of the JVM; how many packages, by default 8; how many MiB
     *     each, by default 256; how many rounds, by default 3; a folder, by default that for temporary files
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> jvm =
                List.of(Files.readString(Path.of(arguments[0])).strip().split(" ", -1));
        int packages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        int mebibytes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 256;
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
        Path parent = Path.of(arguments.length > 4 ? arguments[4] : System.getProperty("java.io.tmpdir"));
        Path work = Files.createTempDirectory(parent, "minutes-audit");
        try {
            for (int i = 0; i < packages; i++) {
                Bags.write(work.resolve("store/" + i + ".zip"), (long) mebibytes << 20, i);
            }
            run(jvm, "threads-2", work);
            Map<String, List<long[]>> figures = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (String one : WORKS) {
                    figures.computeIfAbsent(one, any -> new ArrayList<>()).add(run(jvm, one, work));
                }
            }
            print(figures, packages + " × " + mebibytes + " MiB, median of " + rounds);
        } finally {
            List<Path> all;
            try (Stream<Path> files = Files.walk(work)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : all) {
                Files.delete(one);
            }
        }
    }

    private static long[] run(List<String> jvm, String work, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Spark refuses less than 450 MiB.
        command.add(work.equals("spark") ? "-Xmx1g" : "-Xmx128m");
        command.addAll(work.equals("spark") ? jvm : List.of());
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath(work),
                AuditWork.class.getName(),
                work,
                folder.resolve("store").toString(),
                folder.resolve("catalogue").toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer = line;
            }
        }
        if (process.waitFor() != 0 || !answer.matches("([0-9]+ ){4}-?[0-9]+")) {
            throw new IllegalStateException(work + " answered: " + answer);
        }
        return Stream.of(answer.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }

    /** Ours is not to open Spark's jars. */
    private static String classPath(String work) {
        String all = System.getProperty("java.class.path");
        return work.equals("spark")
                ? all
                : Stream.of(all.split(File.pathSeparator, -1))
                        .filter(entry -> OURS.matcher(entry).find())
                        .collect(Collectors.joining(File.pathSeparator));
    }

    private static void print(Map<String, List<long[]>> figures, String title) {
        double plain = median(figures.getOrDefault("sha256", List.of()), 3);
        double cpu = median(figures.getOrDefault("threads-2", List.of()), 1);
        System.out.println(
                "| " + title
                        + " | heap | wall s | CPU s | CPU, threads-2 = 1 | again: wall s | again: CPU s | rate, plain SHA-256 = 1 |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        figures.forEach((work, runs) -> {
            if (!work.equals("stopped")) {
                System.out.println(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |",
                        work,
                        work.equals("spark") ? "1 GiB" : "128 MiB",
                        median(runs, 0) / 1e9,
                        median(runs, 1) / 1e9,
                        median(runs, 1) / cpu,
                        median(runs, 2) / 1e9,
                        median(runs, 3) / 1e9,
                        plain / median(runs, 3)));
            }
        });
        System.out.println(String.format(
                Locale.ROOT,
                "%nRead twice after a stop in the middle, two files open: %.1f MiB; a chunk is 8 MiB.",
                median(figures.getOrDefault("stopped", List.of()), 4) / 1048576));
    }

    private static double median(List<long[]> runs, int column) {
        return runs.stream().mapToLong(run -> run[column]).sorted().toArray()[runs.size() / 2];
    }
}
