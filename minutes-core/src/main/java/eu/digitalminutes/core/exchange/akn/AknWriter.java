// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a debate to XML: the body and what frames it; {@link AknMetaWriter} writes the metadata. */
final class AknWriter {
    private final AknXml xml = new AknXml();
    private final Debate debate;

    private AknWriter(Debate debate) {
        this.debate = debate;
    }

    static byte[] write(Debate debate) {
        return new AknWriter(debate).document();
    }

    private byte[] document() {
        DebateHead head = debate.head();
        xml.root("akomaNtoso").open("debate", "name", head.name());
        new AknMetaWriter(xml, debate).meta();
        blocks("preface", head.preface());
        xml.open("debateBody");
        debate.sections().forEach(this::section);
        if (debate.sections().isEmpty()) {
            section(new DebateSection("debateSection", "empty", "", "", "", List.of()));
        }
        xml.close();
        blocks("conclusions", head.conclusions());
        attachments();
        return xml.close().close().bytes();
    }

    private void blocks(String element, List<DebateBlock> blocks) {
        if (!blocks.isEmpty()) {
            xml.open(element);
            blocks.forEach(this::block);
            xml.close();
        }
    }

    private void section(DebateSection section) {
        xml.open(section.element(), "name", section.name(), "eId", section.id());
        xml.line("num", section.number()).line("heading", section.heading());
        for (DebatePart part : section.parts()) {
            if (part instanceof DebateSection inner) {
                section(inner);
            } else if (part instanceof DebateSpeech speech) {
                speech(speech);
            } else if (part instanceof DebateBlock block) {
                block(block);
            }
        }
        xml.close();
    }

    private void speech(DebateSpeech speech) {
        xml.open(
                speech.element(),
                "eId",
                speech.id(),
                "by",
                speech.by(),
                "as",
                speech.as(),
                "to",
                speech.to(),
                "startTime",
                dateTime(speech.start()),
                "endTime",
                dateTime(speech.end()));
        xml.line("from", speech.from());
        speech.blocks().forEach(this::block);
        if (speech.blocks().isEmpty()) {
            xml.empty("p");
        }
        xml.close();
    }

    private void block(DebateBlock block) {
        xml.indent().start(block.element(), "eId", block.id());
        for (DebateText text : block.texts()) {
            if (text.isPlain()) {
                xml.characters(text.text());
            } else {
                List<String> attributes = new ArrayList<>();
                text.attributes().forEach((name, value) -> {
                    attributes.add(name);
                    attributes.add(value);
                });
                xml.start(text.element(), attributes.toArray(String[]::new))
                        .characters(text.text())
                        .end();
            }
        }
        xml.end();
    }

    private void attachments() {
        if (debate.attachments().isEmpty()) {
            return;
        }
        xml.open("attachments");
        for (DebateAttachment attachment : debate.attachments()) {
            xml.open("attachment").line("heading", attachment.heading());
            xml.empty("documentRef", "href", attachment.href(), "showAs", attachment.showAs());
            xml.close();
        }
        xml.close();
    }

    /** An instant as XML Schema writes it: always with seconds, and an offset of at most fourteen hours. */
    static String dateTime(OffsetDateTime at) {
        int seconds = at.getOffset().getTotalSeconds();
        boolean fits = seconds % 60 == 0 && Math.abs(seconds) <= 14 * 3600;
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(fits ? at : at.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static String dateTime(Optional<OffsetDateTime> at) {
        return at.map(AknWriter::dateTime).orElse("");
    }
}
