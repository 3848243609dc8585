// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.Minutes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Minutes as a debate. What they hold is told: who wants a public one gives public minutes. */
final class MinutesDebate {
    private final Minutes minutes;
    private final Meeting meeting;
    private final MinutesEntities entities;
    private final Course course;

    private MinutesDebate(Minutes minutes) {
        this.minutes = minutes;
        this.meeting = minutes.meeting();
        this.entities = new MinutesEntities(meeting);
        this.course = Course.of(meeting);
    }

    static Debate of(Minutes minutes) {
        return new MinutesDebate(minutes).debate();
    }

    private Debate debate() {
        MinutesChecks checks = new MinutesChecks(minutes, course, entities);
        SectionStack stack = new MinutesSections(meeting, course, entities, checks).walk();
        DebateHead head =
                new DebateHead("minutes", uri(), day(), "it", "ita", MinutesEntities.ORGAN, preface(), conclusions());
        List<DebateRecording> recordings = minutes.recordings().stream()
                .map(part -> recording(part, stack.begun()))
                .toList();
        return new Debate(
                head,
                entities.list(),
                checks.list(),
                stack.sections(),
                recordings,
                attachments(),
                Optional.of(minutes),
                List.of());
    }

    private LocalDate day() {
        return meeting.openedAt().orElse(meeting.scheduledAt()).toLocalDate();
    }

    private String body() {
        return meeting.municipality().ipaCode().toLowerCase(Locale.ROOT);
    }

    private String uri() {
        return "/akn/it/debate/minutes/" + body() + "/" + day() + "/"
                + meeting.organ().kind().code() + "-" + meeting.id().year() + "-"
                + meeting.id().number();
    }

    private List<DebateBlock> preface() {
        String number = meeting.id().number() + "/" + meeting.id().year();
        DateTimeFormatter italian = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ITALIAN);
        return List.of(
                new DebateBlock(
                        "p",
                        "",
                        List.of(new DebateText(
                                "docProponent", Map.of(), meeting.municipality().name()))),
                new DebateBlock(
                        "p",
                        "",
                        List.of(new DebateText(
                                "docAuthority", Map.of(), meeting.organ().name()))),
                new DebateBlock(
                        "p",
                        "",
                        List.of(
                                new DebateText("docType", Map.of(), "Verbale"),
                                DebateText.plain(" della "),
                                new DebateText("session", Map.of("value", number), "seduta n. " + number),
                                DebateText.plain(" del "),
                                new DebateText("docDate", Map.of("date", day().toString()), italian.format(day())))),
                DebateBlock.of(
                        "p",
                        "Seduta " + meeting.kind().label().italian() + ", "
                                + meeting.publicity().label().italian() + ", "
                                + meeting.mode().label().italian() + ", in "
                                + (meeting.call() == 1 ? "prima" : "seconda") + " convocazione; " + meeting.place()));
    }

    private List<DebateBlock> conclusions() {
        List<DebateBlock> blocks = new ArrayList<>();
        for (Seat seat : course.presidents()) {
            blocks.add(signature(entities.chair(), "Il Presidente", seat));
        }
        for (Seat seat : course.secretaries()) {
            blocks.add(signature(entities.pen(), "Il Segretario", seat));
        }
        return blocks;
    }

    private DebateBlock signature(String role, String words, Seat seat) {
        String person = entities.person(seat.id()).substring(1);
        return new DebateBlock(
                "p",
                "",
                List.of(
                        DebateText.referring("role", role.substring(1), words),
                        DebateText.plain(" "),
                        DebateText.referring("signature", person, seat.person().fullName())));
    }

    private static DebateRecording recording(RecordingPart part, List<SectionStack.Begun> begun) {
        return new DebateRecording(
                part,
                begun.stream()
                        .filter(one -> part.covers(one.at()))
                        .map(one -> new DebateRecording.Mark("#" + one.id(), part.offsetOf(one.at())))
                        .toList());
    }

    private List<DebateAttachment> attachments() {
        List<DebateAttachment> attachments = new ArrayList<>();
        for (RecordingPart part : minutes.recordings()) {
            attachments.add(attachment("recording", "Registrazione audiovisiva", part.name(), part.name()));
        }
        for (Annex annex : minutes.annexes()) {
            String title = annex.title().isBlank() ? annex.name() : annex.title();
            attachments.add(attachment("annex", annex.kind().label().italian(), annex.name(), title));
        }
        return attachments;
    }

    private DebateAttachment attachment(String kind, String heading, String name, String title) {
        return new DebateAttachment(heading, "/akn/it/doc/" + kind + "/" + body() + "/" + day() + "/" + name, title);
    }
}
