// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;

/** Asks a time-stamping authority, and says in plain words when it does not answer. */
final class Timestamps {
    private Timestamps() {}

    static TSPSource source(TimestampAuthority authority) {
        TimestampDataLoader loader = new TimestampDataLoader();
        int millis = Math.toIntExact(Math.min(authority.timeout().toMillis(), Integer.MAX_VALUE));
        loader.setTimeoutConnection(millis);
        loader.setTimeoutConnectionRequest(millis);
        loader.setTimeoutResponse(millis);
        loader.setTimeoutSocket(millis);
        OnlineTSPSource source = new OnlineTSPSource(authority.address().toString(), loader);
        source.setNonceSource(new SecureRandomNonceSource());
        return source;
    }

    static ServiceUnavailableException unavailable(TimestampAuthority authority, RuntimeException e) {
        return new ServiceUnavailableException(
                "TSA_UNAVAILABLE",
                "the time-stamping authority " + authority.address() + " does not answer (" + reason(e)
                        + "); try again, or name another one",
                e);
    }

    static ServiceUnavailableException refused(TimestampAuthority authority, RuntimeException e) {
        return new ServiceUnavailableException(
                "TSA_ANSWER_UNUSABLE",
                "the time-stamping authority " + authority.address() + " gave an answer that cannot be used ("
                        + reason(e) + "); nothing was signed",
                e);
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
