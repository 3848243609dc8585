// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.core.exchange.MinutesJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The accounts of the seats, which a {@code minutes.json} may hold beside what the model knows of them. */
final class SeatAccounts {
    private SeatAccounts() {}

    /** By id of the seat: its fields {@code account}, {@code email} and the list {@code accounts}. */
    static Map<String, Set<String>> read(Path minutes) throws IOException {
        // The file is held to its form first, so that what follows meets no surprise.
        MinutesJson.read(minutes);
        Map<String, Set<String>> accounts = new LinkedHashMap<>();
        for (JsonNode seat :
                CommandOptions.mapper().readTree(Files.readAllBytes(minutes)).path("seats")) {
            Set<String> known = new HashSet<>();
            known.add(seat.path("account").asText(""));
            known.add(seat.path("email").asText(""));
            seat.path("accounts").forEach(account -> known.add(account.asText()));
            known.remove("");
            accounts.put(seat.path("id").asText(), known);
        }
        return accounts;
    }
}
