// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The settings as a JSON file. */
final class SettingsJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxDocumentLength(1 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final JsonNode json;

    private SettingsJson(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    static SacerSettings read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new SettingsJson(file, MAPPER.readTree(in)).settings();
        } catch (JsonProcessingException e) {
            throw invalid(file, "it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private SacerSettings settings() {
        try {
            SacerSettings settings = SacerSettings.of(
                    new SacerAccount(needed("environment"), needed("body"), needed("structure"), needed("user")));
            settings = with(settings, "version", SacerSettings::version);
            settings = with(settings, "unitKind", SacerSettings::unitKind);
            settings = with(settings, "documentKind", SacerSettings::documentKind);
            settings = with(settings, "attachmentKind", SacerSettings::attachmentKind);
            settings = with(settings, "format", SacerSettings::format);
            return with(settings, "register", SacerSettings::register);
        } catch (IllegalArgumentException e) {
            throw invalid(file, String.valueOf(e.getMessage()), e);
        }
    }

    private SacerSettings with(
            SacerSettings settings, String field, BiFunction<SacerSettings, String, SacerSettings> change) {
        return text(field).map(value -> change.apply(settings, value)).orElse(settings);
    }

    private String needed(String field) {
        return text(field).orElseThrow(() -> invalid(file, "the field \"" + field + "\" is missing", null));
    }

    private Optional<String> text(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw invalid(file, "the field \"" + field + "\" is not a text", null);
        }
        return Optional.of(value.asText());
    }

    private static MinutesException invalid(Path file, String problem, @Nullable Throwable cause) {
        return new MinutesException(
                "SACER_SETTINGS_INVALID",
                file + " does not hold the settings of an agreement with ParER: " + problem
                        + "; it needs environment, body, structure and user",
                cause);
    }
}
