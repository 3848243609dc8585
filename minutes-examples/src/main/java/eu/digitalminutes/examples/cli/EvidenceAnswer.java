// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.renewal.EvidenceRun;
import eu.digitalminutes.archive.renewal.RunOutcome;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Runs over an archive, as the command line tells them. */
final class EvidenceAnswer {
    private EvidenceAnswer() {}

    /** Tells what came of a run; the exit code is 1 if an object was altered. */
    static int give(RunOutcome outcome, CommandOptions options) {
        List<EvidenceRun> runs = outcome.run().map(List::of).orElse(List.of());
        ObjectNode json = tree(runs);
        json.put("resumed", outcome.resumed());
        json.put("verdict", outcome.report().verdict().name());
        json.set("findings", options.tree(outcome.report().findings()));
        options.result(
                json,
                text(runs, options)
                        + resumed(outcome, options)
                        + options.lines(outcome.report().findings()));
        return ExitCode.of(outcome.report().verdict());
    }

    private static String resumed(RunOutcome outcome, CommandOptions options) {
        return outcome.resumed() == 0
                ? ""
                : System.lineSeparator() + MessageFormat.format(options.word("evidence.resumed"), outcome.resumed());
    }

    static ObjectNode tree(List<EvidenceRun> runs) {
        ObjectNode json = CommandOptions.mapper().createObjectNode();
        var list = json.putArray("runs");
        for (EvidenceRun run : runs) {
            ObjectNode one = list.addObject()
                    .put("number", run.number())
                    .put("kind", run.kind().code())
                    .put("hash", run.function().standardName())
                    .put("objects", run.objects())
                    .put("time", run.stamp().time().toString())
                    .put("authority", run.stamp().authority())
                    .put(
                            "certificateEnd",
                            run.stamp().certificateEnd().map(Instant::toString).orElse(""));
            run.covers().forEach(one.putArray("covers")::add);
        }
        return json;
    }

    static String text(List<EvidenceRun> runs, CommandOptions options) {
        if (runs.isEmpty()) {
            return options.word("evidence.nothing");
        }
        StringBuilder text = new StringBuilder();
        for (EvidenceRun run : runs) {
            text.append(text.length() == 0 ? "" : System.lineSeparator())
                    .append(String.format(
                            Locale.ROOT,
                            "%4d  %-8s  %-8s  %8d  %s  %s",
                            run.number(),
                            run.kind().code(),
                            run.function().standardName(),
                            run.objects(),
                            run.stamp().time(),
                            run.stamp().authority()));
        }
        return text.toString();
    }
}
