// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.evidence.ArchiveStamp;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What is known of a run, as {@code run.json}. */
final class RunJson {
    private static final long MAX_BYTES = 1L << 20;
    /** The first had nothing in it for records in XML. */
    private static final int FIRST = 1;

    private static final int VERSION = 2;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .build())
            .build();

    private RunJson() {}

    static byte[] write(EvidenceRun run) throws IOException {
        ObjectNode json = MAPPER.createObjectNode()
                .put("formatVersion", run.isInXml() ? VERSION : FIRST)
                .put("number", run.number())
                .put("kind", run.kind().code())
                .put("hash", run.function().standardName())
                .put("objects", run.objects())
                .put("root", HexFormat.of().formatHex(run.root()));
        run.covers().forEach(json.putArray("covers")::add);
        ObjectNode stamp = json.putObject("stamp")
                .put("time", run.stamp().time().toString())
                .put("authority", run.stamp().authority());
        run.stamp().certificateEnd().ifPresent(end -> stamp.put("certificateEnd", end.toString()));
        run.stamp().algorithms().forEach(stamp.putArray("algorithms")::add);
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /** Reads it, with the time stamp beside it. */
    static EvidenceRun read(Path file, byte[] token) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return run(MAPPER.readTree(in), token);
        } catch (com.fasterxml.jackson.core.JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new MinutesException(
                    "EVIDENCE_DAMAGED", file + " cannot be understood; restore it from a copy of the store", e);
        }
    }

    private static EvidenceRun run(JsonNode json, byte[] token) {
        int version = json.path("formatVersion").asInt();
        if (version != FIRST && version != VERSION) {
            throw new IllegalArgumentException("formatVersion");
        }
        JsonNode stamped = json.path("stamp");
        List<String> algorithms = new ArrayList<>();
        stamped.path("algorithms").forEach(one -> algorithms.add(one.asText()));
        ArchiveStamp stamp = ArchiveStamp.of(
                token,
                Instant.parse(stamped.path("time").asText()),
                stamped.path("authority").asText(),
                algorithms);
        String end = stamped.path("certificateEnd").asText();
        List<Integer> covers = new ArrayList<>();
        json.path("covers").forEach(one -> covers.add(one.asInt()));
        return new EvidenceRun(
                json.path("number").asInt(),
                Coded.find(RunKind.values(), json.path("kind").asText())
                        .orElseThrow(() -> new IllegalArgumentException("kind")),
                HashFunction.named(json.path("hash").asText()).orElseThrow(() -> new IllegalArgumentException("hash")),
                json.path("objects").asLong(),
                covers,
                HexFormat.of().parseHex(json.path("root").asText()),
                end.isEmpty() ? stamp : stamp.certifiedUntil(Instant.parse(end)),
                version == VERSION);
    }
}
