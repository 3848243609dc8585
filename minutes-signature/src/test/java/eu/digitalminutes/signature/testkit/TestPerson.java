// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.util.Objects;

/**
 * A natural person as a qualified certificate names one; the Italian tax code (<i>codice fiscale</i>) stands in the
 * certificate's serialNumber as {@code TINIT-…}.
 *
 * @param givenName the person's given name
 * @param familyName the person's family name
 * @param taxCode the person's tax code, 16 characters; not checked
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319400_319499/31941201/">ETSI EN 319 412-1, 5.1.3</a>
 */
public record TestPerson(String givenName, String familyName, String taxCode) {

    /** Checks that no part is missing. */
    public TestPerson {
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(familyName, "familyName");
        Objects.requireNonNull(taxCode, "taxCode");
    }

    /** The given name and the family name, as the certificate's common name has them. */
    public String commonName() {
        return givenName + " " + familyName;
    }
}
