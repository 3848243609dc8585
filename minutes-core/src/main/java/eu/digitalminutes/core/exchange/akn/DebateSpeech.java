// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One person's turn to speak in a debate (<i>intervento</i>).
 *
 * @param element {@code speech}, {@code question} or {@code answer}
 * @param id its eId; empty if it has none
 * @param by who speaks: a reference such as {@code #person_c1}
 * @param as in which role: a reference; empty if it is not said
 * @param to to whom: a reference; empty if it is not said
 * @param start when it began, or empty if it is not said
 * @param end when it ended, or empty if it is not said
 * @param from the speaker in the words of the text; empty if it is not said
 * @param blocks what was said
 */
public record DebateSpeech(
        String element,
        String id,
        String by,
        String as,
        String to,
        Optional<OffsetDateTime> start,
        Optional<OffsetDateTime> end,
        String from,
        List<DebateBlock> blocks)
        implements DebatePart {
    /**
     * A speech.
     *
     * @param element the AKN element
     * @param id its eId; empty if it has none
     * @param by who speaks
     * @param as in which role; may be empty
     * @param to to whom; may be empty
     * @param start when it began
     * @param end when it ended
     * @param from the speaker in words; may be empty
     * @param blocks what was said
     */
    public DebateSpeech {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        from = from.strip().replaceAll("[ \\t\\n\\r]+", " ");
        blocks = List.copyOf(blocks);
    }

    /**
     * The words without their marks.
     *
     * @return a line for each paragraph
     */
    public String text() {
        return String.join("\n", blocks.stream().map(DebateBlock::text).toList());
    }
}
