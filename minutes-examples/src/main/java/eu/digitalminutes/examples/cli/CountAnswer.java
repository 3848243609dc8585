// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.ruling.ElectionRuling;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.Ruling;
import eu.digitalminutes.core.ruling.TermRuling;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** Puts a ruling into the words of the answer of {@code count}. */
final class CountAnswer {
    private CountAnswer() {}

    static void write(Ruling ruling, ObjectNode json, Locale language) {
        if (ruling instanceof QuorumRuling quorum) {
            json.put("quorate", quorum.holds()).put("required", quorum.required());
        } else if (ruling instanceof VoteRuling vote) {
            json.put("outcome", vote.outcome().name()).put("required", vote.required());
            vote.repeatBy().ifPresent(day -> json.put("repeatBy", day.toString()));
        } else if (ruling instanceof ElectionRuling election) {
            election(election, json);
        } else if (ruling instanceof TermRuling term) {
            term(term, json);
        }
        if (!ruling.warnings().isEmpty()) {
            json.put("warning", String.join(", ", ruling.warnings()));
        }
        json.put("rule", ruling.rule())
                .put("source", ruling.source())
                .put("explanation", ruling.explanation().in(language));
    }

    private static void election(ElectionRuling ruling, ObjectNode json) {
        var elected = json.putArray("elected");
        ruling.elected().forEach(elected::add);
        var runOff = json.putArray("runOff");
        ruling.runOff().forEach(runOff::add);
        json.put("required", ruling.required());
    }

    private static void term(TermRuling ruling, ObjectNode json) {
        Optional<String> first = ruling.firstInstant()
                .map(ZonedDateTime::toOffsetDateTime)
                .map(OffsetDateTime::toString)
                .or(() -> ruling.firstDay().map(Object::toString));
        if (ruling.rule().equals("R9")) {
            first.ifPresent(day -> json.put("executableFrom", day));
        } else {
            json.put("inTime", ruling.inTime());
            first.ifPresent(day -> json.put("earliestSession", day));
            ruling.lastDay().ifPresent(day -> json.put("latestSession", day.toString()));
        }
        json.put("required", ruling.required());
    }
}
