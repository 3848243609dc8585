// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a deposit, on the disk: each state is there, whole and synced, before the next step is taken.
 *
 * @param state how far it has come
 * @param provider with whom
 * @param packageDigest what is deposited
 * @param attempts how often it was sent
 * @param ticket what to ask with; empty unless pending
 * @param kept the receipt; none unless accepted
 */
record Journal(
        DepositState state,
        String provider,
        Digest packageDigest,
        int attempts,
        String ticket,
        @Nullable Kept kept) {
    static final String FILE_NAME = "deposit.json";

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxDocumentLength(1 << 20)
                            .build())
                    .build())
            .build();

    /** The receipt as the journal knows it. */
    record Kept(String name, Digest digest, String identifier, Instant time) {}

    static Journal begin(String provider, Digest packageDigest) {
        return new Journal(DepositState.PREPARED, provider, packageDigest, 0, "", null);
    }

    Journal submitted() {
        return new Journal(DepositState.SUBMITTED, provider, packageDigest, attempts + 1, "", null);
    }

    Journal pending(String newTicket) {
        return new Journal(DepositState.PENDING, provider, packageDigest, attempts, newTicket, null);
    }

    Journal refused() {
        return new Journal(DepositState.REFUSED, provider, packageDigest, attempts, "", null);
    }

    Journal accepted(Kept receipt) {
        return new Journal(DepositState.ACCEPTED, provider, packageDigest, attempts, "", receipt);
    }

    /** The receipt, if it still is what it was. */
    Optional<DepositReceipt> receipt(Path folder) throws IOException {
        if (kept == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(kept.name());
        try {
            if (!Fingerprinter.fingerprint(file).digest().equals(kept.digest())) {
                return Optional.empty();
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(
                new DepositReceipt(file, kept.digest(), kept.time(), kept.identifier(), provider, packageDigest));
    }

    Journal write(Path folder) throws IOException {
        ObjectNode json = MAPPER.createObjectNode()
                .put("formatVersion", 1)
                .put("state", state.code())
                .put("provider", provider)
                .put("packageDigest", packageDigest.hex())
                .put("attempts", attempts)
                .put("changed", Instant.now().toString());
        if (!ticket.isEmpty()) {
            json.put("ticket", ticket);
        }
        if (kept != null) {
            json.putObject("receipt")
                    .put("name", kept.name())
                    .put("digest", kept.digest().hex())
                    .put("identifier", kept.identifier())
                    .put("time", kept.time().toString());
        }
        PendingFile.write(
                folder.resolve(FILE_NAME),
                (json.toPrettyString().replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    static Optional<Journal> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(of(MAPPER.readTree(in)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
            throw new MinutesException(
                    "DEPOSIT_JOURNAL_DAMAGED",
                    file + " is not the journal of a deposit: " + String.valueOf(e.getMessage())
                            + "; move it away and deposit again, the provider recognises what it has",
                    e);
        }
    }

    private static Journal of(JsonNode json) {
        DepositState state = Coded.find(
                        DepositState.values(), json.path("state").asText())
                .orElseThrow(() -> new IllegalArgumentException("its state is not known"));
        JsonNode receipt = json.path("receipt");
        Kept kept = receipt.isObject()
                ? new Kept(
                        FileNames.requirePortable(receipt.path("name").asText()),
                        new Digest(receipt.path("digest").asText()),
                        receipt.path("identifier").asText(),
                        Instant.parse(receipt.path("time").asText()))
                : null;
        return new Journal(
                state,
                json.path("provider").asText(),
                new Digest(json.path("packageDigest").asText()),
                json.path("attempts").asInt(),
                json.path("ticket").asText(),
                kept);
    }
}
