// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.util.TimeValue;

/** Asks time-stamping authorities, and says in plain words what was wrong with an answer. */
final class Timestamps {
    /** What DSS and Bouncy Castle say, in the words of the one who must do something about it. */
    private static final Map<String, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("different message imprint", "it stamped another digest than the one sent");
        REASONS.put("wrong nonce", "its answer has another nonce than the request: it answers somebody else, or anew");
        REASONS.put("policy wrong for request", "it stamped under another policy than the one asked for");
        REASONS.put("malformed timestamp response", "its answer is no time stamp: is this the address of the service?");
        REASONS.put("Read timed out", "it did not answer in time");
        REASONS.put("ExtendedKeyUsage", "its certificate is not made for time stamps");
        REASONS.put("HTTP status code : 401", "it refuses the login: give the right one with withLogin");
        REASONS.put("PKIFailureInfo: 0x100)", "it does not stamp under the policy asked for");
        REASONS.put("signature not created by certificate", "the signature of its time stamp is broken");
    }

    private Timestamps() {}

    /** A source that asks one authority after the other; every stamp is checked before it is used. */
    static TSPSource source(TimestampAuthorities authorities) {
        return (algorithm, digest) -> authorities.firstAnswer(authority -> stamp(authority, algorithm, digest));
    }

    private static TimestampBinary stamp(TimestampAuthority authority, DigestAlgorithm algorithm, byte[] digest) {
        try {
            TimestampBinary stamp = online(authority).getTimeStampResponse(algorithm, digest);
            TimestampCheck.requireSound(stamp);
            return stamp;
        } catch (DSSExternalResourceException e) {
            throw new ServiceUnavailableException(
                    "TSA_UNAVAILABLE",
                    "the time-stamping authority " + authority + " gave no time stamp (" + reason(e)
                            + "); try again, or name another one",
                    e);
        } catch (DSSException e) {
            throw unusable(authority.toString(), e);
        }
    }

    private static OnlineTSPSource online(TimestampAuthority authority) {
        TimestampDataLoader loader = new TimestampDataLoader();
        int millis = Math.toIntExact(Math.min(authority.timeout().toMillis(), Integer.MAX_VALUE));
        loader.setTimeoutConnection(millis);
        loader.setTimeoutConnectionRequest(millis);
        loader.setTimeoutResponse(millis);
        loader.setTimeoutSocket(millis);
        // the HTTP client would ask once more after a 503, and each request counts against the budget
        loader.setRetryStrategy(new DefaultHttpRequestRetryStrategy(0, TimeValue.ZERO_MILLISECONDS));
        authority.login().ifPresent(login -> authenticate(loader, authority.address(), login));
        OnlineTSPSource source = new OnlineTSPSource(authority.address().toString(), loader);
        source.setNonceSource(new SecureRandomNonceSource());
        authority.policy().ifPresent(source::setPolicyOid);
        return source;
    }

    /** The login goes with the first request, or each stamp would cost two of the budget. */
    private static void authenticate(TimestampDataLoader loader, URI address, PasswordAuthentication login) {
        int port =
                address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        loader.addAuthentication(
                address.getHost(), port, address.getScheme(), login.getUserName(), login.getPassword());
        loader.setPreemptiveAuthentication(true);
    }

    static ServiceUnavailableException refused(TimestampAuthorities authorities, RuntimeException e) {
        return unusable(names(authorities), e);
    }

    private static ServiceUnavailableException unusable(String authority, RuntimeException e) {
        return new ServiceUnavailableException(
                "TSA_ANSWER_UNUSABLE",
                "the time-stamping authority " + authority + " gave an answer that cannot be used (" + reason(e)
                        + "); nothing was signed",
                e);
    }

    private static String names(TimestampAuthorities authorities) {
        return authorities.list().stream().map(TimestampAuthority::toString).collect(Collectors.joining(", "));
    }

    /** The reason in our own words where one of the messages is known, followed by the message. */
    private static String reason(Throwable e) {
        String message = "";
        for (Throwable one = e; one != null; one = one.getCause()) {
            message = String.valueOf(one.getMessage()).replaceAll("\\s+", " ").strip();
            for (Map.Entry<String, String> known : REASONS.entrySet()) {
                if (message.contains(known.getKey())) {
                    return known.getValue() + ": " + message;
                }
            }
        }
        return message;
    }
}
