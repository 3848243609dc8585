// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.profile;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;

/**
 * A package that nobody vouches for, opened to be read (<i>pacchetto ricevuto</i>). Its names, sizes and links have been
 * checked: nothing of it leads out of it. Not for several threads.
 */
public interface PackageInput {
    /** More files than this are not a package of minutes. */
    int MAX_FILES = 10_000;

    /** More bytes than this are not read into memory. */
    int MAX_CONTENT = 64 << 20;

    /**
     * The name of the folder that holds the package.
     *
     * @return the top folder's name, or the package's own where there is none
     */
    String name();

    /**
     * The files and their sizes, by their path from the folder of the marker.
     *
     * @return an ordered, immutable map; what lies beside that folder begins with {@code ../}
     */
    Map<String, Long> sizes();

    /**
     * Reads a file once, from start to end.
     *
     * @param name its path
     * @param digests are updated with its bytes
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled
     */
    void read(String name, MessageDigest... digests) throws IOException;

    /**
     * Reads several files once each, side by side where the package's form and the machine allow it.
     *
     * @param files what is updated with the bytes of each file, by its path; no computation may serve two files
     * @throws IOException if one cannot be read
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled
     */
    default void readAll(Map<String, MessageDigest[]> files) throws IOException {
        for (Map.Entry<String, MessageDigest[]> file : files.entrySet()) {
            read(file.getKey(), file.getValue());
        }
    }

    /**
     * Reads a small file once.
     *
     * @param name its path
     * @param digests are updated with its bytes
     * @return its bytes
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code PACKAGE_MALFORMED}, if it has more than {@link #MAX_CONTENT} bytes
     */
    byte[] content(String name, MessageDigest... digests) throws IOException;

    /**
     * A file to look into, here and there, after it was read; what is looked at is read again.
     *
     * @param name its path
     * @return a channel for reading, to be closed
     * @throws IOException if it cannot be read
     */
    SeekableByteChannel channel(String name) throws IOException;

    /**
     * A small file as one on the disk, until the verification ends.
     *
     * @param name its path
     * @return a file
     * @throws IOException if it cannot be read or written
     */
    Path local(String name) throws IOException;

    /**
     * A refusal of the whole package.
     *
     * @param problem what is wrong with it, as part of a sentence
     * @return an exception with code {@code PACKAGE_MALFORMED}, to be thrown
     */
    MinutesException malformed(String problem);

    /**
     * Whether a path stays in the package wherever it is unpacked.
     *
     * @param path a path that a file of the package names
     * @return false for absolute paths, drive letters, backslashes, control characters and segments {@code ..}
     */
    static boolean isContained(String path) {
        if (path.isEmpty() || path.length() > 1024 || path.startsWith("/")) {
            return false;
        }
        if (path.chars().anyMatch(c -> c < 0x20 || c == 0x7F || c == '\\')) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            boolean isDrive = segment.length() > 1 && segment.charAt(1) == ':' && Character.isLetter(segment.charAt(0));
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || isDrive) {
                return false;
            }
        }
        return true;
    }
}
