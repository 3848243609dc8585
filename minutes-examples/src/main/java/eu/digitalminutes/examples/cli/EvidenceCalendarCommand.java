// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.renewal.DueRenewal;
import eu.digitalminutes.archive.renewal.EvidenceCalendar;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.evidence.AlgorithmPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what of an archive must be renewed by when, and why. */
@Command(name = "calendar", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class EvidenceCalendarCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Option(names = "--policy", paramLabel = "FILE.properties")
    private @Nullable Path policy;

    @Option(names = "--margin", paramLabel = "DAYS", defaultValue = "180")
    private int margin;

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable Instant at;

    @Option(names = "--ics", paramLabel = "FILE.ics")
    private @Nullable Path ics;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        AlgorithmPolicy ends = policy == null ? AlgorithmPolicy.etsi() : AlgorithmPolicy.read(policy);
        EvidenceCalendar calendar = EvidenceCalendar.of(evidence.store().runs(), ends, Duration.ofDays(margin));
        int due = calendar.dueAt(at == null ? Instant.now() : at).size();
        if (ics != null) {
            PendingFile.write(
                    options.output(ics), calendar.icalendar(options.language()).getBytes(StandardCharsets.UTF_8));
        }
        ObjectNode json = CommandOptions.mapper()
                .createObjectNode()
                .put("policy", ends.source())
                .put("marginDays", margin)
                .put("due", due);
        var entries = json.putArray("entries");
        StringBuilder text = new StringBuilder(options.word(due == 0 ? "evidence.none-due" : "evidence.due"));
        for (DueRenewal entry : calendar.entries()) {
            entries.addObject()
                    .put("run", entry.run().number())
                    .put("cause", entry.cause().name())
                    .put("remedy", entry.cause().remedy().code())
                    .put("subject", entry.subject())
                    .put("end", entry.end().toString())
                    .put("due", entry.due().toString())
                    .put("message", entry.message().in(options.language()));
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(entry.due().atZone(ZoneOffset.UTC).toLocalDate())
                    .append("  ")
                    .append(entry.message().in(options.language()));
        }
        options.result(json, text.toString());
        return due == 0 ? ExitCode.OK : ExitCode.NEGATIVE;
    }
}
