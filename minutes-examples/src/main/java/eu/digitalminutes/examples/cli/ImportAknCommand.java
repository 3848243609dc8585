// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.exchange.akn.AkomaNtoso;
import eu.digitalminutes.core.exchange.akn.Debate;
import eu.digitalminutes.core.exchange.akn.DebateMinutes;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes minutes of an Akoma Ntoso debate: of our own as they were, of others in the frame that is given. */
@Command(name = "akn", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ImportAknCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "DEBATE.xml")
    private Path file = Path.of("debate.xml");

    @Option(names = "--frame", paramLabel = "MINUTES.json")
    private @Nullable Path frame;

    @Option(names = "--out", required = true, paramLabel = "MINUTES.json")
    private Path out = Path.of("minutes.json");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Path target = options.output(out);
        Debate debate = AkomaNtoso.read(file);
        List<Finding> notices = new ArrayList<>(debate.notices());
        Minutes minutes;
        if (frame != null) {
            DebateMinutes made = DebateMinutes.of(debate, MinutesJson.read(frame));
            minutes = made.minutes();
            notices.addAll(made.notices());
        } else {
            minutes = debate.minutes()
                    .orElseThrow(() -> new IllegalArgumentException("the debate does not hold the facts of minutes;"
                            + " give --frame MINUTES.json with body, organ, number and seats"));
        }
        MinutesJson.write(minutes, target);
        options.result(tree(target, notices), text(target, notices));
        return ExitCode.OK;
    }

    private ObjectNode tree(Path target, List<Finding> notices) {
        ObjectNode document = CommandOptions.mapper().createObjectNode().put("file", target.toString());
        ArrayNode list = document.putArray("notices");
        for (Finding notice : notices) {
            list.addObject()
                    .put("code", notice.code())
                    .put("where", notice.where())
                    .put("message", notice.message().in(options.language()));
        }
        return document;
    }

    private String text(Path target, List<Finding> notices) {
        StringBuilder text = new StringBuilder(target.toString());
        for (Finding notice : notices) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(notice.code())
                    .append(": ")
                    .append(notice.message().in(options.language()));
        }
        return text.toString();
    }
}
