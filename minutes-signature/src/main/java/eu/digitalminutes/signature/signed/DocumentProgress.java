// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.signed;

import eu.digitalminutes.core.minutes.SignatoryRole;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** Who has signed one document of a signing session, and who has not. Immutable. */
public final class DocumentProgress {
    private final Path document;
    private final Set<SignatoryRole> signed;
    private final Set<SignatoryRole> pending;
    private final Set<SignatoryRole> missing;
    private final Set<SignatoryRole> impeded;

    private DocumentProgress(
            Path document,
            Set<SignatoryRole> signed,
            Set<SignatoryRole> pending,
            Set<SignatoryRole> missing,
            Set<SignatoryRole> impeded) {
        this.document = Objects.requireNonNull(document, "document");
        this.signed = Set.copyOf(signed);
        this.pending = Set.copyOf(pending);
        this.missing = Set.copyOf(missing);
        this.impeded = Set.copyOf(impeded);
    }

    /**
     * The progress of a document.
     *
     * @param document the document
     * @param signed whose signature stands in it
     * @param pending whose signature is prepared or made, but does not stand in it yet
     * @param missing of those who must sign, whose signature does not stand in it
     * @param impeded of those missing, who is certified to be unable to sign for the time being
     * @return the progress
     */
    public static DocumentProgress of(
            Path document,
            Set<SignatoryRole> signed,
            Set<SignatoryRole> pending,
            Set<SignatoryRole> missing,
            Set<SignatoryRole> impeded) {
        return new DocumentProgress(document, signed, pending, missing, impeded);
    }

    /**
     * The document.
     *
     * @return where it lies
     */
    public Path document() {
        return document;
    }

    /**
     * Whose signature stands in it.
     *
     * @return the roles
     */
    public Set<SignatoryRole> signed() {
        return signed;
    }

    /**
     * Whose signature is prepared or made, but does not stand in it yet.
     *
     * @return the roles
     */
    public Set<SignatoryRole> pending() {
        return pending;
    }

    /**
     * Of those who must sign, whose signature does not stand in it.
     *
     * @return the roles
     */
    public Set<SignatoryRole> missing() {
        return missing;
    }

    /**
     * How far it has come.
     *
     * @return the state
     */
    public SigningState state() {
        if (missing.isEmpty()) {
            return SigningState.COMPLETE;
        }
        return impeded.containsAll(missing) ? SigningState.EFFECTIVE : SigningState.OPEN;
    }
}
