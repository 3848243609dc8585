// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.signed;

import eu.digitalminutes.core.content.Digest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What signatures and time stamps are over that lies elsewhere (<i>contenuto della firma separata</i>): files, or only their
 * digests, by the names that the signatures have for them. Immutable.
 *
 * <p>By its digest a file of any size can stay where it is. The verifier then answers for that digest; that it is the file's
 * is the caller's word, and the report says so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5652">RFC 5652, clause 5.2</a>
 */
public final class DetachedContent {
    private static final DetachedContent NONE = new DetachedContent(Map.of(), Map.of());

    private final Map<String, Path> files;
    private final Map<String, Digest> digests;

    private DetachedContent(Map<String, Path> files, Map<String, Digest> digests) {
        this.files = Map.copyOf(files);
        this.digests = Map.copyOf(digests);
    }

    /**
     * Nothing but what lies beside the signatures.
     *
     * @return no content
     */
    public static DetachedContent none() {
        return NONE;
    }

    /**
     * Files.
     *
     * @param files where they lie, by name
     * @return the content
     */
    public static DetachedContent of(Map<String, Path> files) {
        return new DetachedContent(files, Map.of());
    }

    /**
     * One more file.
     *
     * @param name the name that the signatures have for it
     * @param file where it lies
     * @return this and the file
     */
    public DetachedContent with(String name, Path file) {
        Map<String, Path> more = new LinkedHashMap<>(files);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(file, "file"));
        return new DetachedContent(more, digests);
    }

    /**
     * One more file, of which only the digest is given.
     *
     * @param name the name that the signatures have for it
     * @param digest its SHA-256
     * @return this and the digest
     */
    public DetachedContent with(String name, Digest digest) {
        Map<String, Digest> more = new LinkedHashMap<>(digests);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(digest, "digest"));
        return new DetachedContent(files, more);
    }

    /**
     * Where a file lies. The only one given may have another name.
     *
     * @param name the name that a signature has for it
     * @return the file, or empty if none is given
     */
    public Optional<Path> file(String name) {
        boolean only = files.size() == 1 && digests.isEmpty();
        return Optional.ofNullable(only ? files.values().iterator().next() : files.get(name));
    }

    /**
     * Whether a file is given by just this name.
     *
     * @param name the name that a signature has for it
     * @return true if so
     */
    public boolean names(String name) {
        return files.containsKey(name) || digests.containsKey(name);
    }

    /**
     * The digest of a file that is not given. The only one given may have another name.
     *
     * @param name the name that a signature has for it
     * @return the digest, or empty if none is given
     */
    public Optional<Digest> digest(String name) {
        boolean only = digests.size() == 1 && files.isEmpty();
        return Optional.ofNullable(only ? digests.values().iterator().next() : digests.get(name));
    }
}
