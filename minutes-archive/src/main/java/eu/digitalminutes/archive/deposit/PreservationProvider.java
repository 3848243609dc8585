// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;

/**
 * Who keeps packages for ever (<i>conservatore</i>), and how one speaks with it.
 *
 * <p>{@link Deposit} calls {@link #submit} again after a failure, a restart or a killed process, so an implementation
 * must recognise at the provider what it sent before and never store it twice. What will pass is a
 * {@link eu.digitalminutes.core.outcome.ServiceUnavailableException}: it alone is tried again. What the provider refuses
 * is an answer, not an exception. No password may stand in a name, a message or an answer.
 */
public interface PreservationProvider {
    /**
     * What the provider is known by; a deposit that was begun with one name goes on with that name only.
     *
     * @return such as {@code parer https://example.org/sacerws}
     */
    String name();

    /**
     * Sends a package, or recognises that it is there already.
     *
     * @param content the package
     * @param task progress and cancellation
     * @return what the provider says
     * @throws IOException if the package cannot be read
     * @throws eu.digitalminutes.core.outcome.ServiceUnavailableException if it may succeed later; whether the provider
     *     has taken the package is then not known, unless the cause is that no connection was made
     * @throws MinutesException if it cannot succeed; the provider then has not taken the package by this call, unless the
     *     code is {@code DEPOSIT_RECEIPT_MISMATCH}
     */
    DepositAnswer submit(DepositPackage content, Task task) throws IOException;

    /**
     * Asks what has become of a package that was {@link DepositAnswer.Pending pending}.
     *
     * @param content the package
     * @param ticket what the provider said when it took the package
     * @param task progress and cancellation
     * @return what the provider says now
     * @throws IOException if the package cannot be read
     * @throws eu.digitalminutes.core.outcome.ServiceUnavailableException if it may succeed later
     * @throws MinutesException if it cannot succeed
     */
    DepositAnswer poll(DepositPackage content, String ticket, Task task) throws IOException;

    /**
     * Has the provider check a package without taking it (<i>simulazione del versamento</i>).
     *
     * @param content the package
     * @param task progress and cancellation
     * @return {@link DepositAnswer.Simulated} or {@link DepositAnswer.Refused}
     * @throws IOException if the package cannot be read
     * @throws MinutesException with code {@code DEPOSIT_NO_SIMULATION}, if the provider cannot
     */
    default DepositAnswer simulate(DepositPackage content, Task task) throws IOException {
        throw new MinutesException(
                "DEPOSIT_NO_SIMULATION", name() + " has no way to check a package without taking it; deposit it");
    }
}
