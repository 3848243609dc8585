// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.exchange.agenda.HallMark;
import eu.digitalminutes.core.exchange.agenda.HallMarks;
import eu.digitalminutes.core.exchange.agenda.MarkedEvents;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
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

    @Mixin
    private IntoMinutes into = new IntoMinutes();

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
        into.put(options, document, facts -> marked(read, facts, document));
        options.result(
                document,
                read.marks().stream().map(ImportMarksCommand::line).collect(Collectors.joining(System.lineSeparator()))
                        + options.lines(read.notices()));
        return ExitCode.OK;
    }

    /** Marks count from the first frame of the recording; without one, from the hour of the notice. */
    private Minutes marked(HallMarks read, Minutes facts, ObjectNode document) {
        Meeting meeting = facts.meeting();
        OffsetDateTime zero = facts.recordings().stream()
                .map(RecordingPart::start)
                .findFirst()
                .orElse(meeting.scheduledAt());
        MarkedEvents marked =
                MarkedEvents.of(read.marks(), meeting, zero, file.getFileName().toString());
        ArrayNode unresolved = document.putArray("unresolved");
        marked.unresolved().forEach(mark -> unresolved.add(line(mark)));
        OffsetDateTime now = OffsetDateTime.now(zero.getOffset());
        return facts.withMeeting(EventChain.addLater(meeting, marked.events(), now));
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
