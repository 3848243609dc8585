// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The words of the samples counted again, in exact decimals, without the rules engine. */
final class SecondCount {
    private SecondCount() {}

    static void assertAgrees(JsonNode params, JsonNode input, JsonNode answer) {
        String what = params + " " + input + " " + answer;
        if (params.has("quorum")) {
            quorum(params, input, answer, what);
        } else {
            vote(params, input, answer, what);
        }
    }

    private static void quorum(JsonNode params, JsonNode input, JsonNode answer, String what) {
        boolean board = params.get("quorum").asText().equals("FRACTION_OF_COMPONENTS");
        int base = params.get(board ? "components" : "assigned").asInt();
        int present = input.get(board ? "present" : "presentCouncillors").asInt();
        if (present < 0 || present > base) {
            assertEquals(
                    present < 0 ? "PRESENT_INVALID" : "PRESENT_EXCEEDS_COMPONENTS",
                    answer.path("error").asText(),
                    what);
            return;
        }
        String rounding = params.get("rounding").asText();
        int required = part(base, params, rounding);
        int floor = board
                ? 0
                : BigDecimal.valueOf(base)
                        .divide(
                                BigDecimal.valueOf(3),
                                0,
                                rounding.equals("HALF_UP") ? RoundingMode.HALF_UP : RoundingMode.CEILING)
                        .intValueExact();
        assertEquals(Math.max(required, floor), answer.path("required").asInt(), what);
        assertEquals(
                present >= Math.max(required, floor), answer.path("quorate").asBoolean(), what);
    }

    private static void vote(JsonNode params, JsonNode input, JsonNode answer, String what) {
        int yes = input.get("yes").asInt();
        int no = input.get("no").asInt();
        int abstained = input.get("abstain").asInt();
        int present = input.get("present").asInt();
        if (yes < 0 || no < 0 || abstained < 0) {
            assertEquals("VALUE_INVALID", answer.path("error").asText(), what);
            return;
        }
        if (yes + no + abstained > present) {
            assertEquals("TALLY_EXCEEDS_PRESENT", answer.path("error").asText(), what);
            return;
        }
        String majority = params.get("majority").asText();
        int required;
        switch (majority) {
            case "SIMPLE_OF_VOTERS" -> required = (yes + no) / 2 + 1;
            case "ABSOLUTE_OF_PRESENT" -> required = present / 2 + 1;
            case "ABSOLUTE_OF_COMPONENTS" -> required = params.get("components").asInt() / 2 + 1;
            case "FRACTION_OF_ASSIGNED" ->
                required = part(
                        params.get("assigned").asInt(),
                        params,
                        params.get("rounding").asText());
            default -> throw new AssertionError("no second count for " + majority);
        }
        boolean chair = yes == no
                && yes > 0
                && params.path("tie").asText().equals("CHAIR_PREVAILS")
                && input.path("chairVote").asText().equals("YES");
        assertEquals(required, answer.path("required").asInt(), what);
        assertEquals(
                chair || yes >= required ? "APPROVED" : "REJECTED",
                answer.path("outcome").asText(),
                what);
    }

    private static int part(int base, JsonNode params, String rounding) {
        return BigDecimal.valueOf((long) base * params.get("num").asInt())
                .divide(BigDecimal.valueOf(params.get("den").asInt()), 0, RoundingMode.valueOf(rounding))
                .intValueExact();
    }
}
