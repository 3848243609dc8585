// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a document to a debate. */
final class AknReader {
    /** The final namespace, and those of drafts that are still about. */
    private static final Set<String> NAMESPACES = Set.of(AknXml.AKN, AknXml.AKN + "/WD17", AknXml.AKN + "/CSD13");

    private AknReader() {}

    static Debate read(byte[] document) {
        AknNode root = AknTree.read(document);
        if (!root.is("akomaNtoso") || !NAMESPACES.contains(root.namespace())) {
            throw AknTree.unreadable("its root is no akomaNtoso of version 3.0");
        }
        AknNode node = root.at("debate")
                .orElseThrow(() -> new MinutesException(
                        "AKN_NO_DEBATE", "the document is no debate: give one whose document type is debate"));
        AknNotices notices = new AknNotices();
        Debate debate = new AknMending(debate(node, notices), notices).mended();
        Optional<Minutes> facts = facts(node, notices).filter(minutes -> {
            boolean same = tells(debate, minutes);
            if (!same) {
                notices.add("AKN_FACTS_DIFFER", "");
            }
            return same;
        });
        return debate.with(debate.references(), facts, notices.list());
    }

    private static Debate debate(AknNode node, AknNotices notices) {
        AknMetaReader meta = new AknMetaReader(node.at("meta").orElse(new AknNode("", "meta")), notices);
        AknBodyReader body = new AknBodyReader(notices);
        for (AknNode child : node.elements()) {
            if (!Set.of("meta", "preface", "debateBody", "conclusions", "attachments")
                    .contains(child.name())) {
                notices.add("AKN_LEFT_OUT", child.name());
            }
        }
        List<DebateSection> sections = body.sections(node.at("debateBody").orElse(new AknNode("", "debateBody")));
        return new Debate(
                meta.head(
                        node.attribute("name").isEmpty() ? "debate" : node.attribute("name"),
                        body.blocks(node.at("preface")),
                        body.blocks(node.at("conclusions"))),
                meta.references(),
                meta.checks(),
                sections,
                meta.recordings(),
                body.attachments(node.at("attachments")),
                Optional.empty(),
                List.of());
    }

    private static Optional<Minutes> facts(AknNode node, AknNotices notices) {
        Optional<AknNode> facts = node.at("meta", "proprietary", "facts")
                .filter(one -> one.namespace().equals(AknXml.OWN));
        try {
            Optional<Minutes> minutes =
                    facts.map(one -> MinutesJson.read(one.text().getBytes(StandardCharsets.UTF_8)));
            minutes.ifPresent(found -> Course.of(found.meeting()));
            return minutes;
        } catch (MinutesException e) {
            notices.add("AKN_FACTS_UNREADABLE", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether a debate still tells what its facts tell. What the law or local rules need is not asked: rules change. */
    private static boolean tells(Debate read, Minutes minutes) {
        Debate made = debate(
                AknTree.read(AknWriter.write(MinutesDebate.of(minutes)))
                        .at("debate")
                        .orElseThrow(),
                new AknNotices());
        return read.head().equals(made.head())
                && told(read.sections()).equals(told(made.sections()))
                && counted(read).equals(counted(made));
    }

    private static List<String> told(List<DebateSection> sections) {
        return sections.stream().map(AknReader::told).toList();
    }

    private static String told(DebateSection section) {
        StringBuilder told = new StringBuilder(section.element() + section.number() + section.heading());
        for (DebatePart part : section.parts()) {
            if (part instanceof DebateSection inner) {
                told.append(told(inner));
            } else if (part instanceof DebateSpeech) {
                told.append(part);
            } else if (part instanceof DebateBlock block) {
                block.texts().stream()
                        .filter(text -> text.element().equals("vote"))
                        .forEach(told::append);
            }
        }
        return told.toString();
    }

    private static List<DebateCheck> counted(Debate debate) {
        return debate.checks().stream()
                .filter(check -> check.kind() != DebateCheck.Kind.QUORUM_VERIFICATION)
                .map(check -> check.withFigures(check.figures().stream()
                        .filter(figure -> !figure.needed())
                        .toList()))
                .toList();
    }
}
