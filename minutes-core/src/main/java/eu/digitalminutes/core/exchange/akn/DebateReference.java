// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.util.Objects;

/**
 * A person, a role, an organ, a concept that a debate refers to (<i>entità di riferimento</i>).
 *
 * @param element what it is: {@code TLCPerson}, {@code TLCRole}, {@code TLCOrganization}, {@code TLCConcept} …
 * @param id its eId
 * @param href its name in the ontology
 * @param showAs the words for people
 */
public record DebateReference(String element, String id, String href, String showAs) {
    /**
     * A reference.
     *
     * @param element what it is
     * @param id its eId
     * @param href its name in the ontology
     * @param showAs the words for people
     */
    public DebateReference {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(href, "href");
        showAs = showAs.strip().replaceAll("[ \\t\\n\\r]+", " ");
    }

    /**
     * Whether it is a person.
     *
     * @return true if so
     */
    public boolean isPerson() {
        return element.equals("TLCPerson");
    }
}
