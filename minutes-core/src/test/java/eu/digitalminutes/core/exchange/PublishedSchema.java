// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The published schemas, which refer to each other by the names under which they are published. */
final class PublishedSchema {
    private static final String ADDRESS = "https://digitalminutes.eu/schema/1.0/";

    private PublishedSchema() {}

    static Map<String, String> problems(String name, String json) throws IOException {
        Map<String, String> published = Map.of(
                ADDRESS + "minutes.schema.json", text("minutes.schema.json"),
                ADDRESS + "rules.schema.json", text("rules.schema.json"),
                ADDRESS + "deliberation.schema.json", text("deliberation.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(published))
                .getSchema(published.get(ADDRESS + name), InputFormat.JSON);
        Map<String, String> problems = new TreeMap<>();
        schema.validate(json, InputFormat.JSON)
                .forEach(error -> problems.put(String.valueOf(error.getInstanceLocation()), error.getMessage()));
        return problems;
    }

    private static String text(String name) throws IOException {
        try (var in = MinutesJson.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
