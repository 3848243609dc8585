// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.content.TreedFingerprint;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.media.MediaCondition;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.MediaProbe;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a recording into minutes: looks whether it is whole, and makes its digest and its tree in one reading. */
@Command(
        name = "recording",
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true)
final class ImportRecordingCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("recording.mp4");

    @Option(names = "--minutes", required = true, paramLabel = "MINUTES.json")
    private Path minutes = Path.of("minutes.json");

    @Option(names = "--out", required = true, paramLabel = "MINUTES.json")
    private Path out = Path.of("minutes.json");

    @Option(names = "--part", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--start", paramLabel = "INSTANT")
    private @Nullable String start;

    @Option(names = "--tree", paramLabel = "FILE.tree")
    private @Nullable Path tree;

    @Option(names = "--damaged")
    private boolean damaged;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Path target = options.output(out);
        Path beside = file.resolveSibling(ChunkTree.nameFor(String.valueOf(file.getFileName())));
        Path treeFile = options.output(tree == null ? beside : tree);
        Minutes facts = MinutesJson.read(minutes);
        String part = name == null ? String.valueOf(file.getFileName()) : name;
        MediaFacts media = MediaProbe.probe(file, options.task());
        requireSound(media);
        TreedFingerprint made = Fingerprinter.fingerprintWithTree(file, options.task());
        Minutes more = with(facts, part, media, made);
        part = nameOf(more, made);
        made.tree().write(treeFile);
        MinutesJson.write(more, target);
        ObjectNode answer = CommandOptions.mapper().createObjectNode();
        answer.put("part", part)
                .put("mediaType", media.mediaType())
                .put("bytes", made.fingerprint().bytes())
                .put("sha256", made.fingerprint().digest().hex())
                .put("treeRoot", made.tree().root().hex())
                .put("tree", treeFile.toString())
                .put("file", target.toString());
        options.result(
                answer,
                part + "  SHA-256 " + made.fingerprint().digest().hex() + System.lineSeparator() + target
                        + System.lineSeparator() + treeFile);
        return ExitCode.OK;
    }

    private static String nameOf(Minutes facts, TreedFingerprint made) {
        return facts.recordings().stream()
                .filter(one -> one.fingerprint().equals(made.fingerprint()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private void requireSound(MediaFacts media) {
        String problems = media.problems().stream()
                .map(Finding::message)
                .map(message -> message.in(options.language()))
                .collect(Collectors.joining(" "));
        if (media.condition().compareTo(MediaCondition.DAMAGED) < 0) {
            return;
        } else if (!damaged) {
            throw new MinutesException(
                    "RECORDING_UNSOUND",
                    file + " is no whole recording: " + problems
                            + " Repair it before it is signed, or take it as it is with --damaged");
        }
        options.err().println("minutes: " + file + ": " + problems);
    }

    /** The minutes that name the recording; if they name it already, only its tree is added. */
    private Minutes with(Minutes facts, String part, MediaFacts media, TreedFingerprint made) {
        Optional<RecordingPart> named = facts.recordings().stream()
                .filter(one -> one.name().equals(part) || one.fingerprint().equals(made.fingerprint()))
                .findFirst();
        if (named.isPresent() && !named.get().fingerprint().equals(made.fingerprint())) {
            throw new MinutesException(
                    "RECORDING_CHANGED",
                    "the minutes name another " + part + ": digest expected "
                            + named.get().fingerprint().digest() + ", found "
                            + made.fingerprint().digest() + "; give this one another name with --part");
        } else if (named.isPresent()) {
            return facts.withTree(named.get().name(), made.tree().root());
        }
        RecordingPart added = RecordingPart.of(
                part,
                media.mediaType(),
                made.fingerprint(),
                start(facts, part),
                media.duration()
                        .orElseThrow(() -> new MinutesException(
                                "DURATION_UNKNOWN",
                                file + " does not say how long it is; convert it into a form that does")));
        return facts.withRecording(added.withTree(made.tree().root()));
    }

    /** When the first frame was taken: as given, else as the event says that began this part. */
    private OffsetDateTime start(Minutes facts, String part) {
        if (start != null) {
            try {
                return OffsetDateTime.parse(start, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "--start " + start + " is no instant with its zone, such as 2026-03-12T18:05:00+01:00", e);
            }
        }
        return facts.meeting().events().stream()
                .filter(event -> event.what() instanceof Filming.RecordingStarted began
                        && began.part().equals(part))
                .map(SessionEvent::at)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no event says when " + part + " began: give --start, such as 2026-03-12T18:05:00+01:00"));
    }
}
