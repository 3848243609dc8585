// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.page;

import eu.digitalminutes.core.content.PendingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The small files of a site: what is the same already is not touched, what differs is replaced in one step. */
public final class SiteStore {
    private final Path site;
    private final Set<String> put = new TreeSet<>();
    private int written;
    private int unchanged;

    /**
     * The files below a folder.
     *
     * @param site the site's folder, which exists
     */
    public SiteStore(Path site) {
        this.site = site;
    }

    /**
     * Makes a file say something. One that says it already keeps its time and its place on the disk.
     *
     * @param name its name below the site, with slashes
     * @param text what it says
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public void put(String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Path file = site.resolve(name);
        put.add(name);
        if (Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content)) {
            unchanged++;
            return;
        }
        Files.createDirectories(file.getParent());
        PendingFile.write(file, content);
        written++;
    }

    /**
     * Notes that a file is there and shall stay as it is.
     *
     * @param name its name below the site, with slashes
     */
    public void keep(String name) {
        put.add(name);
        unchanged++;
    }

    /**
     * Removes what a folder held and was not put this time, and folders that are empty then.
     *
     * @param folder its name below the site
     * @return the names of the files that went
     * @throws IOException if the folder cannot be read or a file not be removed
     */
    public List<String> removeOthers(String folder) throws IOException {
        Path root = site.resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        Set<String> gone = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                String name = site.relativize(path).toString().replace('\\', '/');
                if (Files.isDirectory(path)) {
                    removeEmpty(path);
                } else if (!put.contains(name)) {
                    Files.delete(path);
                    gone.add(name);
                }
            }
        }
        return List.copyOf(gone);
    }

    /**
     * Removes a folder with all it holds.
     *
     * @param folder the folder; may be missing
     * @throws IOException if something cannot be removed
     */
    public static void removeAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * Whether a file was put this time.
     *
     * @param name its name below the site
     * @return true if so
     */
    public boolean has(String name) {
        return put.contains(name);
    }

    /**
     * The names of everything that was put.
     *
     * @return in alphabetical order
     */
    public List<String> names() {
        return List.copyOf(put);
    }

    /**
     * How many files were made or replaced.
     *
     * @return the count
     */
    public int written() {
        return written;
    }

    /**
     * How many files said it already.
     *
     * @return the count
     */
    public int unchanged() {
        return unchanged;
    }

    private static void removeEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            // Something lives there: it stays.
            return;
        }
    }
}
