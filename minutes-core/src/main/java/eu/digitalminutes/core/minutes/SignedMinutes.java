// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Minutes in their signed container (<i>verbale firmato</i>): what the signature module gives and the archive takes.
 * Immutable; it opens no file.
 */
public final class SignedMinutes {
    private final Path container;
    private final Minutes minutes;
    private final List<ContainedFile> files;
    private final List<AppliedSignature> signatures;

    private SignedMinutes(
            Path container, Minutes minutes, List<ContainedFile> files, List<AppliedSignature> signatures) {
        this.container = Objects.requireNonNull(container, "container");
        this.minutes = Objects.requireNonNull(minutes, "minutes");
        this.files = List.copyOf(files);
        this.signatures = List.copyOf(signatures);
    }

    /**
     * Signed minutes.
     *
     * @param container the container's file
     * @param minutes the facts inside
     * @param files every signed file, in the container's order
     * @param signatures every signature, in the container's order
     * @return the signed minutes
     */
    public static SignedMinutes of(
            Path container, Minutes minutes, List<ContainedFile> files, List<AppliedSignature> signatures) {
        return new SignedMinutes(container, minutes, files, signatures);
    }

    /**
     * The container's file.
     *
     * @return its path
     */
    public Path container() {
        return container;
    }

    /**
     * The facts inside.
     *
     * @return the minutes
     */
    public Minutes minutes() {
        return minutes;
    }

    /**
     * Every signed file, in the container's order.
     *
     * @return an immutable list
     */
    public List<ContainedFile> files() {
        return files;
    }

    /**
     * The signed file of a name.
     *
     * @param name its name in the container
     * @return the file, or empty if there is none of that name
     */
    public Optional<ContainedFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /**
     * Every signature, in the container's order.
     *
     * @return an immutable list
     */
    public List<AppliedSignature> signatures() {
        return signatures;
    }
}
