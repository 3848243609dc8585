// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.proposal.Proposal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What happened, each in a line of Italian, with time and persons marked. */
final class MinutesLines {
    private final Meeting meeting;
    private final MinutesEntities entities;

    MinutesLines(Meeting meeting, MinutesEntities entities) {
        this.meeting = meeting;
        this.entities = entities;
    }

    /** The hour and minute, with the whole instant in the mark. */
    static DebateText time(OffsetDateTime at) {
        String clock = String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute());
        return new DebateText("recordedTime", Map.of("time", AknWriter.dateTime(at)), clock);
    }

    /** The line about something; empty for what has a section of its own, or no line. */
    Optional<DebateBlock> of(Occurrence what, OffsetDateTime at) {
        if (what instanceof Attending attending) {
            return attending(attending, at);
        } else if (what instanceof Conduct conduct) {
            return Optional.of(conduct(conduct, at));
        } else if (what instanceof Business business) {
            return business(business, at);
        } else if (what instanceof Voting.ScrutineersNamed named) {
            return Optional.of(scrutineers(named, at));
        } else if (what instanceof Filming.RecordingStarted) {
            return line("scene", at, "", "Inizia la registrazione");
        } else if (what instanceof Filming.RecordingStopped stopped) {
            return line("scene", at, "", "La registrazione si ferma" + because(stopped.reason()));
        } else if (what instanceof Filming.FilmingAnnounced announced) {
            return line("scene", at, "", "I presenti sono informati delle riprese" + because(announced.text()));
        }
        return Optional.empty();
    }

    private Optional<DebateBlock> attending(Attending what, OffsetDateTime at) {
        if (what instanceof Attending.Joined joined) {
            return line(
                    "p",
                    at,
                    joined.seat(),
                    " è presente " + joined.mode().label().italian());
        } else if (what instanceof Attending.Left left) {
            return line("scene", at, left.seat(), " esce" + because(left.cause()));
        } else if (what instanceof Attending.ConnectionLost lost) {
            return line("scene", at, lost.seat(), " perde il collegamento");
        } else if (what instanceof Attending.ConnectionRegained regained) {
            return line("scene", at, regained.seat(), " è di nuovo in collegamento");
        } else if (what instanceof Attending.Identified identified) {
            return line("scene", at, identified.seat(), " è identificato");
        } else if (what instanceof Attending.Excused excused) {
            return line("p", at, excused.seat(), " è assente giustificato" + because(excused.reason()));
        } else if (what instanceof Attending.OnMission mission) {
            return line("p", at, mission.seat(), " è in missione" + because(mission.reason()));
        } else if (what instanceof Attending.Recused recused) {
            return line(
                    "scene",
                    at,
                    recused.seat(),
                    " è tenuto ad astenersi sul punto "
                            + meeting.item(recused.item()).number());
        } else if (what instanceof Attending.Substituted one) {
            String until = one.item().isEmpty()
                    ? ""
                    : " per il punto " + meeting.item(one.item()).number();
            List<DebateText> texts = begun(at);
            texts.add(entities.named(one.by()));
            texts.add(DebateText.plain(" sostituisce "));
            texts.add(entities.named(one.seat()));
            texts.add(DebateText.plain(until + because(one.reason())));
            return Optional.of(new DebateBlock("scene", "", texts));
        }
        return Optional.empty();
    }

    private DebateBlock conduct(Conduct what, OffsetDateTime at) {
        if (what instanceof Conduct.Opened opened) {
            List<DebateText> texts = begun(at, "startEvent");
            texts.add(new DebateText(
                    "person",
                    Map.of("refersTo", entities.person(opened.president()), "as", entities.chair()),
                    meeting.seat(opened.president()).person().fullName()));
            texts.add(DebateText.plain(" apre la seduta; verbalizza "));
            texts.add(new DebateText(
                    "person",
                    Map.of("refersTo", entities.person(opened.secretary()), "as", entities.pen()),
                    meeting.seat(opened.secretary()).person().fullName()));
            return new DebateBlock("p", "", texts);
        } else if (what instanceof Conduct.ChairTaken taken) {
            return someone("scene", at, taken.seat(), " assume la presidenza" + because(taken.reason()));
        } else if (what instanceof Conduct.SecretaryTaken taken) {
            return someone("scene", at, taken.seat(), " assume la verbalizzazione" + because(taken.reason()));
        } else if (what instanceof Conduct.QuorumChallenged challenged) {
            return someone("scene", at, challenged.seat(), " chiede la verifica del numero legale");
        }
        return new DebateBlock(isClosing(what) ? "p" : "scene", "", closing(what, at));
    }

    private static boolean isClosing(Conduct what) {
        return what instanceof Conduct.Closed
                || what instanceof Conduct.Dissolved
                || what instanceof Conduct.Deserted
                || what instanceof Conduct.Cancelled;
    }

    private static List<DebateText> closing(Conduct what, OffsetDateTime at) {
        List<DebateText> texts = begun(at, isClosing(what) ? "endEvent" : "");
        texts.add(DebateText.plain(words(what)));
        return texts;
    }

    private static String words(Conduct what) {
        if (what instanceof Conduct.QuorumVerified) {
            return "Verifica del numero legale";
        } else if (what instanceof Conduct.WentSecret secret) {
            return "La seduta prosegue in forma segreta" + because(secret.reason());
        } else if (what instanceof Conduct.WentPublic) {
            return "La seduta torna pubblica";
        } else if (what instanceof Conduct.Suspended suspended) {
            return "La seduta è sospesa" + because(suspended.reason());
        } else if (what instanceof Conduct.Resumed) {
            return "La seduta riprende";
        } else if (what instanceof Conduct.Deserted deserted) {
            return "La seduta è deserta" + because(deserted.reason());
        } else if (what instanceof Conduct.Cancelled cancelled) {
            return "La seduta è revocata" + because(cancelled.reason());
        } else if (what instanceof Conduct.Dissolved dissolved) {
            return "La seduta è sciolta" + because(dissolved.reason());
        }
        return "La seduta è chiusa";
    }

    private Optional<DebateBlock> business(Business what, OffsetDateTime at) {
        if (what instanceof Business.Noted noted) {
            return line("narrative", at, "", noted.text());
        } else if (what instanceof Business.ItemAdded added) {
            String number = meeting.item(added.item()).number();
            return line("summary", at, "", "È aggiunto il punto " + number + because(added.reason()));
        } else if (what instanceof Business.ItemClosed closed) {
            return line(
                    "summary",
                    at,
                    "",
                    "È chiuso il punto " + meeting.item(closed.item()).number());
        } else if (what instanceof Business.ItemPostponed one) {
            String number = meeting.item(one.item()).number();
            return line("summary", at, "", "È rinviato il punto " + number + because(one.reason()));
        } else if (what instanceof Business.ItemWithdrawn one) {
            String number = meeting.item(one.item()).number();
            return line("summary", at, "", "È ritirato il punto " + number + because(one.reason()));
        } else if (what instanceof Business.Filed filed) {
            return line("summary", at, filed.seat(), " deposita " + filed.annex());
        }
        return Optional.empty();
    }

    private DebateBlock scrutineers(Voting.ScrutineersNamed named, OffsetDateTime at) {
        List<DebateText> texts = begun(at);
        texts.add(DebateText.plain("Scrutatori: "));
        String before = "";
        for (String seat : named.seats()) {
            texts.add(DebateText.plain(before));
            texts.add(entities.named(seat));
            before = ", ";
        }
        return new DebateBlock("summary", "", texts);
    }

    DebateBlock quorum(DebateCheck check) {
        List<DebateText> texts = new ArrayList<>();
        String before = "";
        for (DebateCheck.Figure figure : check.figures()) {
            texts.add(DebateText.plain(before + entities.words(figure.meaning()) + ": "));
            texts.add(new DebateText(
                    "quantity", Map.of("refersTo", figure.meaning(), "normalized", figure.value()), figure.value()));
            before = "; ";
        }
        return new DebateBlock("p", "", texts);
    }

    DebateBlock proposal(Proposal proposal) {
        StringBuilder words = new StringBuilder("Proposta " + proposal.reference());
        words.append(proposal.proponent().isEmpty() ? "" : " di " + proposal.proponent());
        proposal.opinions()
                .forEach(opinion -> words.append("; parere ")
                        .append(opinion.kind().label().italian())
                        .append(": ")
                        .append(opinion.outcome().label().italian())
                        .append(" (")
                        .append(opinion.officer())
                        .append(")"));
        return DebateBlock.of("summary", words.toString());
    }

    private Optional<DebateBlock> line(String element, OffsetDateTime at, String seat, String words) {
        return Optional.of(someone(element, at, seat, words));
    }

    private DebateBlock someone(String element, OffsetDateTime at, String seat, String words) {
        List<DebateText> texts = begun(at);
        if (!seat.isEmpty()) {
            texts.add(entities.named(seat));
        }
        texts.add(DebateText.plain(words));
        return new DebateBlock(element, "", texts);
    }

    private static List<DebateText> begun(OffsetDateTime at) {
        return begun(at, "");
    }

    private static List<DebateText> begun(OffsetDateTime at, String type) {
        DebateText time = time(at);
        if (!type.isEmpty()) {
            time = new DebateText(time.element(), Map.of("time", time.attribute("time"), "type", type), time.text());
        }
        return new ArrayList<>(List.of(time, DebateText.plain(" ")));
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : ": " + reason;
    }
}
