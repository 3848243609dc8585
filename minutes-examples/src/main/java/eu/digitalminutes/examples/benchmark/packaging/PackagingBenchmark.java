// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * E-ARK packages and bags of one file, built and verified by this SDK, commons-ip2 and bagit-java, in turn, each in a
 * process of its own; figures are medians and ratios of one run.
 */
public final class PackagingBenchmark {
    private static final List<String> OPERATIONS =
            List.of("sha256", "copy", "eark-build", "eark-verify", "bag-build", "bag-verify");

    private static final int SMALL = 12;

    /** With less, the loops of the JDK's digest are sometimes still interpreted when it counts. */
    private static final int SMALL_MEBIBYTES = 16;

    private PackagingBenchmark() {}

    /**
     * Measures, and prints a table.
     *
     * @param arguments the folder of minutes-examples; how many MiB, by default 1024; how many rounds, by default 3; a
     *     folder with room for six times the file, by default that for temporary files; the operations, separated by
     *     commas, by default all, each build before its verify
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        int mebibytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1024;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path parent = Path.of(arguments.length > 3 ? arguments[3] : System.getProperty("java.io.tmpdir"));
        List<String> operations = arguments.length > 4 ? List.of(arguments[4].split(",", -1)) : OPERATIONS;
        Path work = Files.createTempDirectory(parent, "minutes-packaging");
        try {
            print(measure(home, work, mebibytes, rounds, operations), mebibytes, rounds);
        } finally {
            remove(work);
        }
    }

    private static Map<String, List<long[]>> measure(
            Path home, Path work, int mebibytes, int rounds, List<String> operations)
            throws IOException, InterruptedException {
        List<String> small = new ArrayList<>();
        for (int i = 0; i < SMALL; i++) {
            small.add(container(work.resolve("small" + i), SMALL_MEBIBYTES).toString());
        }
        Path large = container(work.resolve("large"), mebibytes);
        String libraries = Files.readString(home.resolve("../minutes-archive/target/judges/packages.classpath"))
                .strip();
        List<String> ours = List.of("-cp", System.getProperty("java.class.path"), OurPackages.class.getName());
        List<String> peer = List.of(
                "-cp",
                libraries + ":" + home.resolve("target/classes"),
                home.resolve("src/benchmark/PackagePeer.java").toString());
        Map<String, List<long[]>> figures = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String operation : operations) {
                run(figures, "minutes", operation, ours, small, large);
                if (operation.contains("-")) {
                    String who = operation.startsWith("eark") ? "commons-ip2" : "bagit-java";
                    run(figures, who, operation, peer, small, large);
                }
            }
            for (Path folder : Stream.concat(small.stream().map(Path::of), Stream.of(large))
                    .toList()) {
                clear(folder);
            }
        }
        return figures;
    }

    private static void run(
            Map<String, List<long[]>> figures,
            String who,
            String operation,
            List<String> program,
            List<String> small,
            Path large)
            throws IOException, InterruptedException {
        warmPages(large);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m"));
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
        command.addAll(program);
        command.addAll(List.of(operation, String.join(",", small), large.toString()));
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
        if (process.waitFor() != 0 || !answer.matches("[0-9]+( [0-9]+){5}")) {
            throw new IllegalStateException(who + " " + operation + " answered: " + answer);
        }
        long[] numbers =
                Stream.of(answer.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        figures.computeIfAbsent(operation + "\t" + who, any -> new ArrayList<>())
                .add(numbers);
    }

    /**
     * What a system pays for the first touch of a page is nobody's work: every file is read once before, and as many pages
     * are taken as the operation will write, to be given back when it begins.
     */
    private static void warmPages(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.copy(file, OutputStream.nullOutputStream());
        }
        Files.copy(folder.resolve("verbale.asice"), folder.resolve(Meter.PAGES));
    }

    private static void print(Map<String, List<long[]>> figures, int mebibytes, int rounds) {
        double bytes = mebibytes * 1048576.0;
        System.out.println("| " + mebibytes + " MiB, median of " + rounds
                + " | by | wall s | CPU s | passes read | written | bytes each write | peak MB | CPU, ours = 1 |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        figures.forEach((key, runs) -> {
            String[] words = key.split("\t", -1);
            double ours = median(figures.getOrDefault(words[0] + "\tminutes", runs), 1);
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %.2f | %.2f | %s | %.0f | %.1f |",
                    words[0],
                    words[1],
                    median(runs, 0) / 1e9,
                    median(runs, 1) / 1e9,
                    median(runs, 3) / bytes,
                    median(runs, 4) / bytes,
                    median(runs, 4) < bytes / 2
                            ? "–"
                            : String.format(Locale.ROOT, "%.0f", median(runs, 4) / Math.max(1, median(runs, 5))),
                    median(runs, 2) / 1e6,
                    median(runs, 1) / ours));
        });
    }

    private static double median(List<long[]> runs, int column) {
        return runs.stream().mapToLong(run -> run[column]).sorted().toArray()[runs.size() / 2];
    }

    private static Path container(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(mebibytes);
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(folder.resolve("verbale.asice"))) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return folder;
    }

    /** Removes what the operations left. */
    private static void clear(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> !file.endsWith("verbale.asice")).toList();
        }
        for (Path one : all) {
            remove(one);
        }
    }

    private static void remove(Path path) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
