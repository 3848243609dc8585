// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.exchange.captions.Cue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads captions, and writes them as WebVTT. */
@Command(name = "captions", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ImportCaptionsCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("captions.vtt");

    @Option(names = "--out", paramLabel = "FILE.vtt")
    private @Nullable Path out;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Captions captions = Captions.read(file);
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("language", captions.language().orElse(null));
        ArrayNode cues = document.putArray("cues");
        for (Cue cue : captions.cues()) {
            cues.addObject()
                    .put("from", seconds(cue.from()))
                    .put("to", seconds(cue.to()))
                    .put("speaker", cue.speaker())
                    .put("text", cue.text());
        }
        document.set("notices", options.tree(captions.notices()));
        if (out != null) {
            captions.writeWebVtt(options.output(out));
            document.put("file", out.toString());
        }
        String text = out == null
                ? captions.toWebVtt().stripTrailing()
                : out + "  " + captions.cues().size();
        options.result(document, text + options.lines(captions.notices()));
        return ExitCode.OK;
    }

    static BigDecimal seconds(Duration offset) {
        return BigDecimal.valueOf(offset.toMillis(), 3);
    }
}
