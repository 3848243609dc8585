// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.signed;

import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signed file as it lies on the disk (<i>documento informatico sottoscritto</i>); nothing of it is validated. Immutable. */
public final class SignedFile {
    private final Path path;
    private final SignatureForm form;
    private final List<ContainedFile> files;
    private final List<AppliedSignature> signatures;
    private final @Nullable Instant provableUntil;

    private SignedFile(
            Path path,
            SignatureForm form,
            List<ContainedFile> files,
            List<AppliedSignature> signatures,
            @Nullable Instant provableUntil) {
        this.path = Objects.requireNonNull(path, "path");
        this.form = Objects.requireNonNull(form, "form");
        this.files = List.copyOf(files);
        this.signatures = List.copyOf(signatures);
        this.provableUntil = provableUntil;
    }

    /**
     * A signed file.
     *
     * @param path where it lies
     * @param form its form
     * @param files what is signed
     * @param signatures its signatures, in their order
     * @param provableUntil until when its last time stamps can be proven; empty where a signature has none
     * @return the signed file
     */
    public static SignedFile of(
            Path path,
            SignatureForm form,
            List<ContainedFile> files,
            List<AppliedSignature> signatures,
            Optional<Instant> provableUntil) {
        return new SignedFile(path, form, files, signatures, provableUntil.orElse(null));
    }

    /**
     * Where it lies.
     *
     * @return its path
     */
    public Path path() {
        return path;
    }

    /**
     * In which form it is signed.
     *
     * @return the form
     */
    public SignatureForm form() {
        return form;
    }

    /**
     * What is signed, by the digests that the signatures name.
     *
     * @return an immutable list; of a detached signature whose file lies elsewhere the size is 0
     */
    public List<ContainedFile> files() {
        return files;
    }

    /**
     * Its signatures, without countersignatures.
     *
     * @return an immutable list in their order
     */
    public List<AppliedSignature> signatures() {
        return signatures;
    }

    /**
     * Until when every signature can be proven by the certificate of its last time stamp: before that day the file is
     * extended to LTA or renewed.
     *
     * @return the earliest end over all signatures; empty if one has no time stamp
     */
    public Optional<Instant> provableUntil() {
        return Optional.ofNullable(provableUntil);
    }
}
