// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far the audit of one package has come, a line for each chunk, so that a kill loses one. */
final class Checkpoint implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("([0-9]{1,9}) ([0-9]{1,9}) ([+-])");

    private final Path file;
    private final Map<Integer, Integer> done = new HashMap<>();
    private final Map<Integer, Set<Integer>> bad = new HashMap<>();
    private final Writer out;

    private Checkpoint(Path file, List<String> lines) throws IOException {
        this.file = file;
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                note(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        parts.group(3).equals("+"));
            }
        }
        this.out = Files.newBufferedWriter(
                file, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        // A line that a crash cut short must not run into the next one.
        out.write("\n");
    }

    static Checkpoint in(Path folder) throws IOException {
        Path file = folder.resolve("progress");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        return new Checkpoint(file, lines);
    }

    /** The next chunk of a file that is to be read. */
    int next(int file) {
        return done.getOrDefault(file, 0);
    }

    /** The chunks of a file that differed. */
    Set<Integer> bad(int file) {
        return bad.getOrDefault(file, Set.of());
    }

    void add(int file, int chunk, boolean good) throws IOException {
        note(file, chunk, good);
        out.write(file + " " + chunk + " " + (good ? '+' : '-') + "\n");
        out.flush();
    }

    /** The package was read to its end: the next audit begins anew. */
    void remove() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    private void note(int file, int chunk, boolean good) {
        done.put(file, chunk + 1);
        if (!good) {
            bad.computeIfAbsent(file, one -> new HashSet<>()).add(chunk);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
