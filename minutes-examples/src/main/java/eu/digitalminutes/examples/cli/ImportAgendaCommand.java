// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.exchange.agenda.AgendaImport;
import eu.digitalminutes.core.exchange.agenda.AgendaItems;
import eu.digitalminutes.core.exchange.agenda.AgendaLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads an agenda. */
@Command(name = "agenda", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ImportAgendaCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("agenda.csv");

    @Mixin
    private IntoMinutes into = new IntoMinutes();

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        List<AgendaLine> lines = AgendaImport.read(file);
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        ArrayNode items = document.putArray("items");
        for (AgendaLine line : lines) {
            ObjectNode item = items.addObject()
                    .put("number", line.number())
                    .put("title", line.title())
                    .put("publicity", line.publicity())
                    .put("kind", line.kind())
                    .put("rapporteur", line.rapporteur())
                    .put("reference", line.reference());
            ObjectNode others = item.putObject("others");
            line.others().forEach(others::put);
        }
        into.put(
                options,
                document,
                facts -> facts.withMeeting(facts.meeting().toBuilder()
                        .agenda(AgendaItems.of(lines))
                        .build()));
        options.result(
                document,
                lines.stream()
                        .map(line -> line.number() + "  " + line.title())
                        .collect(Collectors.joining(System.lineSeparator())));
        return ExitCode.OK;
    }
}
