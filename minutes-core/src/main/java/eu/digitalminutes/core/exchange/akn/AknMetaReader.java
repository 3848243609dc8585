// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The metadata of a document of a stranger. */
final class AknMetaReader {
    private static final Set<String> TOP_LEVEL_CLASSES = Set.of(
            "TLCPerson",
            "TLCOrganization",
            "TLCConcept",
            "TLCObject",
            "TLCEvent",
            "TLCLocation",
            "TLCProcess",
            "TLCRole",
            "TLCTerm",
            "TLCReference");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(366L * 24 * 3600);

    private final AknNode meta;
    private final AknNotices notices;

    AknMetaReader(AknNode meta, AknNotices notices) {
        this.meta = meta;
        this.notices = notices;
        for (AknNode child : meta.elements()) {
            if (!Set.of("identification", "lifecycle", "analysis", "references", "proprietary")
                    .contains(child.name())) {
                notices.add("AKN_LEFT_OUT", child.name());
            }
        }
    }

    DebateHead head(String name, List<DebateBlock> preface, List<DebateBlock> conclusions) {
        String uri = value("FRBRWork", "FRBRuri", "value").replaceAll("\\s", "");
        return new DebateHead(
                name,
                uri.isEmpty() ? "/akn/debate/unnamed" : uri,
                day(value("FRBRWork", "FRBRdate", "date")),
                orElse(value("FRBRWork", "FRBRcountry", "value"), "und"),
                orElse(value("FRBRExpression", "FRBRlanguage", "language"), "und"),
                orElse(value("FRBRWork", "FRBRauthor", "href").replaceAll("\\s", ""), "#author"),
                preface,
                conclusions);
    }

    private String value(String level, String element, String attribute) {
        return meta.at("identification", level, element)
                .map(node -> node.attribute(attribute))
                .orElse("");
    }

    private static String orElse(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }

    private static LocalDate day(String date) {
        try {
            LocalDate day = LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
            if (day.getYear() > 0) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw AknTree.unreadable("the day of the session is not said in FRBRWork/FRBRdate");
    }

    List<DebateReference> references() {
        List<DebateReference> references = new ArrayList<>();
        for (AknNode list : meta.elements("references")) {
            for (AknNode one : list.elements()) {
                if (TOP_LEVEL_CLASSES.contains(one.name()) && !one.id().isEmpty()) {
                    references.add(new DebateReference(
                            one.name(),
                            one.id(),
                            orElse(one.attribute("href"), "/akn/ontology/" + one.id()),
                            orElse(one.attribute("showAs"), one.id())));
                } else {
                    notices.add("AKN_LEFT_OUT", one.name());
                }
            }
        }
        return references;
    }

    List<DebateCheck> checks() {
        List<DebateCheck> checks = new ArrayList<>();
        for (AknNode analysis : meta.elements("analysis")) {
            for (AknNode kind : analysis.elements()) {
                if (!kind.is("parliamentary")) {
                    notices.add("AKN_LEFT_OUT", kind.name());
                }
            }
            for (AknNode list : analysis.elements("parliamentary")) {
                list.elements().forEach(node -> check(node, checks));
            }
        }
        return checks;
    }

    private void check(AknNode node, List<DebateCheck> checks) {
        for (DebateCheck.Kind kind : DebateCheck.Kind.values()) {
            List<DebateCheck.Figure> figures = figures(node);
            if (node.is(kind.element()) && !figures.isEmpty()) {
                String id = orElse(node.id(), kind.element() + "-" + (checks.size() + 1));
                checks.add(new DebateCheck(
                        kind,
                        id,
                        node.attribute("href"),
                        node.attribute("refersTo"),
                        node.attribute("outcome"),
                        figures));
                return;
            }
        }
        notices.add("AKN_LEFT_OUT", node.name());
    }

    private static List<DebateCheck.Figure> figures(AknNode check) {
        return check.elements().stream()
                .filter(node -> node.is("quorum") || node.is("count"))
                .map(node -> new DebateCheck.Figure(
                        node.is("quorum"),
                        node.id(),
                        node.attribute("refersTo"),
                        node.attribute("href"),
                        node.attribute("value")))
                .toList();
    }

    List<DebateRecording> recordings() {
        List<DebateRecording> recordings = new ArrayList<>();
        for (AknNode own : meta.elements("proprietary")) {
            for (AknNode node : own.elements()) {
                if (node.namespace().equals(AknXml.OWN) && node.is("recording")) {
                    recording(node, recordings);
                } else if (!node.namespace().equals(AknXml.OWN) || !node.is("facts")) {
                    notices.add("AKN_LEFT_OUT", node.name());
                }
            }
        }
        return recordings;
    }

    private void recording(AknNode node, List<DebateRecording> recordings) {
        try {
            RecordingPart part = RecordingPart.of(
                    node.attribute("name"),
                    node.attribute("mediaType"),
                    new Fingerprint(new Digest(node.attribute("sha256")), Long.parseLong(node.attribute("bytes"))),
                    OffsetDateTime.parse(node.attribute("start")),
                    seconds(node.attribute("durationSeconds")));
            List<DebateRecording.Mark> marks = new ArrayList<>();
            for (AknNode mark : node.elements("mark")) {
                marks.add(
                        new DebateRecording.Mark(mark.attribute("refersTo"), seconds(mark.attribute("offsetSeconds"))));
            }
            recordings.add(new DebateRecording(part, marks));
        } catch (IllegalArgumentException | DateTimeException e) {
            notices.add("AKN_LEFT_OUT", "recording");
        }
    }

    private static Duration seconds(String text) {
        if (text.length() > 32 || !text.matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("not a number of seconds");
        }
        BigDecimal seconds = new BigDecimal(text);
        if (seconds.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no recording lasts more than a year");
        }
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }
}
