// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.exchange.DeliberationJson;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.exchange.RulesJson;
import eu.digitalminutes.core.exchange.agenda.AgendaImport;
import eu.digitalminutes.core.exchange.agenda.HallMarks;
import eu.digitalminutes.core.exchange.akn.AkomaNtoso;
import eu.digitalminutes.core.exchange.attendance.AttendanceLog;
import eu.digitalminutes.core.exchange.attendance.AttendanceOptions;
import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.live.EventJournal;
import eu.digitalminutes.core.media.MediaChapters;
import eu.digitalminutes.core.media.MediaMap;
import eu.digitalminutes.core.media.MediaProbe;
import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.examples.stories.DeliberationIter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What minutes-core reads from strangers: its own JSON, and the files of every importer. */
final class CoreTargets {
    private final Path folder;
    private final Seed facts;

    CoreTargets(Path folder) throws IOException {
        this.folder = folder;
        this.facts = Texts.demo("minutes.json");
    }

    List<Target> all() throws IOException {
        return List.of(
                Target.ofBytes("minutes", List.of(facts), one -> useOf(MinutesJson.read(one.bytes()))),
                Target.ofBytes("rules", rules(), one -> RulesJson.write(RulesJson.read(one.bytes()))),
                Target.ofBytes("deliberation", deliberations(), one -> {
                    DeliberationJson.write(DeliberationJson.read(one.bytes()));
                }),
                Target.ofFiles("journal", List.of(journal()), this::journal),
                Target.ofBytes("attendance", attendance(), CoreTargets::attendance),
                Target.ofBytes("agenda", Texts.AGENDAS, one -> AgendaImport.read(one.name(), one.bytes())),
                Target.ofBytes("marks", Texts.MARKS, one -> HallMarks.read(one.name(), one.bytes())),
                Target.ofBytes("captions", captions(), one -> {
                    Captions.read(one.name(), one.bytes()).toWebVtt();
                }),
                Target.ofFiles("media", media(), this::media),
                Target.ofBytes("akn", debates(), one -> {
                    AkomaNtoso.write(AkomaNtoso.read(one.bytes()));
                }));
    }

    /** What is accepted can be checked, written and shown. */
    private static void useOf(Minutes minutes) {
        MinutesChecker.check(minutes);
        MinutesJson.write(minutes);
        AkomaNtoso.write(PublicView.of(minutes, "riservato"));
    }

    private static List<Seed> rules() {
        return List.of(
                new Seed("council.json", RulesJson.write(LocalRules.ordinaryCouncil())),
                new Seed("board.json", RulesJson.write(LocalRules.executiveBoard())));
    }

    private List<Seed> deliberations() throws IOException {
        Path act = folder.resolve("act.json");
        DeliberationIter.main(new String[] {"12500.00", act.toString()});
        return List.of(Seed.of(act));
    }

    private Seed journal() throws IOException {
        Path file = folder.resolve("events.jsonl");
        try (EventJournal journal = EventJournal.open(file)) {
            for (var event : MinutesJson.read(facts.bytes()).meeting().events()) {
                journal.append(event);
            }
        }
        return Seed.of(file);
    }

    private void journal(Seed damaged) throws IOException {
        EventJournal.open(Files.write(folder.resolve("damaged.jsonl"), damaged.bytes()))
                .close();
    }

    private static List<Seed> attendance() throws IOException {
        List<Seed> seeds = new ArrayList<>(Texts.ATTENDANCE);
        String zoned = Texts.ATTENDANCE.stream()
                .map(one -> new String(one.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        seeds.add(new Seed("teams16.csv", ("\ufeff" + zoned).getBytes(StandardCharsets.UTF_16LE)));
        seeds.addAll(Seed.in(Seed.shared("samples/attendance"), ".csv", ".jsonl", "dashboard.json"));
        seeds.addAll(Seed.in(Seed.shared("samples/bbb"), ".xml"));
        return seeds;
    }

    private static void attendance(Seed damaged) {
        AttendanceOptions options =
                AttendanceOptions.none().withZone(ZoneId.of("Europe/Rome")).withDate(LocalDate.of(2025, 3, 10));
        AttendanceLog.read(damaged.name(), damaged.bytes(), options);
    }

    /** The head of a recording holds its tables; the tables of others end theirs. */
    private static List<Seed> media() throws IOException {
        byte[] recording = Texts.demo("recording.mp4").bytes();
        List<Seed> seeds = new ArrayList<>();
        seeds.add(new Seed("head.mp4", Arrays.copyOf(recording, 60_000)));
        seeds.addAll(Seed.in(
                Seed.shared("media/variants"), ".mp4", ".mkv", ".webm", ".wav", ".ogg", ".mp3", ".ts", ".avi", ".m4a"));
        return seeds;
    }

    private void media(Seed damaged) throws IOException {
        Path file = Files.write(folder.resolve("damaged.media"), damaged.bytes());
        MediaProbe.deep(file);
        MediaChapters.of(file);
        MediaMap map = MediaMap.of(file);
        map.timeOf(new ByteRange(0, damaged.bytes().length + 1L));
        map.bytesOf(new MediaSpan(Duration.ZERO, Duration.ofDays(1)));
        map.structure();
    }

    private static List<Seed> captions() throws IOException {
        List<Seed> seeds = new ArrayList<>(Texts.CAPTIONS);
        seeds.add(Texts.demo("captions.it.vtt"));
        seeds.addAll(Seed.in(Seed.shared("samples/media"), ".vtt"));
        return seeds;
    }

    private List<Seed> debates() throws IOException {
        PublicView view = PublicView.of(MinutesJson.read(facts.bytes()), "riservato");
        List<Seed> seeds = new ArrayList<>();
        seeds.add(new Seed("debate.xml", AkomaNtoso.write(view)));
        seeds.addAll(Seed.in(Seed.shared("samples/akn"), ".akn.xml", "wd17.xml"));
        return seeds;
    }
}
