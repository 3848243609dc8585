// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of a municipality as a file (<i>regole locali in formato aperto</i>), in the form of {@code rules} in
 * {@code minutes.json}.
 *
 * <p>What is left out is as in the preset that the file names. A field or word that is not known is refused with a JSON
 * pointer: a misspelt parameter must not quietly leave its default in force. The schema is the resource
 * {@code rules.schema.json} of this package.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema, draft 2020-12</a>
 */
public final class RulesJson {
    private static final String INVALID = "RULES_JSON_INVALID";

    private RulesJson() {}

    /**
     * Reads a file.
     *
     * @param file rules in JSON, read once
     * @return the rules
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code RULES_JSON_INVALID}, naming file and place, if it is not understood
     */
    public static LocalRules read(Path file) throws IOException {
        try {
            return read(MinutesJson.bytes(file));
        } catch (MinutesException e) {
            throw new MinutesException(INVALID, file + " holds no valid rules, " + e.getMessage(), e);
        }
    }

    /**
     * Reads from memory.
     *
     * @param json the bytes of rules in JSON, in UTF-8
     * @return the rules
     * @throws MinutesException with code {@code RULES_JSON_INVALID}, naming the place, if it is not understood
     */
    public static LocalRules read(byte[] json) {
        Map<String, String> unknown = new TreeMap<>();
        try {
            LocalRules rules = JsonObject.root(MinutesJson.parse(json), unknown)
                    .reading(root -> RulesReader.rules(root, LocalRules.Preset.ORDINARY_COUNCIL));
            for (String pointer : unknown.keySet()) {
                throw JsonObject.invalid(pointer, "no rule has this name");
            }
            return rules;
        } catch (MinutesException e) {
            throw new MinutesException(INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Writes to a file that appears whole or not at all.
     *
     * @param rules the rules
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public static void write(LocalRules rules, Path target) throws IOException {
        PendingFile.write(target, write(rules));
    }

    /**
     * Writes to memory, every default written out; the same rules always give the same bytes.
     *
     * @param rules the rules
     * @return UTF-8 text, indented by two spaces, with line feeds
     */
    public static byte[] write(LocalRules rules) {
        ObjectNode json = MinutesJson.mapper().createObjectNode();
        RulesWriter.rules(rules, json);
        return MinutesJson.bytes(json);
    }
}
