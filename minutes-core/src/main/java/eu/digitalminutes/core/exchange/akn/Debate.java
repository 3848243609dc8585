// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An Akoma Ntoso debate as a value (<i>resoconto della seduta</i>): what was read from a file of whatever body, or made
 * of minutes. It can be written again.
 *
 * <p>References in it are written as in the document, with a hash: {@code #person_c1}.
 *
 * @param head what names it, its title page and its end
 * @param references persons, roles, organs and concepts
 * @param checks quorum verifications and votes, in order
 * @param sections the body, in order
 * @param recordings parts of the recording, as this SDK writes them
 * @param attachments documents beside it
 * @param minutes the minutes that it was made of; empty for a debate of others, and where its text was changed since
 * @param notices what could not be taken over from the file, and what had to be mended
 */
public record Debate(
        DebateHead head,
        List<DebateReference> references,
        List<DebateCheck> checks,
        List<DebateSection> sections,
        List<DebateRecording> recordings,
        List<DebateAttachment> attachments,
        Optional<Minutes> minutes,
        List<Finding> notices) {
    /**
     * A debate.
     *
     * @param head what names it
     * @param references persons, roles, organs and concepts
     * @param checks quorum verifications and votes
     * @param sections the body
     * @param recordings parts of the recording
     * @param attachments documents beside it
     * @param minutes the minutes that it was made of
     * @param notices what could not be taken over
     */
    public Debate {
        Objects.requireNonNull(head, "head");
        references = List.copyOf(references);
        checks = List.copyOf(checks);
        sections = List.copyOf(sections);
        recordings = List.copyOf(recordings);
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(minutes, "minutes");
        notices = List.copyOf(notices);
    }

    /**
     * The persons that it refers to.
     *
     * @return their references, in the document's order
     */
    public List<DebateReference> persons() {
        return references.stream().filter(DebateReference::isPerson).toList();
    }

    /**
     * What a reference points to among persons, roles, organs and concepts.
     *
     * @param reference such as {@code #person_c1}
     * @return the entity, or empty if there is none of that id
     */
    public Optional<DebateReference> referenced(String reference) {
        return references.stream()
                .filter(one -> reference.equals("#" + one.id()))
                .findFirst();
    }

    /**
     * All parts of the body, sections before what stands in them.
     *
     * @return a new list, in the document's order
     */
    public List<DebatePart> parts() {
        List<DebatePart> all = new ArrayList<>();
        addAll(sections, all);
        return all;
    }

    private static void addAll(List<? extends DebatePart> parts, List<DebatePart> all) {
        for (DebatePart part : parts) {
            all.add(part);
            if (part instanceof DebateSection section) {
                addAll(section.parts(), all);
            }
        }
    }

    /**
     * All speeches, questions and answers.
     *
     * @return a list in the document's order
     */
    public List<DebateSpeech> speeches() {
        return parts().stream()
                .filter(DebateSpeech.class::isInstance)
                .map(DebateSpeech.class::cast)
                .toList();
    }

    /**
     * The words of the body with their marks.
     *
     * @return a list in the document's order
     */
    public List<DebateText> texts() {
        List<DebateText> texts = new ArrayList<>();
        for (DebatePart part : parts()) {
            if (part instanceof DebateBlock block) {
                texts.addAll(block.texts());
            } else if (part instanceof DebateSpeech speech) {
                speech.blocks().forEach(block -> texts.addAll(block.texts()));
            }
        }
        return texts;
    }

    /**
     * The instants that the text says with day and zone.
     *
     * @return a list in the document's order
     */
    public List<OffsetDateTime> recordedTimes() {
        return texts().stream()
                .map(DebateText::recordedTime)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Who chose what in a vote, as far as the text says.
     *
     * @param check the vote
     * @return figures by the person's reference, in the document's order; always empty for a secret ballot
     */
    public Map<String, DebateCheck.Figure> ballots(DebateCheck check) {
        Map<String, DebateCheck.Figure> ballots = new LinkedHashMap<>();
        for (DebateText text : texts()) {
            if (text.element().equals("vote")) {
                check.figures().stream()
                        .filter(figure -> text.attribute("choice").equals("#" + figure.id()))
                        .findFirst()
                        .ifPresent(figure -> ballots.put(text.attribute("by"), figure));
            }
        }
        return ballots;
    }

    Debate with(List<DebateReference> more, Optional<Minutes> facts, List<Finding> found) {
        return new Debate(head, more, checks, sections, recordings, attachments, facts, found);
    }
}
