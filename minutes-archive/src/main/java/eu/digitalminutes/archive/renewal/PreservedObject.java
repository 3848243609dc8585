// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.content.Digest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one evidence record is about (<i>oggetto conservato</i>): a file, or a group of files that are only whole together,
 * such as a package in a folder. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 1.2, data object group</a>
 */
public final class PreservedObject {
    private final String name;
    private final List<Member> members;

    private PreservedObject(String name, Collection<Member> members) {
        this.name = Objects.requireNonNull(name, "name");
        this.members = List.copyOf(members);
        if (name.isEmpty() || members.isEmpty()) {
            throw new IllegalArgumentException("an object has a name and at least one file");
        }
    }

    /** A file of the object: read where it lies, or known by its digest. */
    sealed interface Member permits StoredFile, KnownFile {
        String name();
    }

    record StoredFile(String name, Path path) implements Member {}

    record KnownFile(String name, Digest digest) implements Member {}

    /**
     * One file.
     *
     * @param name its name in the store, which finds its record again
     * @param file where it lies; read once when its digest is wanted
     * @return the object
     */
    public static PreservedObject of(String name, Path file) {
        return new PreservedObject(name, List.of(new StoredFile("", Objects.requireNonNull(file, "file"))));
    }

    /**
     * A group of files.
     *
     * @param name its name in the store
     * @param files where each file lies, by its name in the group
     * @return the object
     */
    public static PreservedObject group(String name, Map<String, Path> files) {
        return new PreservedObject(
                name,
                new TreeMap<>(files)
                        .entrySet().stream()
                                .map(file -> (Member) new StoredFile(file.getKey(), file.getValue()))
                                .toList());
    }

    /**
     * One file whose SHA-256 is known, from its signing or from the index of its package: it is not read.
     *
     * @param name its name in the store
     * @param digest the digest
     * @return the object; it can neither be stamped under another function nor be hashed again, and a record in XML takes
     *     its file for one that is not XML itself
     */
    public static PreservedObject known(String name, Digest digest) {
        return new PreservedObject(name, List.of(new KnownFile("", Objects.requireNonNull(digest, "digest"))));
    }

    /**
     * The name in the store.
     *
     * @return such as {@code 2026-03-12-consiglio.zip}
     */
    public String name() {
        return name;
    }

    List<Member> members() {
        return members;
    }

    @Override
    public String toString() {
        return name;
    }
}
