// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph, or what the clerk notes between speeches (<i>annotazione</i>).
 *
 * @param element {@code p}, {@code scene}, {@code narrative}, {@code summary}, or {@code other}
 * @param id its eId; empty if it has none
 * @param texts the words, white space at both ends taken off
 */
public record DebateBlock(String element, String id, List<DebateText> texts) implements DebatePart {
    /**
     * A paragraph.
     *
     * @param element the AKN element
     * @param id its eId; empty if it has none
     * @param texts the words; neighbouring plain ones become one
     */
    public DebateBlock {
        texts = List.copyOf(trimmed(merged(texts)));
    }

    /**
     * A block of plain words without an id.
     *
     * @param element the AKN element
     * @param text the words
     * @return the block
     */
    public static DebateBlock of(String element, String text) {
        return new DebateBlock(element, "", List.of(DebateText.plain(text)));
    }

    /**
     * The words without their marks.
     *
     * @return one line
     */
    public String text() {
        StringBuilder line = new StringBuilder();
        texts.forEach(text -> line.append(text.text()));
        return line.toString();
    }

    private static List<DebateText> merged(List<DebateText> texts) {
        List<DebateText> merged = new ArrayList<>();
        for (DebateText text : texts) {
            int last = merged.size() - 1;
            if (last >= 0 && text.isPlain() && merged.get(last).isPlain()) {
                merged.set(last, DebateText.plain(merged.get(last).text() + text.text()));
            } else {
                merged.add(text);
            }
        }
        return merged;
    }

    private static List<DebateText> trimmed(List<DebateText> texts) {
        if (!texts.isEmpty() && texts.get(0).isPlain()) {
            texts.set(0, DebateText.plain(texts.get(0).text().replaceFirst("^ ", "")));
        }
        int last = texts.size() - 1;
        if (last >= 0 && texts.get(last).isPlain()) {
            texts.set(last, DebateText.plain(texts.get(last).text().replaceFirst(" $", "")));
        }
        texts.removeIf(text -> text.isPlain() && text.text().isEmpty());
        return texts;
    }
}
