// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened, as the sentence that the act has for it: facts that need nothing but their own words and names. */
final class ActFact {
    private final Words words;
    private final Meeting meeting;

    ActFact(Words words, Meeting meeting) {
        this.words = words;
        this.meeting = meeting;
    }

    Optional<String> sentence(Occurrence what) {
        if (what instanceof Attending attending) {
            return attending(attending);
        } else if (what instanceof Conduct conduct) {
            return conduct(conduct);
        } else if (what instanceof Business business) {
            return business(business);
        } else if (what instanceof Voting.ScrutineersNamed named) {
            String names = named.seats().stream().map(this::who).collect(Collectors.joining(", "));
            return say("event.scrutineers", "", names);
        } else if (what instanceof Voting.VoteAnnulled annulled) {
            return say("event.vote.annulled", annulled.reason());
        } else if (what instanceof Filming.FilmingAnnounced announced) {
            return announced.text().isBlank()
                    ? say("event.filming.announced", "")
                    : say("event.filming.announced.text", "", announced.text());
        } else if (what instanceof Filming.RecordingStarted started) {
            return say("event.recording.started", "", started.part());
        } else if (what instanceof Filming.RecordingStopped stopped) {
            return say("event.recording.stopped", stopped.reason(), stopped.part());
        }
        return Optional.empty();
    }

    private Optional<String> attending(Attending what) {
        if (what instanceof Attending.Left left) {
            return say("event.left", left.cause(), who(left.seat()));
        } else if (what instanceof Attending.ConnectionLost lost) {
            return say("event.connection.lost", "", who(lost.seat()));
        } else if (what instanceof Attending.ConnectionRegained regained) {
            String how = regained.identification().in(words.locale());
            return how.isBlank()
                    ? say("event.connection.regained", "", who(regained.seat()))
                    : say("event.connection.regained.identified", "", who(regained.seat()), how);
        } else if (what instanceof Attending.Identified identified) {
            return say(
                    "event.identified",
                    "",
                    who(identified.seat()),
                    identified.identification().in(words.locale()));
        } else if (what instanceof Attending.OnMission mission) {
            return say("event.mission", mission.reason(), who(mission.seat()));
        } else if (what instanceof Attending.Substituted substituted) {
            String key = substituted.item().isEmpty() ? "event.substituted" : "event.substituted.item";
            return say(
                    key,
                    substituted.reason(),
                    who(substituted.by()),
                    who(substituted.seat()),
                    number(substituted.item()));
        } else if (what instanceof Attending.Recused recused) {
            return isSecret(recused.item())
                    ? Optional.empty()
                    : say("event.recused", "", who(recused.seat()), number(recused.item()));
        }
        return Optional.empty();
    }

    private Optional<String> conduct(Conduct what) {
        if (what instanceof Conduct.Opened opened) {
            return say("event.opened", "", who(opened.president()), who(opened.secretary()));
        } else if (what instanceof Conduct.ChairTaken taken) {
            return say("event.chair.taken", taken.reason(), who(taken.seat()));
        } else if (what instanceof Conduct.SecretaryTaken taken) {
            String key = taken.item().isEmpty() ? "event.secretary.taken" : "event.secretary.taken.item";
            return say(key, taken.reason(), who(taken.seat()), number(taken.item()));
        } else if (what instanceof Conduct.QuorumChallenged challenged) {
            return say("event.quorum.challenged", "", who(challenged.seat()));
        } else if (what instanceof Conduct.WentSecret went) {
            return say("event.went.secret", went.reason());
        } else if (what instanceof Conduct.WentPublic) {
            return say("event.went.public", "");
        } else if (what instanceof Conduct.Deserted deserted) {
            return say("event.deserted", deserted.reason());
        } else if (what instanceof Conduct.Cancelled cancelled) {
            return say("event.cancelled", cancelled.reason());
        } else if (what instanceof Conduct.Dissolved dissolved) {
            return say("event.dissolved", dissolved.reason());
        }
        return Optional.empty();
    }

    private Optional<String> business(Business what) {
        if (what instanceof Business.Noted noted) {
            return say("event.noted", "", noted.text());
        } else if (what instanceof Business.Filed filed) {
            return say("event.filed", "", who(filed.seat()), filed.annex());
        } else if (what instanceof Business.ItemAdded added) {
            return ofItem("event.item.added", added.item(), added.reason());
        } else if (what instanceof Business.ItemPostponed postponed) {
            return ofItem("event.item.postponed", postponed.item(), postponed.reason());
        } else if (what instanceof Business.ItemWithdrawn withdrawn) {
            return ofItem("event.item.withdrawn", withdrawn.item(), withdrawn.reason());
        }
        return Optional.empty();
    }

    /** Of a secret item only its number is told. */
    private Optional<String> ofItem(String key, String item, String reason) {
        return say(key, isSecret(item) ? "" : reason, number(item));
    }

    private Optional<String> say(String key, String reason, Object... arguments) {
        String sentence = words.say(key, arguments);
        return Optional.of(reason.isBlank() ? sentence : words.say("event.reason", sentence, reason.strip()));
    }

    private boolean isSecret(String item) {
        return meeting.item(item).publicity() == Publicity.SECRET;
    }

    private String number(String item) {
        return item.isEmpty() ? "" : meeting.item(item).number();
    }

    private String who(String seat) {
        return ActHead.named(words, meeting.seat(seat));
    }
}
