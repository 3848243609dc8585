// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every file that the facts speak of is bound to the minutes by its digest. */
final class AnnexCheck {
    private final Set<String> annexes = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private AnnexCheck() {}

    static List<Finding> of(Facts facts) {
        AnnexCheck check = new AnnexCheck();
        facts.minutes().annexes().stream().map(Annex::name).forEach(check.annexes::add);
        for (AgendaItem item : facts.meeting().agenda()) {
            item.papers().forEach(paper -> check.annex(paper, item.id()));
        }
        Set<String> parts = new HashSet<>();
        facts.minutes().recordings().stream().map(RecordingPart::name).forEach(parts::add);
        for (int i = 0; i < facts.meeting().events().size(); i++) {
            check.event(facts.meeting().events().get(i), "/events/" + i, parts);
        }
        return check.findings;
    }

    private void event(SessionEvent event, String where, Set<String> parts) {
        event.source()
                .filter(source -> source.kind() == EventSource.Kind.IMPORT)
                .ifPresent(source -> annex(source.name(), where));
        if (event.what() instanceof Business.Filed filed) {
            annex(filed.annex(), where);
        } else if (event.what() instanceof Filming.RecordingStarted started
                && !parts.isEmpty()
                && !parts.contains(started.part())) {
            findings.add(CATALOGUE.finding("RECORDING_PART_UNKNOWN", Severity.WARN, where, started.part()));
        }
    }

    /** A file that many events name is missed once. */
    private void annex(String name, String where) {
        if (!annexes.contains(name) && said.add(name)) {
            findings.add(CATALOGUE.finding("ANNEX_MISSING", Severity.WARN, where, name));
        }
    }
}
