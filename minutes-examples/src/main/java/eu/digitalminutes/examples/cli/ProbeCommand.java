// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.media.MediaCondition;
import eu.digitalminutes.core.media.MediaContainer;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.MediaProbe;
import eu.digitalminutes.core.media.MediaTrack;
import eu.digitalminutes.core.media.crosscheck.CrossCheck;
import eu.digitalminutes.core.media.crosscheck.Ffprobe;
import eu.digitalminutes.core.media.crosscheck.MediaExaminer;
import eu.digitalminutes.core.media.crosscheck.Mediainfo;
import eu.digitalminutes.core.outcome.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of recordings what they are, whether they are whole, and whether they may be preserved. */
@Command(name = "probe", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ProbeCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--deep")
    private boolean deep;

    @Option(names = "--cross-check", split = ",", paramLabel = "PROGRAM")
    private List<String> programs = List.of();

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        List<MediaExaminer> examiners =
                programs.stream().map(ProbeCommand::examiner).toList();
        ArrayNode document = CommandOptions.mapper().createArrayNode();
        List<String> text = new ArrayList<>();
        int code = ExitCode.OK;
        for (Path file : files) {
            MediaFacts facts = deep ? MediaProbe.deep(file, options.task()) : MediaProbe.probe(file, options.task());
            List<Finding> problems = new ArrayList<>(facts.problems());
            problems.addAll(CrossCheck.of(facts, file, examiners));
            document.add(tree(file, facts, problems));
            text.add(text(file, facts, problems));
            code = facts.condition().compareTo(MediaCondition.DAMAGED) >= 0 ? ExitCode.NEGATIVE : code;
        }
        options.result(document, String.join(System.lineSeparator(), text));
        return code;
    }

    private static MediaExaminer examiner(String program) {
        return switch (program) {
            case "ffprobe" -> Ffprobe.installed();
            case "mediainfo" -> Mediainfo.installed();
            default ->
                throw new IllegalArgumentException(
                        "--cross-check " + program + " is unknown; use ffprobe, mediainfo or both");
        };
    }

    private ObjectNode tree(Path file, MediaFacts facts, List<Finding> found) {
        ObjectNode one = CommandOptions.mapper().createObjectNode();
        one.put("file", file.toString()).put("bytes", facts.bytes());
        one.put(
                "container",
                facts.container() == MediaContainer.NONE
                        ? null
                        : facts.container().name());
        one.put("mimeType", facts.mediaType()).put("puid", facts.puid().orElse(null));
        one.put("durationSeconds", facts.duration().map(ProbeCommand::seconds).orElse(null));
        ArrayNode tracks = one.putArray("tracks");
        for (MediaTrack track : facts.tracks()) {
            ObjectNode node = tracks.addObject();
            node.put("kind", lower(track.kind())).put("codec", track.codec()).put("profile", track.profile());
            put(node, "width", track.width());
            put(node, "height", track.height());
            put(node, "sampleRate", track.sampleRate());
            put(node, "channels", track.channels());
        }
        one.put("complete", lower(facts.complete()));
        one.put("condition", lower(facts.condition()));
        one.put("agidPreservation", lower(facts.preservation()));
        one.put("agidReason", facts.preservationReason().in(options.language()));
        ArrayNode problems = one.putArray("problems");
        for (Finding problem : found) {
            problems.addObject()
                    .put("code", problem.code())
                    .put("severity", problem.severity().name())
                    .put("message", problem.message().in(options.language()));
        }
        return one;
    }

    private static void put(ObjectNode node, String key, OptionalInt value) {
        if (value.isPresent()) {
            node.put(key, value.getAsInt());
        } else {
            node.putNull(key);
        }
    }

    private String text(Path file, MediaFacts facts, List<Finding> found) {
        String length = facts.duration()
                .map(duration -> String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d.%03d",
                        duration.toHours(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart(),
                        duration.toMillisPart()))
                .orElse("?");
        StringBuilder text = new StringBuilder(file + ": " + options.word("probe." + lower(facts.condition())));
        line(
                text,
                facts.container() + "  " + facts.mediaType() + "  "
                        + facts.puid().orElse("-"));
        line(
                text,
                options.word("probe.duration") + " " + length + ", " + facts.bytes() + " B, "
                        + options.word("probe.complete") + " "
                        + options.word("probe.answer." + lower(facts.complete())));
        for (MediaTrack track : facts.tracks()) {
            line(text, track(track));
        }
        line(
                text,
                options.word("probe.preservation") + " "
                        + options.word("probe.answer." + lower(facts.preservation())) + ": "
                        + facts.preservationReason().in(options.language()));
        return text.append(options.lines(found)).toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(System.lineSeparator()).append("  ").append(line);
    }

    private static String track(MediaTrack track) {
        StringBuilder text = new StringBuilder(track.toString());
        track.width()
                .ifPresent(width -> text.append(", ")
                        .append(width)
                        .append('x')
                        .append(track.height().orElse(0)));
        track.sampleRate().ifPresent(rate -> text.append(", ").append(rate).append(" Hz"));
        track.channels()
                .ifPresent(channels -> text.append(", ").append(channels).append(" ch"));
        return text.toString();
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).setScale(6, RoundingMode.HALF_UP);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
