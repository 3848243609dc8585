// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import java.util.Objects;

/**
 * Where the minutes stand in the body's filing plan (<i>classificazione</i>).
 *
 * @param index the entry of the plan, such as {@code 2.3} (<i>indice di classificazione</i>)
 * @param description the entry in words
 * @param plan where the plan is published (<i>piano di classificazione</i>); empty when not said
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.del.presidente.della.repubblica:2000-12-28;445">D.P.R.
 *     445/2000, art. 56</a>
 */
public record Classification(String index, String description, String plan) {
    /**
     * A place in the filing plan.
     *
     * @param index the entry of the plan
     * @param description the entry in words
     * @param plan where the plan is published; empty when not said
     * @throws IllegalArgumentException if the index is blank
     */
    public Classification {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(plan, "plan");
        if (index.isBlank()) {
            throw new IllegalArgumentException("/index: a classification has an index");
        }
    }
}
