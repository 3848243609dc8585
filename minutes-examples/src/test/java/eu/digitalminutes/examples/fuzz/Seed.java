// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file of a corpus: its name, by whose ending some readers go, and its bytes. */
record Seed(String name, byte[] bytes) {
    /** Larger files say no more and take longer. */
    private static final long LARGEST = 64 << 10;

    static Seed of(String name, String text) {
        return new Seed(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Seed of(Path file) throws IOException {
        return new Seed(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    /** The small files of a folder, of every folder in it, with one of the endings; none where there is no such folder. */
    static List<Seed> in(Path folder, String... endings) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    boolean wanted = Stream.of(endings).anyMatch(file.toString()::endsWith);
                    if (wanted && Files.size(file) <= LARGEST) {
                        seeds.add(of(file));
                    }
                }
            }
        }
        return seeds;
    }

    /** What lies beside the project and not in it. */
    static Path shared(String folder) {
        return Path.of(System.getProperty("minutes.shared", "../../shared"), folder);
    }
}
