// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The metadata of a debate as XML: names, lifecycle, counts, references, and what is our own. */
final class AknMetaWriter {
    private final AknXml xml;
    private final Debate debate;
    private final String source;

    AknMetaWriter(AknXml xml, Debate debate) {
        this.xml = xml;
        this.debate = debate;
        this.source = debate.head().author();
    }

    void meta() {
        xml.open("meta");
        identification();
        String date = debate.head().date().toString();
        xml.open("lifecycle", "source", source)
                .empty("eventRef", "eId", "event_1", "date", date, "source", source, "type", "generation")
                .close();
        analysis();
        references();
        proprietary();
        xml.close();
    }

    private void identification() {
        DebateHead head = debate.head();
        String expression = head.uri() + "/" + head.language() + "@";
        xml.open("identification", "source", source);
        level("FRBRWork", head.uri(), head.uri() + "/!main", "session");
        xml.empty("FRBRcountry", "value", head.country()).close();
        level("FRBRExpression", expression, expression + "/!main", "session");
        xml.empty("FRBRlanguage", "language", head.language()).close();
        level("FRBRManifestation", expression + ".akn", expression + "/!main.xml", "markup");
        xml.empty("FRBRformat", "value", "application/akn+xml").close();
        xml.close();
    }

    private void level(String element, String uri, String self, String date) {
        xml.open(element)
                .empty("FRBRthis", "value", self)
                .empty("FRBRuri", "value", uri)
                .empty("FRBRdate", "date", debate.head().date().toString(), "name", date)
                .empty("FRBRauthor", "href", source);
    }

    private void analysis() {
        if (debate.checks().isEmpty()) {
            return;
        }
        xml.open("analysis", "source", source).open("parliamentary");
        for (DebateCheck check : debate.checks()) {
            xml.open(
                    check.kind().element(),
                    "eId",
                    check.id(),
                    "outcome",
                    check.outcome(),
                    "refersTo",
                    check.subject(),
                    "href",
                    check.place());
            for (DebateCheck.Figure figure : check.figures()) {
                String element = figure.needed() ? "quorum" : "count";
                xml.indent()
                        .start(element, "eId", figure.id())
                        .attribute("value", figure.value())
                        .attributes("refersTo", figure.meaning(), "href", figure.place())
                        .end();
            }
            xml.close();
        }
        xml.close().close();
    }

    private void references() {
        xml.open("references", "source", source);
        for (DebateReference one : debate.references()) {
            xml.indent()
                    .start(one.element(), "eId", one.id())
                    .attribute("href", one.href())
                    .attribute("showAs", one.showAs())
                    .end();
        }
        xml.close();
    }

    private void proprietary() {
        if (debate.recordings().isEmpty() && debate.minutes().isEmpty()) {
            return;
        }
        xml.open("proprietary", "source", source);
        for (DebateRecording recording : debate.recordings()) {
            RecordingPart part = recording.part();
            xml.open(
                    "m:recording",
                    "name",
                    part.name(),
                    "mediaType",
                    part.mediaType(),
                    "bytes",
                    Long.toString(part.fingerprint().bytes()),
                    "sha256",
                    part.fingerprint().digest().hex(),
                    "start",
                    AknWriter.dateTime(part.start()),
                    "durationSeconds",
                    seconds(part.duration()));
            for (DebateRecording.Mark mark : recording.marks()) {
                xml.empty("m:mark", "refersTo", mark.to(), "offsetSeconds", seconds(mark.offset()));
            }
            xml.close();
        }
        debate.minutes()
                .ifPresent(minutes -> xml.indent()
                        .start("m:facts", "mediaType", "application/json")
                        .characters(new String(MinutesJson.write(minutes), StandardCharsets.UTF_8))
                        .end());
        xml.close();
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }
}
