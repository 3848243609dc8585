// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Objects;

/**
 * A homogeneous organisational area of an administration (<i>area organizzativa omogenea</i>, AOO).
 *
 * @param name its name in the index of public administrations
 * @param code its code there, such as {@code A1B2C3D}
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.del.presidente.della.repubblica:2000-12-28;445">D.P.R.
 *     445/2000, art. 50</a>
 */
public record AdministrativeArea(String name, String code) {
    /**
     * An area.
     *
     * @param name its name
     * @param code its code
     */
    public AdministrativeArea {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(code, "code");
    }
}
