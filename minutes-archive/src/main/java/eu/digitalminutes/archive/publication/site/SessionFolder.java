// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.internal.page.SiteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a session as readers see it: a new content takes the place of the old as a whole. Files that are the same
 * keep their place on the disk.
 */
final class SessionFolder {
    static final String PAGE = "index.html";
    private static final long SMALL = 16L << 20;

    private final Path live;
    private final Path aside;

    SessionFolder(Path live) {
        this.live = live;
        this.aside = live.resolveSibling("." + live.getFileName() + ".old");
    }

    /**
     * Puts a complete new content in place. If only the page changes, or files are new, one rename does it. If a file
     * changes that the old page names, the old folder steps aside first; who dies then is healed by the next run.
     *
     * @param staged the new content, on the same disk; gone afterwards
     * @param sameLarge whether two large files of the same name and size are the same, as far as is known
     * @return how many files were made or replaced
     */
    int replaceBy(Path staged, BiPredicate<Path, Path> sameLarge) throws IOException {
        Set<String> fresh = names(staged);
        if (!Files.isDirectory(live)) {
            Files.createDirectories(live.getParent());
            Files.move(staged, live, StandardCopyOption.ATOMIC_MOVE);
            return fresh.size();
        }
        Set<String> old = names(live);
        Set<String> changed = new TreeSet<>();
        for (String name : fresh) {
            if (!old.contains(name) || !same(staged.resolve(name), live.resolve(name), sameLarge)) {
                changed.add(name);
            }
        }
        Set<String> gone = new TreeSet<>(old);
        gone.removeAll(fresh);
        boolean inPlace = changed.stream().allMatch(name -> name.equals(PAGE) || !old.contains(name));
        if (inPlace) {
            for (String name : changed) {
                if (!name.equals(PAGE)) {
                    Files.move(staged.resolve(name), live.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            if (changed.contains(PAGE)) {
                Files.move(
                        staged.resolve(PAGE),
                        live.resolve(PAGE),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            for (String name : gone) {
                Files.delete(live.resolve(name));
            }
            SiteStore.removeAll(staged);
        } else {
            swap(staged, fresh, changed);
        }
        return changed.size();
    }

    private void swap(Path staged, Set<String> fresh, Set<String> changed) throws IOException {
        for (String name : fresh) {
            if (!changed.contains(name)) {
                keep(staged.resolve(name), live.resolve(name));
            }
        }
        Files.move(live, aside, StandardCopyOption.ATOMIC_MOVE);
        Files.move(staged, live, StandardCopyOption.ATOMIC_MOVE);
        SiteStore.removeAll(aside);
    }

    /** The same file once more under the new folder; where links are unknown, its copy stays. */
    private static void keep(Path copy, Path original) throws IOException {
        Path link = copy.resolveSibling(copy.getFileName() + ".link");
        try {
            Files.createLink(link, original);
        } catch (IOException | UnsupportedOperationException e) {
            return;
        }
        Files.move(link, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Between two links to one file a rename does nothing.
        Files.deleteIfExists(link);
    }

    private static boolean same(Path one, Path other, BiPredicate<Path, Path> sameLarge) throws IOException {
        if (Files.size(one) != Files.size(other)) {
            return false;
        }
        return Files.isSameFile(one, other)
                || (Files.size(one) < SMALL ? Files.mismatch(one, other) == -1 : sameLarge.test(one, other));
    }

    /** Ends what a run that died left half-done: the old page comes back where no new one took its place. */
    static void heal(Path sessions) throws IOException {
        if (!Files.isDirectory(sessions)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> folders = Files.walk(sessions, 3)) {
            left = folders.filter(path -> path.getFileName().toString().matches("\\.[a-z0-9-]+\\.old"))
                    .filter(Files::isDirectory)
                    .toList();
        }
        for (Path aside : left) {
            String name = aside.getFileName().toString();
            Path live = aside.resolveSibling(name.substring(1, name.length() - ".old".length()));
            if (Files.exists(live)) {
                SiteStore.removeAll(aside);
            } else {
                Files.move(aside, live, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Removes the folder with all it holds: out of sight in one step, then off the disk. */
    void remove() throws IOException {
        if (Files.isDirectory(live)) {
            SiteStore.removeAll(aside);
            Files.move(live, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        SiteStore.removeAll(aside);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
