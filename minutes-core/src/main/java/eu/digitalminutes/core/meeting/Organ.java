// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Objects;

/**
 * The organ that meets (<i>organo collegiale</i>).
 *
 * @param kind council, executive board or committee
 * @param name its name, such as {@code Consiglio comunale}
 * @param assigned how many members the law assigns to it, the mayor not counted (<i>consiglieri assegnati</i>)
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 37
 *     and 38(2)</a>
 */
public record Organ(OrganKind kind, String name, int assigned) {
    /**
     * An organ.
     *
     * @param kind council, executive board or committee
     * @param name its name
     * @param assigned how many members are assigned to it, the mayor not counted
     * @throws IllegalArgumentException if fewer than one member is assigned
     */
    public Organ {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        if (assigned < 1) {
            throw new IllegalArgumentException("an organ has at least one assigned member, not " + assigned);
        }
    }
}
