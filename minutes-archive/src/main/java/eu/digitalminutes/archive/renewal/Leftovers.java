// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs leave in a store that is no run. Only who has the turn may remove it: then nobody is working on it. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Pattern PENDING = Pattern.compile("\\.\\d{4,9}-(creation|renewal|rehash)\\..*\\.part");

    private Leftovers() {}

    /** Removes the runs in the making of processes that ended before they were whole. */
    static void removePending(Path store) throws IOException {
        remove(store, name -> PENDING.matcher(name).matches());
    }

    /** Removes what was noted for runs of a kind, once one of them is whole; what cannot be removed is of no use. */
    static void removeJournals(Path store, RunKind kind) {
        try {
            remove(store, name -> name.startsWith("." + kind.code() + "-") && name.endsWith(HashJournal.SUFFIX));
        } catch (IOException e) {
            LOG.debug("the journal of a run that is whole stays in {}", store, e);
        }
    }

    private static void remove(Path store, Predicate<String> which) throws IOException {
        List<Path> found;
        try (Stream<Path> list = Files.list(store)) {
            found = list.filter(one -> which.test(String.valueOf(one.getFileName())))
                    .toList();
        }
        for (Path one : found) {
            remove(one);
        }
    }

    /** A file itself, not what a link leads to. */
    static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes a file, or a folder with all that is in it, if it is there; of a link only the link. */
    static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
