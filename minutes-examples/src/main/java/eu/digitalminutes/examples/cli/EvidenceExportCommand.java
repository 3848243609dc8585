// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the evidence record of one object. */
@Command(name = "export", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class EvidenceExportCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Parameters(index = "1", paramLabel = "OBJECT")
    private String object = "";

    @Option(names = "--out", paramLabel = "FILE.ers")
    private @Nullable Path out;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Path target = options.output(out == null ? Path.of(object + ".ers") : out);
        evidence.store().export(object, target);
        ObjectNode json = CommandOptions.mapper()
                .createObjectNode()
                .put("object", object)
                .put("record", target.toString())
                .put("bytes", Files.size(target));
        options.result(json, target.toString());
        return ExitCode.OK;
    }
}
