// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Objects;

/**
 * The organ that meets (<i>organo collegiale</i>).
 *
 * @param kind council, executive board or committee
 * @param name its name, such as {@code Consiglio comunale}
 * @param assigned how many members the law assigns to it, the mayor not counted (<i>consiglieri assegnati</i>)
 * @param term from when to when it sits (<i>consiliatura</i>)
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 37
 *     and 38(2)</a>
 */
public record Organ(OrganKind kind, String name, int assigned, Term term) {
    /**
     * An organ.
     *
     * @param kind council, executive board or committee
     * @param name its name
     * @param assigned how many members are assigned to it, the mayor not counted
     * @param term from when to when it sits
     * @throws IllegalArgumentException if fewer than one member is assigned
     */
    public Organ {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(term, "term");
        if (assigned < 1) {
            throw new IllegalArgumentException("an organ has at least one assigned member, not " + assigned);
        }
    }

    /**
     * An organ whose term is not said.
     *
     * @param kind council, executive board or committee
     * @param name its name
     * @param assigned how many members are assigned to it, the mayor not counted
     * @throws IllegalArgumentException if fewer than one member is assigned
     */
    public Organ(OrganKind kind, String name, int assigned) {
        this(kind, name, assigned, Term.open());
    }
}
