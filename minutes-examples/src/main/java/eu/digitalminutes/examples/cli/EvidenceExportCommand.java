// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.renewal.EvidenceForm;
import eu.digitalminutes.core.outcome.Coded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--form", paramLabel = "FORM")
    private @Nullable String form;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        EvidenceForm written = form();
        String name = object + (written == EvidenceForm.XML ? ".ers.xml" : ".ers");
        Path target = options.output(out == null ? Path.of(name) : out);
        evidence.store().export(object, target, written);
        ObjectNode json = CommandOptions.mapper()
                .createObjectNode()
                .put("object", object)
                .put("form", written.code())
                .put("record", target.toString())
                .put("bytes", Files.size(target));
        options.result(json, target.toString());
        return ExitCode.OK;
    }

    /** As asked for, else as the name of the file says. */
    private EvidenceForm form() {
        if (form != null) {
            return Coded.find(EvidenceForm.values(), form)
                    .orElseThrow(
                            () -> new IllegalArgumentException("--form " + form + " is unknown; it is asn1 or xml"));
        }
        boolean xml =
                out != null && String.valueOf(out).toLowerCase(Locale.ROOT).endsWith(".xml");
        return xml ? EvidenceForm.XML : EvidenceForm.ASN1;
    }
}
