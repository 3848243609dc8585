// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.event.UnknownFields;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Minutes as {@code minutes.json} (<i>verbale in formato aperto</i>).
 *
 * <p>Fields of a later version are tolerated when reading and written again. A file that cannot be understood is
 * refused with a JSON pointer to the place. The schema is the resource {@code minutes.schema.json} of this package.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema, draft 2020-12</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
public final class MinutesJson {
    /** The version of the form that this SDK writes. */
    public static final String FORMAT_VERSION = "1.0";

    /** The events of fifty thousand minutes of debate are under 10 MiB; more is not minutes, and would not fit a small heap. */
    private static final long MAX_BYTES = 16L << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private MinutesJson() {}

    /**
     * Reads a file.
     *
     * @param file a {@code minutes.json}, read once
     * @return the minutes
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code MINUTES_JSON_INVALID}, naming file and place, if it is not understood
     */
    public static Minutes read(Path file) throws IOException {
        try {
            return read(bytes(file));
        } catch (MinutesException e) {
            throw new MinutesException(e.code(), file + " is not valid minutes, " + e.getMessage(), e);
        }
    }

    /**
     * Reads from memory.
     *
     * @param json the bytes of a {@code minutes.json}, in UTF-8
     * @return the minutes
     * @throws MinutesException with code {@code MINUTES_JSON_INVALID}, naming the place, if it is not understood
     */
    public static Minutes read(byte[] json) {
        JsonNode tree = parse(json);
        Map<String, String> unknown = new LinkedHashMap<>();
        Minutes minutes = JsonObject.root(tree, unknown).reading(MinutesReader::minutes);
        return minutes.withUnknownFields(new UnknownFields(unknown));
    }

    /**
     * Writes to a file that appears whole or not at all.
     *
     * @param minutes the minutes
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public static void write(Minutes minutes, Path target) throws IOException {
        PendingFile.write(target, write(minutes));
    }

    /**
     * Writes to memory; the same minutes always give the same bytes.
     *
     * @param minutes the minutes
     * @return UTF-8 text, indented by two spaces, with line feeds
     */
    public static byte[] write(Minutes minutes) {
        return bytes(MinutesWriter.write(MAPPER, minutes));
    }

    /** The bytes of a file that is small enough to be read at once. */
    static byte[] bytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw JsonObject.invalid("", "it is a folder");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw JsonObject.invalid("", "the file has more than " + MAX_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }

    /** A tree as text: the same tree always gives the same bytes. */
    static byte[] bytes(JsonNode tree) {
        try {
            String text = MAPPER.writer(MinutesWriter.printer()).writeValueAsString(tree);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }

    static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw new MinutesException("MINUTES_JSON_INVALID", line + "not JSON: " + e.getOriginalMessage(), e);
        } catch (NumberFormatException e) {
            // An exponent beyond what a number can have is not wrapped by Jackson.
            throw new MinutesException("MINUTES_JSON_INVALID", "not JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MinutesException("MINUTES_JSON_INVALID", "not text in UTF-8: " + e.getMessage(), e);
        }
    }
}
