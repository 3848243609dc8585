// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stretch of words, plain or marked as a time, a vote, a person (<i>testo marcato</i>).
 *
 * @param element the AKN element around it, such as {@code recordedTime} or {@code vote}; empty for plain words
 * @param attributes the element's attributes by name, in alphabetical order
 * @param text the words, each run of white space one space
 * @see <a href="https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html">OASIS, Akoma
 *     Ntoso 1.0 (3.0), part 1</a>
 */
public record DebateText(String element, Map<String, String> attributes, String text) {
    /**
     * A stretch of words.
     *
     * @param element the AKN element around it; empty for plain words
     * @param attributes the element's attributes
     * @param text the words
     */
    public DebateText {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        text = text.replaceAll("[ \\t\\n\\r]+", " ");
    }

    /**
     * Plain words.
     *
     * @param text the words
     * @return the stretch
     */
    public static DebateText plain(String text) {
        return new DebateText("", Map.of(), text);
    }

    /**
     * Words that refer to something of the document's references.
     *
     * @param element the AKN element, such as {@code person}
     * @param reference the eId referred to
     * @param text the words
     * @return the stretch
     */
    public static DebateText referring(String element, String reference, String text) {
        return new DebateText(element, Map.of("refersTo", "#" + reference), text);
    }

    boolean isPlain() {
        return element.isEmpty();
    }

    /**
     * One attribute.
     *
     * @param name its name
     * @return its value; empty where it is absent
     */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /**
     * The instant that a recorded time says.
     *
     * @return the instant; empty if this is no recorded time, or one without day and zone
     */
    public Optional<OffsetDateTime> recordedTime() {
        try {
            return element.equals("recordedTime")
                    ? Optional.of(OffsetDateTime.parse(attribute("time")))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
