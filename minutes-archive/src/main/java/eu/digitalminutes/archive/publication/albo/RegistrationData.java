// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.internal.text.Html;
import java.time.LocalDate;
import java.util.Locale;

/** The data that make an entry unmistakable (<i>segnatura</i>): number, dates, subject, digests and names. */
final class RegistrationData {
    static final String FILE = "segnatura.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RegistrationData() {}

    /** The same for the same entry on the same side of its term. */
    static String json(AlboEntry entry, String body, LocalDate day) {
        AlboEntry shown = entry.shownOn(day);
        AlboAct act = shown.act();
        ObjectNode node = JSON.createObjectNode().put("formatVersion", 1);
        node.put("body", body).put("area", act.area()).put("unit", act.office());
        node.put("registrationNumber", shown.number().digits());
        node.put("registrationYear", shown.number().year());
        node.put("registeredAt", shown.registeredAt().toString());
        node.put("publicationStart", shown.from().toString());
        node.put("publicationEnd", shown.to().toString());
        node.put("requester", act.requester());
        node.put("kind", act.kind()).put("reference", act.reference()).put("subject", act.subject());
        node.put("annexes", Math.max(0, act.documents().size() - 1));
        node.put("state", shown.state(day).code());
        shown.annulment()
                .ifPresent(one -> node.putObject("annulment")
                        .put("at", one.at().toString())
                        .put("reason", one.reason()));
        for (AlboDocument one : act.documents()) {
            node.withArray("documents")
                    .addObject()
                    .put("name", one.name())
                    .put("description", one.description())
                    .put("mediaType", one.mediaType())
                    .put("version", one.version().name().toLowerCase(Locale.ROOT))
                    .put("sha256", one.fingerprint().digest().hex())
                    .put("bytes", one.fingerprint().bytes());
        }
        try {
            return Html.plain(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }
}
