// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where minutes stand among their versions (<i>versione, registrazione, approvazione e rettifica</i>). Immutable. */
public final class Lineage {
    private static final Lineage FIRST = new Lineage(1, null, null, null);

    private final int version;
    private final @Nullable RegisterEntry registration;
    private final @Nullable Approval approval;
    private final @Nullable Rectification rectification;

    private Lineage(
            int version,
            @Nullable RegisterEntry registration,
            @Nullable Approval approval,
            @Nullable Rectification rectification) {
        this.version = version;
        this.registration = registration;
        this.approval = approval;
        this.rectification = rectification;
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1, not from " + version);
        }
    }

    /**
     * A first version, neither registered nor approved.
     *
     * @return the lineage
     */
    public static Lineage first() {
        return FIRST;
    }

    /**
     * This lineage, registered.
     *
     * @param entry where
     * @return a new lineage
     */
    public Lineage registered(RegisterEntry entry) {
        return new Lineage(version, Objects.requireNonNull(entry, "entry"), approval, rectification);
    }

    /**
     * This lineage, approved.
     *
     * @param value how
     * @return a new lineage
     */
    public Lineage approved(Approval value) {
        return new Lineage(version, registration, Objects.requireNonNull(value, "value"), rectification);
    }

    /**
     * A later version, neither registered nor approved.
     *
     * @param number its number
     * @param value which version it changes, and how
     * @return a new lineage
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static Lineage rectifying(int number, Rectification value) {
        return new Lineage(number, null, null, Objects.requireNonNull(value, "value"));
    }

    /**
     * This lineage as of another version.
     *
     * @param number the version's number
     * @return a new lineage
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Lineage withVersion(int number) {
        return new Lineage(number, registration, approval, rectification);
    }

    /**
     * The version's number.
     *
     * @return 1 or more
     */
    public int version() {
        return version;
    }

    /**
     * Where it is registered.
     *
     * @return the entry, or empty if it is not
     */
    public Optional<RegisterEntry> registration() {
        return Optional.ofNullable(registration);
    }

    /**
     * How it was approved.
     *
     * @return the approval, or empty if it was not
     */
    public Optional<Approval> approval() {
        return Optional.ofNullable(approval);
    }

    /**
     * Which earlier version it changes.
     *
     * @return the rectification, or empty if none
     */
    public Optional<Rectification> rectification() {
        return Optional.ofNullable(rectification);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lineage that
                && version == that.version
                && Objects.equals(registration, that.registration)
                && Objects.equals(approval, that.approval)
                && Objects.equals(rectification, that.rectification);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, registration, approval, rectification);
    }

    @Override
    public String toString() {
        return "version " + version;
    }
}
