// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.exchange.agenda.HallMark;
import eu.digitalminutes.core.exchange.agenda.HallMarks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads the marks of a hall system. */
@Command(name = "marks", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ImportMarksCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("marks.csv");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        HallMarks read = HallMarks.read(file);
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        ArrayNode marks = document.putArray("marks");
        for (HallMark mark : read.marks()) {
            marks.addObject()
                    .put(
                            "offset",
                            mark.offset().map(ImportCaptionsCommand::seconds).orElse(null))
                    .put("at", at(mark))
                    .put("item", mark.item())
                    .put("speaker", mark.speaker())
                    .put("label", mark.label());
        }
        document.set("notices", options.tree(read.notices()));
        options.result(
                document,
                read.marks().stream().map(ImportMarksCommand::line).collect(Collectors.joining(System.lineSeparator()))
                        + options.lines(read.notices()));
        return ExitCode.OK;
    }

    private static @Nullable String at(HallMark mark) {
        return mark.at().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null);
    }

    private static String line(HallMark mark) {
        String time = mark.offset()
                .map(offset -> ImportCaptionsCommand.seconds(offset).toPlainString())
                .orElseGet(() -> String.valueOf(at(mark)));
        return String.join("  ", time, mark.item(), mark.speaker(), mark.label());
    }
}
