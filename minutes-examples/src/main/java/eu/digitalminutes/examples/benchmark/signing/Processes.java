// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Runs operations, each in a process of its own, and measures them. */
final class Processes {
    private static final long PATIENCE_MINUTES = 60;
    private static final long TICK_NANOS = 10_000_000;

    private final Bench bench;
    private final List<String> jvm;

    /**
     * For one bench.
     *
     * @param timed whether anything is going to be timed; else processes are made to start fast, and never get to be fast
     */
    Processes(Bench bench, boolean timed) {
        this.bench = bench;
        this.jvm = timed ? List.of() : List.of("-XX:TieredStopAtLevel=1");
    }

    /** Measures the time of an operation of a JVM. */
    Figures time(Tool tool, String operation, String heap) throws IOException, InterruptedException {
        return java(tool, operation, heap, List.of());
    }

    /** Counts the bytes that an operation of a JVM reads and writes: all files of the bench, temporary ones too. */
    Figures count(Tool tool, String operation, String heap) throws IOException, InterruptedException {
        Path events = bench.folder().resolve("events.jfr");
        Figures figures = java(tool, operation, heap, List.of("jfr=" + events));
        if (!figures.isOk()) {
            return figures;
        }
        long read = 0;
        long written = 0;
        try (RecordingFile file = new RecordingFile(events)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                String path = event.getString("path");
                if (path == null || !isOfBench(Path.of(path))) {
                    continue;
                }
                if (event.getEventType().getName().equals("jdk.FileRead")) {
                    read += Math.max(0, event.getLong("bytesRead"));
                } else if (event.getEventType().getName().equals("jdk.FileWrite")) {
                    written += Math.max(0, event.getLong("bytesWritten"));
                }
            }
        } finally {
            Files.deleteIfExists(events);
        }
        return figures.with(read, written);
    }

    private boolean isOfBench(Path path) {
        return path.startsWith(bench.large()) || path.startsWith(bench.temporary());
    }

    private Figures java(Tool tool, String operation, String heap, List<String> more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + bench.temporary(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                tool.classPath(),
                tool.main(),
                operation,
                bench.small().toString(),
                bench.large().toString()));
        command.addAll(1, jvm);
        command.addAll(bench.settings());
        command.addAll(tool.settings());
        command.addAll(more);
        Path output = bench.folder().resolve("output.txt");
        Path errors = bench.folder().resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        finish(process);
        bench.clearTemporary();
        Map<String, String> answer = new HashMap<>();
        for (String line : Files.readAllLines(output)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                answer.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        String failure = answer.getOrDefault("failure", "");
        if (failure.isEmpty() && process.exitValue() != 0) {
            String text = Files.readString(errors);
            failure = "exit " + process.exitValue() + ": " + text.substring(Math.max(0, text.length() - 300));
        }
        return new Figures(
                failure,
                number(answer, "wall"),
                number(answer, "cpu"),
                number(answer, "peak"),
                number(answer, "read"),
                number(answer, "written"));
    }

    private static void finish(Process process) throws InterruptedException, IOException {
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("an operation was still running after " + PATIENCE_MINUTES + " minutes");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static long number(Map<String, String> answer, String name) {
        return Long.parseLong(answer.getOrDefault(name, "0"));
    }

    /**
     * Measures a program that is no JVM. A shell stands between, since the system adds to a parent's account what its
     * children read, wrote and took.
     */
    Figures program(List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "\"$@\" >/dev/null 2>\"$0\" || exit 1; cat /proc/$$/io; read -r stat </proc/$$/stat; echo \"stat: $stat\"",
                bench.folder().resolve("errors.txt").toString()));
        command.addAll(program);
        Path output = bench.folder().resolve("output.txt");
        long start = System.nanoTime();
        Process shell = new ProcessBuilder(command)
                .directory(bench.large().toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (!shell.waitFor(2, TimeUnit.MILLISECONDS)) {
            Optional<ProcessHandle> child = shell.children().findFirst();
            peak = Math.max(peak, child.map(one -> peak(one.pid())).orElse(0L));
        }
        long wall = System.nanoTime() - start;
        if (shell.exitValue() != 0) {
            String text = Files.readString(bench.folder().resolve("errors.txt"));
            return Figures.failed(program.get(0) + ": " + text.strip().replaceAll("\\s+", " "));
        }
        Map<String, String> answer = new HashMap<>();
        for (String line : Files.readAllLines(output)) {
            answer.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        // after the name in brackets: state is field 3, the times of the children are fields 16 and 17
        String stat = answer.getOrDefault("stat", "");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        return new Figures("", wall, ticks * TICK_NANOS, peak, number(answer, "rchar"), number(answer, "wchar"));
    }

    private static long peak(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                }
            }
        } catch (IOException gone) {
            return 0;
        }
        return 0;
    }
}
