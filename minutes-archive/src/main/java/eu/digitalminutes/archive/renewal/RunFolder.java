// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.archive.internal.tree.TreeFile;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a run.
 *
 * @param path such as {@code 0001-creation}
 */
record RunFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("\\d{4,9}-(creation|renewal|rehash)");
    private static final long MAX_TOKEN = 1L << 20;

    static RunFolder of(Path store, int number, RunKind kind) {
        return new RunFolder(store.resolve(String.format(Locale.ROOT, "%04d-%s", number, kind.code())));
    }

    Path json() {
        return path.resolve("run.json");
    }

    Path token() {
        return path.resolve("stamp.tst");
    }

    Path tree() {
        return path.resolve("tree.bin");
    }

    Path table() {
        return path.resolve("objects.bin");
    }

    Path index() {
        return path.resolve("objects.idx");
    }

    /** All runs of a store, in their order. */
    static List<EvidenceRun> all(Path store) throws IOException {
        if (!Files.isDirectory(store)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> list = Files.list(store)) {
            folders = list.filter(one ->
                            NAME.matcher(String.valueOf(one.getFileName())).matches())
                    .toList();
        }
        List<EvidenceRun> runs = new java.util.ArrayList<>();
        for (Path folder : folders) {
            EvidenceRun run = new RunFolder(folder).read();
            if (!of(store, run.number(), run.kind()).path().equals(folder)) {
                throw new MinutesException(
                        "EVIDENCE_DAMAGED", folder + " holds the run " + run + "; give the folder its name back");
            }
            runs.add(run);
        }
        return runs.stream().sorted().toList();
    }

    private EvidenceRun read() throws IOException {
        if (Files.size(token()) > MAX_TOKEN) {
            throw new MinutesException("EVIDENCE_DAMAGED", token() + " is too large for a time stamp");
        }
        return RunJson.read(json(), Files.readAllBytes(token()));
    }

    ObjectTable table(EvidenceRun run) throws IOException {
        return ObjectTable.open(table(), index(), run);
    }

    TreeFile tree(EvidenceRun run) throws IOException {
        return TreeFile.open(tree(), run.function());
    }
}
