// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the references of a stranger's debate resolve: entities are added, pointers into what was left out dropped. */
final class AknMending {
    private final Debate debate;
    private final AknNotices notices;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, DebateReference> added = new LinkedHashMap<>();

    AknMending(Debate debate, AknNotices notices) {
        this.debate = debate;
        this.notices = notices;
    }

    Debate mended() {
        debate.references().forEach(one -> id(one.id()));
        for (DebateCheck check : debate.checks()) {
            id(check.id());
            check.figures().forEach(figure -> id(figure.id()));
        }
        for (DebatePart part : debate.parts()) {
            id(part.id());
            if (part instanceof DebateSpeech speech) {
                speech.blocks().forEach(this::block);
            } else if (part instanceof DebateBlock block) {
                texts(block);
            }
        }
        debate.head().preface().forEach(this::block);
        debate.head().conclusions().forEach(this::block);
        id("event_1");
        DebateHead head = head(debate.head());
        List<DebateCheck> checks = debate.checks().stream().map(this::check).toList();
        List<DebateSection> sections =
                debate.sections().stream().map(this::section).toList();
        List<DebateRecording> recordings =
                debate.recordings().stream().map(this::recording).toList();
        List<DebateAttachment> attachments = debate.attachments().stream()
                .filter(one -> !dropped(one.href()).isEmpty())
                .toList();
        List<DebateReference> references = new ArrayList<>(debate.references());
        references.addAll(added.values());
        return new Debate(head, references, checks, sections, recordings, attachments, debate.minutes(), List.of());
    }

    private void block(DebateBlock block) {
        id(block.id());
        texts(block);
    }

    private void texts(DebateBlock block) {
        block.texts().forEach(text -> id(text.attribute("eId")));
    }

    /** Which of two a reference means cannot be told. */
    private void id(String id) {
        if (!id.isEmpty() && !ids.add(id)) {
            throw AknTree.unreadable("two elements have the eId " + id);
        }
    }

    private DebateHead head(DebateHead head) {
        return new DebateHead(
                head.name(),
                head.uri(),
                head.date(),
                head.country(),
                head.language(),
                needed(head.author(), "TLCOrganization"),
                head.preface().stream().map(this::marked).toList(),
                head.conclusions().stream().map(this::marked).toList());
    }

    private DebateCheck check(DebateCheck check) {
        return new DebateCheck(
                check.kind(),
                check.id(),
                dropped(check.place()),
                dropped(check.subject()),
                needed(check.outcome(), "TLCConcept"),
                check.figures().stream()
                        .map(figure -> new DebateCheck.Figure(
                                figure.needed(),
                                figure.id(),
                                needed(figure.meaning(), "TLCConcept"),
                                dropped(figure.place()),
                                figure.value()))
                        .toList());
    }

    private DebateSection section(DebateSection section) {
        List<DebatePart> parts = new ArrayList<>();
        for (DebatePart part : section.parts()) {
            if (part instanceof DebateSection inner) {
                parts.add(section(inner));
            } else if (part instanceof DebateSpeech speech) {
                parts.add(speech(speech));
            } else if (part instanceof DebateBlock block) {
                parts.add(marked(block));
            }
        }
        return new DebateSection(
                section.element(), section.name(), section.id(), section.number(), section.heading(), parts);
    }

    private DebateSpeech speech(DebateSpeech speech) {
        return new DebateSpeech(
                speech.element(),
                speech.id(),
                needed(speech.by(), "TLCPerson"),
                needed(speech.as(), "TLCRole"),
                needed(speech.to(), "TLCPerson"),
                speech.start(),
                speech.end(),
                speech.from(),
                speech.blocks().stream().map(this::marked).toList());
    }

    private DebateBlock marked(DebateBlock block) {
        return new DebateBlock(
                block.element(),
                block.id(),
                block.texts().stream().map(this::marked).toList());
    }

    private DebateText marked(DebateText text) {
        Map<String, String> attributes = new HashMap<>();
        text.attributes().forEach((name, value) -> {
            String kept = switch (name) {
                case "by" -> needed(value.replaceAll("\\s", ""), "TLCPerson");
                case "as" -> needed(value.replaceAll("\\s", ""), "TLCRole");
                case "choice" -> dropped(value.replaceAll("\\s", ""));
                case "refersTo" -> needed(value, "TLCConcept");
                default -> value;
            };
            if (!kept.isEmpty()) {
                attributes.put(name, kept);
            }
        });
        return new DebateText(text.element(), attributes, text.text());
    }

    private DebateRecording recording(DebateRecording recording) {
        return new DebateRecording(
                recording.part(),
                recording.marks().stream()
                        .filter(mark -> !dropped(mark.to()).isEmpty())
                        .toList());
    }

    /** A list of references of which each must resolve, if need be to an entity that is added. */
    private String needed(String references, String element) {
        for (String word : references.split("\\s+", -1)) {
            String id = word.startsWith("#") ? word.substring(1) : "";
            if (word.equals("#")) {
                notices.add("AKN_REFERENCE_DROPPED", word);
                return "";
            } else if (!id.isEmpty() && !ids.contains(id)) {
                notices.add("AKN_REFERENCE_ADDED", id);
                ids.add(id);
                added.put(id, new DebateReference(element, id, "/akn/ontology/unknown/" + id, id));
            }
        }
        return references;
    }

    private String dropped(String reference) {
        for (String word : reference.split("\\s+", -1)) {
            if (word.startsWith("#") && !ids.contains(word.substring(1))) {
                notices.add("AKN_REFERENCE_DROPPED", word.substring(1));
                return "";
            }
        }
        return reference;
    }
}
