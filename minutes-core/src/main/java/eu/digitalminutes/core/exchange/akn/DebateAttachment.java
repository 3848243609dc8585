// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

/**
 * A document beside the debate, by reference (<i>allegato</i>).
 *
 * @param heading its heading; may be empty
 * @param href where it is
 * @param showAs the words for people
 */
public record DebateAttachment(String heading, String href, String showAs) {
    /**
     * A document beside the debate.
     *
     * @param heading its heading; may be empty
     * @param href where it is
     * @param showAs the words for people
     */
    public DebateAttachment {
        heading = heading.strip().replaceAll("[ \\t\\n\\r]+", " ");
        href = href.strip();
        showAs = showAs.strip().replaceAll("[ \\t\\n\\r]+", " ");
    }
}
