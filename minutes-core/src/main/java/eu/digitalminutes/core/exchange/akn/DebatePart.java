// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

/** What stands in a section of a debate, in order (<i>parte del resoconto</i>). */
public sealed interface DebatePart permits DebateSection, DebateSpeech, DebateBlock {
    /**
     * Its eId.
     *
     * @return the eId; empty if it has none
     */
    String id();
}
