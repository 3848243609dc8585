// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.redaction;

import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.ItemOrigin;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.Proposal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The agenda as the public sees it: even the id of a secret item may tell what it is about. */
final class ShownAgenda {
    private final Map<String, AgendaItem> shown = new LinkedHashMap<>();

    ShownAgenda(Meeting meeting, String secretTitle) {
        Set<String> taken = new HashSet<>();
        meeting.agenda().stream()
                .filter(item -> !PublicView.isSecret(item))
                .map(AgendaItem::id)
                .forEach(taken::add);
        int count = 0;
        for (AgendaItem item : meeting.agenda()) {
            if (PublicView.isSecret(item)) {
                do {
                    count++;
                } while (!taken.add("closed-" + count));
                shown.put(item.id(), AgendaItem.of("closed-" + count, item.number(), secretTitle, Publicity.SECRET));
            } else {
                shown.put(item.id(), open(item));
            }
        }
    }

    private static AgendaItem open(AgendaItem item) {
        AgendaItem open = AgendaItem.of(item.id(), item.number(), item.title(), item.publicity())
                .withKind(item.kind())
                .withRapporteur(item.rapporteur());
        if (item.origin() == ItemOrigin.OUTSIDE_AGENDA) {
            open = open.outsideAgenda();
        }
        open = item.noticeAt().map(open::addedByNotice).orElse(open);
        return item.proposal()
                .map(ShownAgenda::withoutCreditors)
                .map(open::withProposal)
                .orElse(open);
    }

    private static Proposal withoutCreditors(Proposal full) {
        Proposal shown = Proposal.of(full.reference(), full.proponent())
                .preparedBy(full.office())
                .withEffect(full.effect())
                .withCoverageVisa(full.coverageVisa());
        shown = full.isPolicy() ? shown.asPolicy() : shown;
        for (Opinion opinion : full.opinions()) {
            shown = shown.withOpinion(opinion);
        }
        for (Commitment one : full.commitments()) {
            shown = shown.withCommitment(
                    new Commitment(one.year(), one.chapter(), one.amount(), "", one.officer(), one.reference()));
        }
        return shown;
    }

    List<AgendaItem> items() {
        return List.copyOf(shown.values());
    }

    /** What stands for an item; an empty id stands for itself. */
    String idOf(String item) {
        return item.isEmpty() ? item : of(item).id();
    }

    boolean isSecret(String item) {
        return PublicView.isSecret(of(item));
    }

    private AgendaItem of(String item) {
        AgendaItem found = shown.get(item);
        if (found == null) {
            throw new IllegalArgumentException("no agenda item " + item);
        }
        return found;
    }
}
