// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import java.util.Objects;

/**
 * Who answers for a package: submits it, holds it or signs its index (<i>soggetto del processo di conservazione</i>).
 *
 * @see <a href="https://store.uni.com/uni-11386-2020">UNI 11386:2020, Process</a>
 */
public sealed interface Agent permits Agent.NaturalPerson, Agent.LegalPerson {
    /**
     * The agent's identifier, in the form of ETSI EN 319 412-1.
     *
     * @return such as {@code TINIT-RSSMRA80A01H501U} or {@code VATIT-01234567890}; empty when none is known
     */
    String id();

    /**
     * The document that gives the agent its part (<i>documento di riferimento</i>).
     *
     * @return such as {@code Manuale di conservazione, versione 2}
     */
    String relevantDocument();

    /**
     * A person (<i>persona fisica</i>).
     *
     * @param id the identifier, such as {@code TINIT-RSSMRA80A01H501U}; empty when none is known
     * @param givenName the given name
     * @param familyName the family name
     * @param relevantDocument the document that gives the person this part
     */
    record NaturalPerson(String id, String givenName, String familyName, String relevantDocument) implements Agent {
        /**
         * A person (<i>persona fisica</i>).
         *
         * @param id the identifier; empty when none is known
         * @param givenName the given name
         * @param familyName the family name
         * @param relevantDocument the document that gives the person this part
         * @throws IllegalArgumentException if the identifier has another form, or anything else is blank
         */
        public NaturalPerson {
            requireId(id);
            requireText("givenName", givenName);
            requireText("familyName", familyName);
            requireText("relevantDocument", relevantDocument);
        }
    }

    /**
     * A body (<i>persona giuridica</i>).
     *
     * @param id the identifier, such as {@code VATIT-01234567890}; empty when none is known
     * @param name its official name
     * @param relevantDocument the document that gives the body this part
     */
    record LegalPerson(String id, String name, String relevantDocument) implements Agent {
        /**
         * A body (<i>persona giuridica</i>).
         *
         * @param id the identifier; empty when none is known
         * @param name its official name
         * @param relevantDocument the document that gives the body this part
         * @throws IllegalArgumentException if the identifier has another form, or anything else is blank
         */
        public LegalPerson {
            requireId(id);
            requireText("name", name);
            requireText("relevantDocument", relevantDocument);
        }
    }

    private static void requireId(String id) {
        Objects.requireNonNull(id, "id");
        if (!id.isEmpty() && !id.matches("(PAS|IDC|PNO|TIN|VAT|NTR|[A-Za-z0-9]{2}:)[A-Z]{2}-[a-zA-Z0-9]+")) {
            throw new IllegalArgumentException(
                    "/id: an identifier is written as TINIT-RSSMRA80A01H501U or VATIT-01234567890, not: " + id);
        }
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("/" + field + ": must not be blank");
        }
    }
}
