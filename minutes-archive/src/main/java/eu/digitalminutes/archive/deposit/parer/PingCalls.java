// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.archive.deposit.DepositAnswer;
import eu.digitalminutes.archive.deposit.DepositNotice;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps of a deposit through PING; each begins with the state in which the provider has the object. */
final class PingCalls {
    private static final String UNKNOWN = "";
    private static final String WAITING_FOR_FILE = "IN_ATTESA_FILE";

    private final PingRoute route;
    private final PingService service;
    private final SacerCalls sacer;

    PingCalls(PingRoute route, HttpCall http, SacerCalls sacer) {
        this.route = route;
        this.service = new PingService(route, http);
        this.sacer = sacer;
    }

    /** Does what is still to be done of announcing, bringing and telling that it was brought. */
    DepositAnswer submit(Unit unit, Task task) throws IOException {
        Path file = unit.content().path();
        if (!Files.isRegularFile(file)
                || !String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new MinutesException(
                    "DEPOSIT_FORM", file + " is not a ZIP file, which the PING route takes: pack it as a ZIP file");
        }
        String key = key(unit);
        String state = service.state(key, task);
        if (state.equals("ANNULLATO") || state.startsWith("CHIUSO_ERR") || state.equals(UNKNOWN)) {
            Optional<DepositNotice> refusal = service.announce(key, task);
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
            state = WAITING_FOR_FILE;
        }
        if (state.equals(WAITING_FOR_FILE)) {
            String name = key + ".zip";
            route.channel().put(key + "/" + name, file, unit.content().digest(), task);
            Optional<DepositNotice> refusal =
                    service.brought(key, name, unit.content().digest(), task);
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
        }
        return new DepositAnswer.Pending(key);
    }

    DepositAnswer poll(Unit unit, String key, Task task) throws IOException {
        String state = service.state(key, task);
        if (state.equals(WAITING_FOR_FILE) || state.equals(UNKNOWN)) {
            return submit(unit, task);
        }
        if (state.startsWith("CHIUSO_ERR") || state.equals("ANNULLATO")) {
            return refused(new DepositNotice(state, "PING closed the object " + key + " without preserving it"));
        }
        if (!state.startsWith("CHIUSO_")) {
            return new DepositAnswer.Pending(key);
        }
        Optional<SubmissionReport> report = sacer.recover(unit, task);
        if (report.isEmpty()) {
            throw new ServiceUnavailableException(
                    "DEPOSIT_RECEIPT_MISSING",
                    "PING closed the object " + key + " as " + state
                            + " but the report of the submission is not there yet; run the deposit again later",
                    null);
        }
        // The index is made anew by PING: the files alone can be compared.
        Optional<String> wrong = report.get().contradiction(unit.index(), unit.content());
        if (wrong.isPresent()) {
            throw SacerCalls.conflict(unit, wrong.get());
        }
        return SacerCalls.accepted(
                report.get(),
                state.equals("CHIUSO_WARNING")
                        ? List.of(new DepositNotice(state, "PING closed the object with warnings"))
                        : List.of());
    }

    private static DepositAnswer refused(DepositNotice notice) {
        return new DepositAnswer.Refused(List.of(notice), new byte[0]);
    }

    /** A key that is also a file name. */
    private static String key(Unit unit) {
        return unit.index().key().toString().replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
