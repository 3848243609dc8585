// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.task.Task;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command can do: answer in JSON, show progress, explain failures. */
final class CommandOptions {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Option(names = "--json")
    boolean json;

    @Option(names = "--debug")
    boolean debug;

    @Option(names = "--quiet")
    boolean quiet;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private final Set<Path> outputs = new HashSet<>();

    /** Remembers that a path is something to write, so that a failure with it is told apart from a failed input. */
    Path output(Path path) {
        outputs.add(path.toAbsolutePath().normalize());
        return path;
    }

    boolean isOutput(@Nullable String file) {
        if (file == null) {
            return false;
        }
        Path path = Path.of(file).toAbsolutePath().normalize();
        return outputs.stream().anyMatch(path::startsWith);
    }

    Locale language() {
        return Locale.getDefault();
    }

    PrintWriter out() {
        return command().commandLine().getOut();
    }

    PrintWriter err() {
        return command().commandLine().getErr();
    }

    /** A sentence of the message files, in the user's language. */
    String word(String key) {
        return ResourceBundle.getBundle("eu.digitalminutes.examples.cli.messages", language())
                .getString(key);
    }

    /** A warning on the error stream, in the user's language. */
    void warn(String key) {
        err().println("minutes: " + word(key));
    }

    CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command");
        }
        return spec;
    }

    /** A progress bar, where the launcher says that the error stream is a terminal. */
    Task task() {
        boolean terminal = Boolean.getBoolean("minutes.terminal");
        return terminal && !quiet ? Task.reporting(new ProgressBar(err())) : Task.none();
    }

    /** The result: one JSON document, or the text for people. */
    void result(JsonNode document, String text) {
        out().println(json ? pretty(document) : text);
        out().flush();
    }

    /** The findings as lines: severity, code, where, message. */
    String lines(Report report) {
        return report.verdict().name() + lines(report.findings());
    }

    /** Each finding on a line of its own, after a line end. */
    String lines(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(System.lineSeparator()).append(String.format(Locale.ROOT, "  %-4s  ", finding.severity()));
            text.append(finding.code()).append(finding.where().isEmpty() ? "" : " " + finding.where());
            text.append(": ").append(finding.message().in(language()));
            text.append(" [").append(finding.basis()).append(']');
        }
        return text.toString();
    }

    /** The findings as a JSON object with the keys {@code verdict} and {@code findings}. */
    ObjectNode tree(Report report) {
        ObjectNode document =
                MAPPER.createObjectNode().put("verdict", report.verdict().name());
        document.set("findings", tree(report.findings()));
        return document;
    }

    /** The findings as a JSON list. */
    JsonNode tree(List<Finding> findings) {
        var list = MAPPER.createArrayNode();
        for (Finding finding : findings) {
            list.addObject()
                    .put("code", finding.code())
                    .put("severity", finding.severity().name())
                    .put("conclusive", finding.conclusive())
                    .put("where", finding.where())
                    .put("message", finding.message().in(language()))
                    .put("basis", finding.basis());
        }
        return list;
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }

    private static String pretty(JsonNode document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
    }
}
