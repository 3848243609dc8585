// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is known of a store: one folder for each package, named after the digest of its name. */
record Catalogue(Path root) {
    static Catalogue at(Path root) throws IOException {
        Files.createDirectories(root);
        return new Catalogue(root);
    }

    /** The folder of a package, which is made if it is not there. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(place(name));
    }

    boolean knows(String name) {
        return Files.isDirectory(place(name));
    }

    /** When each package was last found whole. */
    Map<String, Instant> checked() throws IOException {
        Map<String, Instant> checked = new HashMap<>();
        for (Path folder : folders()) {
            KnownPackage.read(folder).ifPresent(known -> checked.put(known.name(), known.checked()));
        }
        return checked;
    }

    void forget(String name) throws IOException {
        Path folder = place(name);
        if (!knows(name)) {
            throw new IllegalArgumentException("the catalogue " + root + " does not know " + name);
        }
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }

    private Path place(String name) {
        byte[] digest = Fingerprinter.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return root.resolve(Digest.of(digest).hex());
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
