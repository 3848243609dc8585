// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The register as a file. */
final class AlboJson {
    private static final long LARGEST = 64L << 20;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(16).build())
            .build());

    private AlboJson() {}

    static void write(AlboRegister register, Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("formatVersion", 1);
        register.entries().forEach(entry -> fill(root.withArray("entries").addObject(), entry));
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        PendingFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(ObjectNode node, AlboEntry entry) {
        node.put("number", entry.number().toString());
        node.put("registeredAt", entry.registeredAt().toString());
        node.put("from", entry.from().toString()).put("days", entry.days());
        node.put("visibleAfterDays", entry.visibleAfterDays());
        entry.interrupted().forEach(day -> node.withArray("interrupted").add(day.toString()));
        entry.annulment()
                .ifPresent(one -> node.putObject("annulment")
                        .put("at", one.at().toString())
                        .put("reason", one.reason()));
        AlboAct act = entry.act();
        ObjectNode facts = node.putObject("act");
        facts.put("kind", act.kind()).put("reference", act.reference()).put("subject", act.subject());
        facts.put("requester", act.requester()).put("office", act.office()).put("area", act.area());
        facts.put("responsible", act.responsible())
                .put("meeting", act.meeting())
                .put("item", act.item());
        act.executable().ifPresent(day -> facts.put("executableFrom", day.toString()));
        act.personalNames().forEach(name -> facts.withArray("personalNames").add(name));
        for (AlboDocument one : act.documents()) {
            facts.withArray("documents")
                    .addObject()
                    .put("name", one.name())
                    .put("description", one.description())
                    .put("mediaType", one.mediaType())
                    .put("sha256", one.fingerprint().digest().hex())
                    .put("bytes", one.fingerprint().bytes())
                    .put("link", one.link())
                    .put("version", one.version().name().toLowerCase(Locale.ROOT));
        }
    }

    static AlboRegister read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw unreadable(file, "it is larger than 64 MiB", null);
        }
        try {
            List<AlboEntry> entries = new ArrayList<>();
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.path("formatVersion").asInt() != 1) {
                throw new IllegalArgumentException("formatVersion is not 1");
            }
            for (JsonNode node : root.path("entries")) {
                entries.add(entry(node));
            }
            return AlboRegister.of(entries);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        } catch (MinutesException e) {
            throw new MinutesException(e.code(), file + ": " + e.getMessage(), e);
        }
    }

    private static AlboEntry entry(JsonNode node) {
        String[] number = text(node, "number").split("/", 2);
        if (number.length != 2 || !number[0].matches("\\d{4}") || !number[1].matches("\\d{7,9}")) {
            throw new IllegalArgumentException("a number looks like 2026/0000012, not " + text(node, "number"));
        }
        TreeSet<LocalDate> interrupted = new TreeSet<>();
        node.path("interrupted").forEach(day -> interrupted.add(LocalDate.parse(day.asText())));
        JsonNode annulled = node.path("annulment");
        AlboEntry.@Nullable Annulment annulment = annulled.isMissingNode()
                ? null
                : new AlboEntry.Annulment(OffsetDateTime.parse(text(annulled, "at")), text(annulled, "reason"));
        return new AlboEntry(
                new AlboNumber(Integer.parseInt(number[0]), Integer.parseInt(number[1])),
                OffsetDateTime.parse(text(node, "registeredAt")),
                act(node.path("act")),
                LocalDate.parse(text(node, "from")),
                node.path("days").asInt(),
                node.path("visibleAfterDays").asInt(),
                interrupted,
                annulment);
    }

    private static AlboAct act(JsonNode node) {
        AlboAct.Builder act = AlboAct.of(text(node, "kind"), text(node, "subject"), text(node, "requester"))
                .reference(node.path("reference").asText())
                .office(node.path("office").asText())
                .area(node.path("area").asText())
                .responsible(node.path("responsible").asText())
                .adoptedBy(node.path("meeting").asText(), node.path("item").asText())
                .executableIf(node.has("executableFrom") ? LocalDate.parse(text(node, "executableFrom")) : null);
        node.path("personalNames").forEach(name -> act.personalName(name.asText()));
        for (JsonNode one : node.path("documents")) {
            act.document(new AlboDocument(
                    text(one, "name"),
                    one.path("description").asText(),
                    text(one, "mediaType"),
                    new Fingerprint(
                            new Digest(text(one, "sha256")), one.path("bytes").asLong()),
                    one.path("link").asText(),
                    AlboDocument.Version.valueOf(text(one, "version").toUpperCase(Locale.ROOT))));
        }
        return act.build();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the field " + field + " is missing or no text");
        }
        return value.asText();
    }

    private static MinutesException unreadable(Path file, String why, @Nullable Throwable cause) {
        String message = file + " is no register of the albo: " + why;
        return cause == null
                ? new MinutesException("ALBO_UNREADABLE", message)
                : new MinutesException("ALBO_UNREADABLE", message, cause);
    }
}
