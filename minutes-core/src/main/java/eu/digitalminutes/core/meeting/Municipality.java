// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Objects;

/**
 * The public body whose organ meets (<i>ente</i>, usually a <i>comune</i>).
 *
 * @param name its official name, such as {@code Comune di Carrara}
 * @param ipaCode its code in the index of public administrations, such as {@code c_b832}
 * @param taxCode its tax code, 11 digits
 * @param digitalAddress its registered electronic mail address
 * @param area the area that registers the minutes
 * @see <a href="https://indicepa.gov.it">IPA, the index of public administrations</a>
 */
public record Municipality(
        String name, String ipaCode, String taxCode, String digitalAddress, AdministrativeArea area) {
    /**
     * A municipality.
     *
     * @param name its official name
     * @param ipaCode its code in the index of public administrations
     * @param taxCode its tax code, 11 digits
     * @param digitalAddress its registered electronic mail address
     * @param area the area that registers the minutes
     * @throws IllegalArgumentException if the name is blank, or the code has other characters than letters, digits and
     *     underscores
     */
    public Municipality {
        Objects.requireNonNull(taxCode, "taxCode");
        Objects.requireNonNull(digitalAddress, "digitalAddress");
        Objects.requireNonNull(area, "area");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a municipality has a name");
        }
        if (!ipaCode.matches("[A-Za-z0-9_]{1,16}")) {
            throw new IllegalArgumentException("not an IPA code: " + ipaCode);
        }
    }
}
