// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.ruling.Ruling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Counts votes, quorums, elections and terms outside a session, and says why. */
@Command(name = "count", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class CountCommand implements OptionedCommand {
    private static final long MAX_BYTES = 16L << 20;

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "CASES.json")
    private Path file = Path.of("cases.json");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        ArrayNode answers = CommandOptions.mapper().createArrayNode();
        for (JsonNode one : cases()) {
            answers.add(answer(one));
        }
        options.result(answers, lines(answers));
        return ExitCode.OK;
    }

    private JsonNode cases() throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.isDirectory(file) || Files.size(file) > MAX_BYTES) {
            throw invalid("it is a folder, or larger than " + MAX_BYTES + " bytes", null);
        }
        JsonNode cases;
        try {
            cases = CommandOptions.mapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw invalid("not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw invalid("not text in UTF-8: " + e.getMessage(), e);
        }
        if (!cases.isArray()) {
            throw invalid("a list of cases is expected", null);
        }
        for (int i = 0; i < cases.size(); i++) {
            if (!cases.get(i).path("id").isTextual()) {
                throw invalid("/" + i + " has no id", null);
            }
        }
        return cases;
    }

    private MinutesException invalid(String problem, @Nullable Exception cause) {
        return new MinutesException("CASES_INVALID", file + " holds no cases: " + problem, cause);
    }

    private ObjectNode answer(JsonNode one) {
        ObjectNode answer = CommandOptions.mapper().createObjectNode();
        answer.set("id", one.get("id"));
        try {
            List<Ruling> rulings = CountCase.rulings(object(one, "params"), object(one, "input"));
            for (Ruling ruling : rulings) {
                CountAnswer.write(ruling, answer, options.language());
            }
        } catch (MinutesException e) {
            answer.put("error", e.code()).put("message", String.valueOf(e.getMessage()));
        } catch (ArithmeticException | DateTimeException e) {
            answer.put("error", "VALUE_INVALID").put("message", "a number or date is too large: " + e.getMessage());
        }
        return answer;
    }

    private static JsonNode object(JsonNode one, String field) {
        JsonNode value = one.get(field);
        return value == null ? CommandOptions.mapper().createObjectNode() : value;
    }

    private String lines(ArrayNode answers) {
        StringBuilder text = new StringBuilder();
        for (JsonNode answer : answers) {
            text.append(text.isEmpty() ? "" : System.lineSeparator());
            text.append(String.format(
                    Locale.ROOT, "%-6s %-14s ", answer.get("id").asText(), options.word("count." + result(answer))));
            text.append(answer.path("error").asText(""))
                    .append(answer.has("error") ? ": " + answer.path("message").asText("") : "")
                    .append(answer.path("explanation").asText(""));
            if (answer.has("warning")) {
                text.append(" [").append(answer.get("warning").asText()).append(']');
            }
        }
        return text.toString();
    }

    /** The word for the table: what the answer comes to. */
    private static String result(JsonNode answer) {
        if (answer.has("error")) {
            return "error";
        } else if (answer.has("outcome")) {
            return answer.get("outcome").asText().toLowerCase(Locale.ROOT);
        } else if (answer.has("quorate")) {
            return answer.get("quorate").asBoolean() ? "quorate" : "not-quorate";
        } else if (answer.has("elected")) {
            return answer.get("elected").isEmpty() ? "not-elected" : "elected";
        } else if (answer.has("inTime")) {
            return answer.get("inTime").asBoolean() ? "in-time" : "late";
        }
        return "executable";
    }
}
