// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.redaction;

import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is left of an event for the public: all of it, the bare fact, or nothing. */
final class ShownEvents {
    private final ShownAgenda agenda;
    private final Set<String> secretVotes = new HashSet<>();

    ShownEvents(Meeting full, ShownAgenda agenda) {
        this.agenda = agenda;
        for (SessionEvent event : full.events()) {
            if (event.what() instanceof Voting.VoteOpened opened && agenda.isSecret(opened.item())) {
                secretVotes.add(opened.vote());
            }
        }
    }

    Optional<Occurrence> of(Occurrence what, boolean closedDoors) {
        if (what instanceof Attending attending) {
            return attending(attending, closedDoors);
        } else if (what instanceof Conduct conduct) {
            return Optional.of(conduct(conduct, closedDoors));
        } else if (what instanceof Business business) {
            return business(business, closedDoors);
        } else if (what instanceof Voting voting) {
            return voting(voting, closedDoors);
        } else if (what instanceof Filming.RecordingStopped stopped && closedDoors) {
            return Optional.of(new Filming.RecordingStopped(stopped.part(), ""));
        }
        return Optional.of(what);
    }

    private Optional<Occurrence> attending(Attending what, boolean closedDoors) {
        if (what instanceof Attending.Joined joined) {
            return Optional.of(new Attending.Joined(joined.seat(), joined.mode(), Identification.none()));
        } else if (what instanceof Attending.ConnectionRegained regained) {
            return Optional.of(new Attending.ConnectionRegained(regained.seat(), Identification.none()));
        } else if (what instanceof Attending.Identified) {
            return Optional.empty();
        } else if (what instanceof Attending.Left left) {
            return Optional.of(new Attending.Left(left.seat(), ""));
        } else if (what instanceof Attending.Excused excused) {
            return Optional.of(new Attending.Excused(excused.seat(), ""));
        } else if (what instanceof Attending.OnMission mission) {
            return Optional.of(new Attending.OnMission(mission.seat(), ""));
        } else if (what instanceof Attending.Substituted substituted) {
            String item = agenda.idOf(substituted.item());
            return Optional.of(new Attending.Substituted(substituted.seat(), substituted.by(), item, ""));
        } else if (what instanceof Attending.Recused recused) {
            return closedDoors || agenda.isSecret(recused.item()) ? Optional.empty() : Optional.of(what);
        }
        return Optional.of(what);
    }

    private Occurrence conduct(Conduct what, boolean closedDoors) {
        if (what instanceof Conduct.ChairTaken taken) {
            return new Conduct.ChairTaken(taken.seat(), "");
        } else if (what instanceof Conduct.SecretaryTaken taken) {
            return new Conduct.SecretaryTaken(taken.seat(), agenda.idOf(taken.item()), "");
        } else if (what instanceof Conduct.WentSecret) {
            return new Conduct.WentSecret("");
        } else if (what instanceof Conduct.Suspended && closedDoors) {
            return new Conduct.Suspended("");
        } else if (what instanceof Conduct.Dissolved && closedDoors) {
            return new Conduct.Dissolved("");
        }
        return what;
    }

    private Optional<Occurrence> business(Business what, boolean closedDoors) {
        if (what instanceof Business.ItemOpened opened) {
            return Optional.of(new Business.ItemOpened(agenda.idOf(opened.item())));
        } else if (what instanceof Business.ItemClosed closed) {
            return Optional.of(new Business.ItemClosed(agenda.idOf(closed.item())));
        } else if (what instanceof Business.ItemAdded added) {
            String reason = reason(added.item(), added.reason(), closedDoors);
            return Optional.of(new Business.ItemAdded(agenda.idOf(added.item()), reason));
        } else if (what instanceof Business.ItemPostponed postponed) {
            String reason = reason(postponed.item(), postponed.reason(), closedDoors);
            return Optional.of(new Business.ItemPostponed(agenda.idOf(postponed.item()), reason));
        } else if (what instanceof Business.ItemWithdrawn withdrawn) {
            String reason = reason(withdrawn.item(), withdrawn.reason(), closedDoors);
            return Optional.of(new Business.ItemWithdrawn(agenda.idOf(withdrawn.item()), reason));
        }
        return closedDoors || what instanceof Business.Filed ? Optional.empty() : Optional.of(what);
    }

    private String reason(String item, String reason, boolean closedDoors) {
        return closedDoors || agenda.isSecret(item) ? "" : reason;
    }

    /** A vote on a public item stays public, even if it was taken behind closed doors. */
    private Optional<Occurrence> voting(Voting what, boolean closedDoors) {
        if (what instanceof Voting.ScrutineersNamed) {
            return closedDoors ? Optional.empty() : Optional.of(what);
        } else if (what instanceof Voting.VoteOpened opened) {
            return shown(opened.vote(), what);
        } else if (what instanceof Voting.VoteClosed closed) {
            return shown(closed.vote(), what);
        } else if (what instanceof Voting.Proclaimed proclaimed) {
            return shown(proclaimed.vote(), what);
        } else if (what instanceof Voting.VoteAnnulled annulled) {
            return shown(annulled.vote(), closedDoors ? new Voting.VoteAnnulled(annulled.vote(), "") : what);
        }
        return Optional.empty();
    }

    private Optional<Occurrence> shown(String vote, Occurrence what) {
        return secretVotes.contains(vote) ? Optional.empty() : Optional.of(what);
    }
}
