// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.examples.demo.Demo;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole job on the bundled recording, with a test PKI made on the spot. */
@Command(name = "demo", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class DemoCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Option(names = "--out", defaultValue = "demo", paramLabel = "DIR")
    private Path out = Path.of("demo");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = options.output(out.toAbsolutePath().normalize());
        Verdict verdict = Demo.run(folder, options.language(), options.task());
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("verdict", verdict.name());
        document.put("container", folder.resolve("minutes.asice").toString());
        document.put("report", folder.resolve("report.html").toString());
        document.put("archive", folder.resolve("archive").toString());
        document.put("site", folder.resolve("site").resolve("index.html").toString());
        options.result(document, text(document, folder));
        return ExitCode.of(verdict);
    }

    private String text(ObjectNode document, Path folder) {
        StringBuilder text = new StringBuilder(
                options.word("demo.verdict") + " " + document.get("verdict").asText());
        for (String key : new String[] {"container", "report", "archive", "site"}) {
            text.append(System.lineSeparator());
            text.append(String.format(
                    "  %-22s %s", options.word("demo." + key), document.get(key).asText()));
        }
        text.append(System.lineSeparator())
                .append(String.format("  %-22s %s", options.word("demo.keys"), folder.resolve("keys")));
        text.append(System.lineSeparator()).append(options.word("demo.next")).append(System.lineSeparator());
        text.append("  minutes-examples/bin/minutes validate \"").append(folder.resolve("minutes.asice"));
        text.append("\" --trusted-list \"")
                .append(folder.resolve("trust").resolve("lotl.xml"))
                .append('"');
        return text.toString();
    }
}
