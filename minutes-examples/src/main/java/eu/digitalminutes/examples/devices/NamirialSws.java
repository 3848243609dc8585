// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.devices;

import static eu.digitalminutes.examples.devices.SoapService.text;
import static eu.digitalminutes.examples.devices.SoapService.value;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.key.BatchSigningKey;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * A key in the remote signature service of Namirial (SWS, <i>Sign Web Services</i>), by the operation
 * {@code signPkcs1}. One one-time password opens a session, in which every digest of a batch is signed.
 *
 * <p>Public are the namespace, the operations {@code openSession} and {@code signPkcs1}, the elements of
 * {@code credentials} and {@code preferences/hashAlgorithm}. From the vendor's manual, check with your contract: the
 * name {@code hash} of the element with the digest, the operation {@code closeSession}, and the TLS certificate that
 * the SaaS edition wants.
 *
 * @see <a href="https://docs.namirial.app/products/sws/customer_documentation/integration">SWS Integration Guide</a>
 */
public final class NamirialSws {
    private static final String NAMESPACE = "http://service.ws.nam/";

    private final SoapService service;

    /**
     * The service of a contract.
     *
     * @param address where it is
     */
    public NamirialSws(URI address) {
        this.service = new SoapService(address, NAMESPACE);
    }

    /**
     * Who signs, and with which device.
     *
     * @param device the signature device, such as {@code RHIP…}
     * @param otpDevice the number of the device that shows one-time passwords ({@code idOtp})
     * @param pin the PIN of the signature device
     */
    public record Account(String device, String otpDevice, String pin) {
        /** The device; no PIN. */
        @Override
        public String toString() {
            return device;
        }
    }

    /**
     * A signer's key.
     *
     * @param chain the signer's certificate, then those above it
     * @param account who signs
     * @param otp asks the signer for a one-time password, once for each batch
     * @return the key
     */
    public BatchSigningKey key(List<X509Certificate> chain, Account account, Supplier<String> otp) {
        return BatchSigningKey.ofDigests(chain, digests -> signAll(digests, account, otp.get()));
    }

    private List<byte[]> signAll(List<Digest> digests, Account account, String otp) {
        String opening = credentials(account, text("idOtp", account.otpDevice()) + text("otp", otp));
        String session = value(service.call("openSession", opening), "return");
        if (session.isEmpty()) {
            throw new SigningRefusedException("DEVICE_REFUSED", "SWS opened no session for " + account, null);
        }
        String inSession = credentials(account, text("sessionKey", session));
        try {
            List<byte[]> values = new ArrayList<>();
            for (Digest digest : digests) {
                String parts = inSession
                        + text("hash", digest.base64())
                        + "<preferences>" + text("hashAlgorithm", "SHA256") + "</preferences>";
                values.add(Base64.getMimeDecoder().decode(value(service.call("signPkcs1", parts), "return")));
            }
            return values;
        } finally {
            close(inSession);
        }
    }

    private void close(String inSession) {
        try {
            service.call("closeSession", inSession);
        } catch (MinutesException e) {
            return; // a session ends by itself after minutes; what was signed, or why not, counts more
        }
    }

    private static String credentials(Account account, String proof) {
        return "<credentials>" + proof + text("password", account.pin()) + text("username", account.device())
                + "</credentials>";
    }
}
