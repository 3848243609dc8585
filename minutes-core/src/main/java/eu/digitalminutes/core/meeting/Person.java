// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Locale;
import java.util.Objects;

/**
 * A person who sits in an organ or serves it (<i>persona fisica</i>).
 *
 * @param givenName the given name
 * @param familyName the family name
 * @param taxCode the tax code (<i>codice fiscale</i>) by which a signer's certificate is matched; empty when unknown
 */
public record Person(String givenName, String familyName, String taxCode) {
    /**
     * A person.
     *
     * @param givenName the given name
     * @param familyName the family name
     * @param taxCode the tax code, in any case; empty when unknown
     * @throws IllegalArgumentException if a name is blank
     */
    public Person {
        if (givenName.isBlank() || familyName.isBlank()) {
            throw new IllegalArgumentException("a person has a given name and a family name");
        }
        taxCode = Objects.requireNonNull(taxCode, "taxCode").toUpperCase(Locale.ROOT);
    }

    /**
     * Given name and family name.
     *
     * @return such as {@code Anna Bianchi}
     */
    public String fullName() {
        return givenName + " " + familyName;
    }
}
