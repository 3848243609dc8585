// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.signature.trust.ListState;
import eu.digitalminutes.signature.trust.RefreshFailure;
import eu.digitalminutes.signature.trust.TrustState;
import java.time.Instant;
import java.util.Locale;

/** What trusted lists are worth, as the command line tells it. */
final class TrustAnswer {
    private TrustAnswer() {}

    /** Tells it; the exit code is 2 if signatures cannot be judged by the lists. */
    static int give(TrustState state, CommandOptions options) {
        ObjectNode json = CommandOptions.mapper().createObjectNode().put("usable", state.isUsable());
        json.put("refreshedAt", state.refreshedAt().map(Instant::toString).orElse(""));
        ArrayNode lists = json.putArray("lists");
        StringBuilder text = new StringBuilder(options.word(state.isUsable() ? "trust.usable" : "trust.unusable"));
        for (ListState list : state.lists()) {
            lists.addObject()
                    .put("territory", list.territory())
                    .put("address", list.address().toString())
                    .put("standing", list.standing().name())
                    .put("number", list.number())
                    .put("issued", list.issued().map(Instant::toString).orElse(""))
                    .put("nextUpdate", list.nextUpdate().map(Instant::toString).orElse(""))
                    .put("problem", list.problem());
            text.append(String.format(
                    Locale.ROOT,
                    "%n  %-3s %-9s %6d  %s  %s",
                    list.territory(),
                    list.standing(),
                    list.number(),
                    list.nextUpdate().map(Instant::toString).orElse("-"),
                    list.problem().isEmpty() ? list.address() : list.problem()));
        }
        ArrayNode failures = json.putArray("failures");
        for (RefreshFailure failure : state.failures()) {
            failures.addObject()
                    .put("address", failure.address().toString())
                    .put("fault", failure.fault().name())
                    .put("message", failure.message());
            text.append(
                    String.format(Locale.ROOT, "%n  %s %s: %s", failure.fault(), failure.address(), failure.message()));
        }
        options.result(json, text.toString());
        return state.isUsable() ? ExitCode.OK : ExitCode.INDETERMINATE;
    }
}
