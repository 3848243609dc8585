// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.util.List;
import java.util.Objects;

/**
 * A section of a debate: the roll call, a point of the agenda, a vote, the closing (<i>sezione del resoconto</i>).
 *
 * @param element the AKN element, such as {@code rollCall} or {@code debateSection}
 * @param name what kind of section it is, for {@code debateSection}: such as {@code agendaItem}; empty for the others
 * @param id its eId; empty if it has none
 * @param number its number as printed; may be empty
 * @param heading its heading; may be empty
 * @param parts what stands in it, in order
 */
public record DebateSection(
        String element, String name, String id, String number, String heading, List<DebatePart> parts)
        implements DebatePart {
    /**
     * A section.
     *
     * @param element the AKN element
     * @param name what kind of section it is; empty unless the element is {@code debateSection}
     * @param id its eId; empty if it has none
     * @param number its number as printed; may be empty
     * @param heading its heading; may be empty
     * @param parts what stands in it, in order
     */
    public DebateSection {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(id, "id");
        number = number.strip().replaceAll("[ \\t\\n\\r]+", " ");
        heading = heading.strip().replaceAll("[ \\t\\n\\r]+", " ");
        parts = List.copyOf(parts);
    }
}
