// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.Link;
import eu.digitalminutes.core.deliberation.LinkKind;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A deliberation with its history as {@code deliberation.json} (<i>deliberazione in formato aperto</i>).
 *
 * <p>The steps are chained by digests, and reading takes them one by one: a history that was changed, or that the rules
 * it names do not allow, is refused. So is a field that is not known, for what it says would be lost. The schema is the
 * resource {@code deliberation.schema.json} of this package.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema, draft 2020-12</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
public final class DeliberationJson {
    /** The version of the form that this SDK writes. */
    public static final String FORMAT_VERSION = "1.0";

    private static final String INVALID = "DELIBERATION_JSON_INVALID";

    private DeliberationJson() {}

    /**
     * Reads a file.
     *
     * @param file a {@code deliberation.json}, read once
     * @return the deliberation
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code DELIBERATION_JSON_INVALID} if it is not understood or not lawful, or
     *     {@code DELIBERATION_CHANGED} if its chain is broken; file and place are named
     */
    public static Deliberation read(Path file) throws IOException {
        try {
            return read(MinutesJson.bytes(file));
        } catch (MinutesException e) {
            String code = e.code().equals("MINUTES_JSON_INVALID") ? INVALID : e.code();
            throw new MinutesException(code, file + " is no valid deliberation, " + e.getMessage(), e);
        }
    }

    /**
     * Reads from memory.
     *
     * @param json the bytes of a {@code deliberation.json}, in UTF-8
     * @return the deliberation
     * @throws MinutesException with code {@code DELIBERATION_JSON_INVALID} if it is not understood or not lawful, or
     *     {@code DELIBERATION_CHANGED} if its chain is broken; the place is named
     */
    public static Deliberation read(byte[] json) {
        Map<String, String> unknown = new TreeMap<>();
        try {
            JsonNode tree = MinutesJson.parse(json);
            Kept kept = JsonObject.root(tree, unknown).reading(DeliberationJson::kept);
            for (String pointer : unknown.keySet()) {
                throw JsonObject.invalid(pointer, "no field of a deliberation has this name");
            }
            StepChain.verify((ObjectNode) tree);
            return kept.replayed();
        } catch (MinutesException e) {
            if (e.code().equals("DELIBERATION_CHANGED")) {
                throw e;
            }
            throw new MinutesException(INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    /** What stands in the file, before it is known to be unchanged and lawful. */
    private record Kept(Deliberation draft, List<Step> steps) {
        Deliberation replayed() {
            Deliberation act = draft;
            for (int i = 0; i < steps.size(); i++) {
                try {
                    act = act.take(steps.get(i));
                } catch (RefusedStepException e) {
                    throw JsonObject.invalid("/steps/" + i, String.valueOf(e.getMessage()));
                }
            }
            return act;
        }
    }

    private static Kept kept(JsonObject json) {
        String version = json.text("formatVersion");
        if (!version.equals(FORMAT_VERSION)) {
            throw JsonObject.invalid("/formatVersion", "this SDK reads version 1.0, not " + version);
        }
        OrganKind organ = json.word("organ", OrganKind::ofCode);
        LocalRules.Preset preset = organ == OrganKind.EXECUTIVE_BOARD
                ? LocalRules.Preset.EXECUTIVE_BOARD
                : LocalRules.Preset.ORDINARY_COUNCIL;
        LocalRules rules = json.object("rules").reading(local -> RulesReader.rules(local, preset));
        Proposal proposal = json.object("proposal").reading(ProposalForm::read);
        Deliberation act = Deliberation.draft(json.text("ipaCode"), organ, json.text("title"), proposal, rules);
        if (json.has("link")) {
            act = act.bearingOn(json.object("link").reading(DeliberationJson::link));
        }
        json.text("head");
        return new Kept(act, json.list("steps", DeliberationJson::step));
    }

    private static Step step(JsonObject json) {
        json.text("previous");
        return StepForms.read(json);
    }

    private static Link link(JsonObject json) {
        Optional<Digest> digest = json.has("digest") ? Optional.of(new Digest(json.text("digest"))) : Optional.empty();
        return new Link(json.word("kind", LinkKind::ofCode), json.text("target"), digest);
    }

    /**
     * Writes to a file that appears whole or not at all.
     *
     * @param act the deliberation
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public static void write(Deliberation act, Path target) throws IOException {
        PendingFile.write(target, write(act));
    }

    /**
     * Writes to memory; the same deliberation always gives the same bytes.
     *
     * @param act the deliberation
     * @return UTF-8 text, indented by two spaces, with line feeds
     */
    public static byte[] write(Deliberation act) {
        ObjectNode json = MinutesJson.mapper().createObjectNode();
        json.put("formatVersion", FORMAT_VERSION)
                .put("ipaCode", act.ipaCode())
                .put("organ", act.organ().code())
                .put("title", act.title());
        act.link().ifPresent(link -> {
            ObjectNode one =
                    json.putObject("link").put("kind", link.kind().code()).put("target", link.target());
            link.digest().ifPresent(digest -> one.put("digest", digest.hex()));
        });
        ProposalForm.write(act.draft(), json.putObject("proposal"));
        RulesWriter.rules(act.rules(), json.putObject("rules"));
        ArrayNode steps = json.putArray("steps");
        act.history().forEach(step -> StepForms.write(step, steps.addObject()));
        StepChain.close(json);
        return MinutesJson.bytes(json);
    }
}
