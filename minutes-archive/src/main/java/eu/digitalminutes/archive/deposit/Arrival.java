// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;

/** Whether a package may have arrived although the attempt failed. */
final class Arrival {
    private Arrival() {}

    /** True where the failure proves that the provider has nothing of ours by this attempt. */
    static boolean isRuledOutBy(MinutesException failure) {
        if (failure instanceof CancelledException || failure.code().equals("DEPOSIT_RECEIPT_MISMATCH")) {
            return false;
        }
        return !(failure instanceof ServiceUnavailableException) || neverConnected(failure);
    }

    private static boolean neverConnected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
