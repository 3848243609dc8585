// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sections and speeches of a document of a stranger. */
final class AknBodyReader {
    private static final Set<String> SECTIONS = Set.of(
            "administrationOfOath",
            "rollCall",
            "prayers",
            "oralStatements",
            "writtenStatements",
            "personalStatements",
            "ministerialStatements",
            "resolutions",
            "nationalInterest",
            "declarationOfVote",
            "communication",
            "petitions",
            "papers",
            "noticesOfMotion",
            "questions",
            "address",
            "proceduralMotions",
            "pointOfOrder",
            "adjournment",
            "debateSection");
    private static final Set<String> SPEECHES = Set.of("speech", "question", "answer");
    private static final Set<String> REMARKS = Set.of("scene", "narrative", "summary");

    private final AknNotices notices;
    private final AknTextReader texts;

    AknBodyReader(AknNotices notices) {
        this.notices = notices;
        this.texts = new AknTextReader(notices);
    }

    List<DebateSection> sections(AknNode body) {
        List<DebateSection> sections = new ArrayList<>();
        for (AknNode node : body.elements()) {
            if (SECTIONS.contains(node.name())) {
                sections.add(section(node));
            } else {
                notices.add("AKN_LEFT_OUT", node.name());
            }
        }
        return sections;
    }

    private DebateSection section(AknNode node) {
        String name = node.is("debateSection") ? node.attribute("name") : "";
        List<DebatePart> parts = new ArrayList<>();
        parts(node, parts);
        return new DebateSection(
                node.name(),
                node.is("debateSection") && name.isEmpty() ? "section" : name,
                node.id(),
                words(node, "num"),
                words(node, "heading"),
                parts);
    }

    private static String words(AknNode node, String element) {
        return node.at(element).map(AknNode::text).orElse("");
    }

    private void parts(AknNode parent, List<DebatePart> parts) {
        for (AknNode node : parent.elements()) {
            if (SECTIONS.contains(node.name())) {
                parts.add(section(node));
            } else if (SPEECHES.contains(node.name())) {
                parts.add(speech(node));
            } else if (node.is("p") || REMARKS.contains(node.name())) {
                parts.add(texts.block(node));
            } else if (!node.is("num") && !node.is("heading")) {
                notices.add("AKN_MARK_DROPPED", node.name());
                loose(node, parts);
            }
        }
    }

    /** Of an element that has no place here, what stands in it: its parts, or its words as a paragraph. */
    private void loose(AknNode node, List<DebatePart> parts) {
        boolean deep = node.elements().stream()
                .anyMatch(child -> SECTIONS.contains(child.name())
                        || SPEECHES.contains(child.name())
                        || REMARKS.contains(child.name())
                        || child.is("p"));
        if (deep) {
            parts(node, parts);
        } else if (!node.text().isBlank()) {
            parts.add(DebateBlock.of("p", node.text()));
        }
    }

    private DebateSpeech speech(AknNode node) {
        List<DebatePart> parts = new ArrayList<>();
        List<DebateBlock> blocks = new ArrayList<>();
        for (AknNode child : node.elements()) {
            if (child.is("p")) {
                blocks.add(texts.block(child));
            } else if (!child.is("from") && !child.is("num") && !child.is("heading")) {
                notices.add("AKN_MARK_DROPPED", child.name());
                loose(child, parts);
            } else if (!child.is("from")) {
                notices.add("AKN_LEFT_OUT", child.name());
            }
        }
        parts.stream()
                .filter(DebateBlock.class::isInstance)
                .map(DebateBlock.class::cast)
                .map(block -> new DebateBlock("p", block.id(), block.texts()))
                .forEach(blocks::add);
        if (blocks.isEmpty()) {
            blocks.add(DebateBlock.of("p", ""));
        }
        String by = node.attribute("by").replaceAll("\\s", "");
        return new DebateSpeech(
                node.name(),
                node.id(),
                by.isEmpty() ? "#unknown-speaker" : by,
                node.attribute("as").replaceAll("\\s", ""),
                node.attribute("to").replaceAll("\\s", ""),
                instant(node.attribute("startTime")),
                instant(node.attribute("endTime")),
                words(node, "from"),
                blocks);
    }

    private Optional<OffsetDateTime> instant(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            if (at.getYear() > 0 && at.getYear() < 10_000) {
                return Optional.of(at);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        notices.add("AKN_TIME_UNREADABLE", text);
        return Optional.empty();
    }

    List<DebateBlock> blocks(Optional<AknNode> container) {
        List<DebateBlock> blocks = new ArrayList<>();
        for (AknNode node : container.map(AknNode::elements).orElse(List.of())) {
            if (node.is("p")) {
                blocks.add(texts.block(node));
            } else {
                notices.add("AKN_MARK_DROPPED", node.name());
                blocks.add(DebateBlock.of("p", node.text()));
            }
        }
        return blocks;
    }

    List<DebateAttachment> attachments(Optional<AknNode> container) {
        List<DebateAttachment> attachments = new ArrayList<>();
        for (AknNode node : container.map(AknNode::elements).orElse(List.of())) {
            Optional<AknNode> link =
                    node.at("documentRef").filter(one -> !one.attribute("href").isEmpty());
            if (link.isEmpty()) {
                notices.add("AKN_LEFT_OUT", node.name());
            }
            link.ifPresent(one -> attachments.add(new DebateAttachment(
                    words(node, "heading"), one.attribute("href").replaceAll("\\s", ""), one.attribute("showAs"))));
        }
        return attachments;
    }
}
