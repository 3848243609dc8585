// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The marked words of a document of a stranger: marks that the model knows are kept, of the others the words. */
final class AknTextReader {
    /** The marks that are kept, and the attribute that each must have. */
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("recordedTime", "time"),
            Map.entry("vote", "by"),
            Map.entry("outcome", ""),
            Map.entry("quantity", "refersTo"),
            Map.entry("person", "refersTo"),
            Map.entry("role", "refersTo"),
            Map.entry("signature", ""),
            Map.entry("docType", ""),
            Map.entry("docTitle", ""),
            Map.entry("docNumber", ""),
            Map.entry("docProponent", ""),
            Map.entry("docAuthority", ""),
            Map.entry("docDate", "date"),
            Map.entry("date", "date"),
            Map.entry("session", ""),
            Map.entry("legislature", ""));

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "recordedTime", Set.of("time", "type"),
            "vote", Set.of("by", "as", "choice"),
            "quantity", Set.of("refersTo", "normalized"),
            "person", Set.of("refersTo", "as"),
            "docProponent", Set.of("as"),
            "docDate", Set.of("date"),
            "date", Set.of("date"),
            "session", Set.of("value"),
            "legislature", Set.of("value"));

    private final AknNotices notices;

    AknTextReader(AknNotices notices) {
        this.notices = notices;
    }

    DebateBlock block(AknNode node) {
        List<DebateText> texts = new ArrayList<>();
        texts(node, texts);
        return new DebateBlock(node.name(), node.id(), texts);
    }

    private void texts(AknNode parent, List<DebateText> texts) {
        for (Object child : parent.children()) {
            if (!(child instanceof AknNode node)) {
                texts.add(DebateText.plain(String.valueOf(child)));
            } else if (MARKS.containsKey(node.name()) && isSound(node)) {
                texts.add(new DebateText(node.name(), attributes(node), node.text()));
            } else {
                notices.add("AKN_MARK_DROPPED", node.name());
                texts(node, texts);
            }
        }
    }

    private static Map<String, String> attributes(AknNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!node.id().isEmpty()) {
            attributes.put("eId", node.id());
        }
        for (String name : ATTRIBUTES.getOrDefault(node.name(), Set.of())) {
            if (node.has(name)) {
                attributes.put(name, node.attribute(name));
            }
        }
        if (node.has("refersTo")) {
            attributes.put("refersTo", node.attribute("refersTo"));
        }
        return attributes;
    }

    private static boolean isSound(AknNode node) {
        String needed = MARKS.getOrDefault(node.name(), "");
        if (!needed.isEmpty() && node.attribute(needed).isEmpty()) {
            return false;
        }
        String type = node.attribute("type");
        if (node.is("recordedTime") && node.has("type") && !type.equals("startEvent") && !type.equals("endEvent")) {
            return false;
        }
        return switch (needed) {
            case "time" -> isTime(node.attribute("time"));
            case "date" -> isDate(node.attribute("date"));
            default -> true;
        };
    }

    private static boolean isTime(String text) {
        try {
            if (text.contains("T")) {
                int year = OffsetDateTime.parse(text).getYear();
                return year > 0 && year < 10_000 && text.matches("\\d{4}-.*T\\d\\d:\\d\\d:\\d\\d.*");
            }
            LocalTime.parse(text);
            return text.matches("\\d\\d:\\d\\d:\\d\\d.*");
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
