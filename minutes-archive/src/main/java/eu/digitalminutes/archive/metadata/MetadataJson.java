// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.Locale;
import java.util.function.Function;

/** Metadata as {@code metadata.json}. */
final class MetadataJson {
    private static final long MAX_BYTES = 1L << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MetadataJson() {}

    static ArchiveMetadata read(Path file, ArchiveMetadata.Builder base) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return MetadataObject.root(tree(in)).reading(json -> metadata(json, base));
        } catch (MinutesException e) {
            throw new MinutesException(e.code(), file + " is not valid metadata, " + e.getMessage(), e);
        }
    }

    static void write(ArchiveMetadata metadata, Path target) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        String text = MAPPER.writer(printer).writeValueAsString(tree(metadata)) + "\n";
        PendingFile.write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode tree(InputStream in) throws IOException {
        try {
            return MAPPER.readTree(in);
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw new MinutesException(MetadataObject.INVALID, line + "not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ArchiveMetadata metadata(MetadataObject json, ArchiveMetadata.Builder builder) {
        json.text("documentType").ifPresent(builder::documentType);
        json.object("registration", MetadataJson::registration).ifPresent(builder::registration);
        json.object("classification", MetadataJson::classification).ifPresent(builder::classification);
        json.text("aggregation").ifPresent(builder::aggregation);
        json.integer("retentionYears").ifPresent(builder::retentionYears);
        json.bool("reserved").ifPresent(builder::reserved);
        json.text("version").ifPresent(builder::version);
        json.object("change", MetadataJson::change).ifPresent(builder::change);
        json.texts("keywords").ifPresent(builder::keywords);
        json.object("product", MetadataJson::product).ifPresent(builder::product);
        json.object("submitter", MetadataJson::agent).ifPresent(builder::submitter);
        json.object("holder", MetadataJson::agent).ifPresent(builder::holder);
        json.object("authorizedSigner", MetadataJson::agent).ifPresent(builder::authorizedSigner);
        return builder.build();
    }

    private static Registration registration(MetadataObject json) {
        Registration registration = Registration.of(
                json.required("register"),
                json.required("number"),
                json.parsed("date", json.required("date"), LocalDate::parse, "a day such as 2026-03-12"));
        return json.text("time")
                .map(time -> json.parsed("time", time, OffsetTime::parse, "a time such as 09:15:00+01:00"))
                .map(registration::withTime)
                .orElse(registration);
    }

    private static DocumentChange change(MetadataObject json) {
        Person author = json.object(
                        "author",
                        person -> new Person(
                                person.required("givenName"),
                                person.required("familyName"),
                                person.text("taxCode").orElse("")))
                .orElseThrow(() -> new IllegalArgumentException("the field \"author\" is missing"));
        MetadataObject previous = json.object("previous", Function.identity())
                .orElseThrow(() -> new IllegalArgumentException("the field \"previous\" is missing"));
        DocumentChange change = DocumentChange.of(
                json.choice("kind", DocumentChange.Kind.class),
                author,
                json.parsed("date", json.required("date"), LocalDate::parse, "a day such as 2026-03-12"),
                previous.required("identifier"),
                new Digest(previous.required("sha256")));
        return json.text("time")
                .map(time -> json.parsed("time", time, OffsetTime::parse, "a time such as 09:15:00+01:00"))
                .map(change::withTime)
                .orElse(change);
    }

    private static Classification classification(MetadataObject json) {
        return new Classification(
                json.required("index"),
                json.text("description").orElse(""),
                json.text("plan").orElse(""));
    }

    private static Product product(MetadataObject json) {
        return new Product(
                json.required("name"),
                json.text("version").orElse(""),
                json.text("producer").orElse(""));
    }

    private static Agent agent(MetadataObject json) {
        String id = json.text("id").orElse("");
        String document = json.required("relevantDocument");
        if (json.has("name")) {
            return new Agent.LegalPerson(id, json.required("name"), document);
        }
        return new Agent.NaturalPerson(id, json.required("givenName"), json.required("familyName"), document);
    }

    private static ObjectNode tree(ArchiveMetadata metadata) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("documentType", metadata.documentType());
        Registration registration = metadata.registration();
        ObjectNode register = json.putObject("registration")
                .put("register", registration.register())
                .put("number", registration.number())
                .put("date", registration.date().toString());
        registration.time().ifPresent(time -> register.put("time", time.toString()));
        Classification classification = metadata.classification();
        json.putObject("classification")
                .put("index", classification.index())
                .put("description", classification.description())
                .put("plan", classification.plan());
        json.put("aggregation", metadata.aggregation())
                .put("retentionYears", metadata.retentionYears())
                .put("reserved", metadata.reserved())
                .put("version", metadata.version());
        metadata.change().ifPresent(change -> change(change, json.putObject("change")));
        metadata.keywords().forEach(json.putArray("keywords")::add);
        json.putObject("product")
                .put("name", metadata.product().name())
                .put("version", metadata.product().version())
                .put("producer", metadata.product().producer());
        agent(metadata.submitter(), json.putObject("submitter"));
        agent(metadata.holder(), json.putObject("holder"));
        agent(metadata.authorizedSigner(), json.putObject("authorizedSigner"));
        return json;
    }

    private static void change(DocumentChange change, ObjectNode json) {
        json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        json.putObject("author")
                .put("givenName", change.author().givenName())
                .put("familyName", change.author().familyName())
                .put("taxCode", change.author().taxCode());
        json.put("date", change.date().toString());
        change.time().ifPresent(time -> json.put("time", time.toString()));
        json.putObject("previous")
                .put("identifier", change.previousIdentifier())
                .put("sha256", change.previousDigest().hex());
    }

    private static void agent(Agent agent, ObjectNode json) {
        json.put("id", agent.id());
        if (agent instanceof Agent.NaturalPerson person) {
            json.put("givenName", person.givenName()).put("familyName", person.familyName());
        } else if (agent instanceof Agent.LegalPerson body) {
            json.put("name", body.name());
        }
        json.put("relevantDocument", agent.relevantDocument());
    }
}
