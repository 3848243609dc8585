// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.devices;

import static eu.digitalminutes.examples.devices.SoapService.text;
import static eu.digitalminutes.examples.devices.SoapService.value;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.key.SigningKey;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.w3c.dom.Document;

/**
 * A key in the remote signature service of Aruba (ARSS, <i>ArubaSignService</i>), by the operation {@code signhash}.
 * Actalis has the same interface. Each signature takes a one-time password of its own.
 *
 * <p>The names of operation and elements are those of the public service description. From the vendor's manual, check
 * with your contract: the values of {@code typeHSM}, {@code typeOtpAuth} and {@code certID}, and whether the account
 * signs digests at all.
 *
 * @see <a href="https://arss.arubapec.it/ArubaSignService/ArubaSignService?wsdl">ArubaSignService</a>
 */
public final class ArubaArss {
    private static final String NAMESPACE = "http://arubasignservice.arubapec.it/";

    private final SoapService service;
    private final String domain;

    /**
     * The service of a contract.
     *
     * @param address where it is
     * @param domain the domain of the contract ({@code typeOtpAuth})
     */
    public ArubaArss(URI address, String domain) {
        this.service = new SoapService(address, NAMESPACE);
        this.domain = domain;
    }

    /**
     * A signer's key.
     *
     * @param chain the signer's certificate, then those above it
     * @param user the signer's account
     * @param password its password
     * @param otp asks the signer for a one-time password, once for each signature
     * @return the key
     */
    public SigningKey key(List<X509Certificate> chain, String user, String password, Supplier<String> otp) {
        return SigningKey.ofDigests(chain, digest -> sign(digest, user, password, otp.get()));
    }

    private byte[] sign(Digest digest, String user, String password, String otp) {
        Document answer = service.call(
                "signhash",
                "<SignHashRequest>"
                        + text("certID", "AS0")
                        + text("hash", digest.base64())
                        + text("hashtype", "SHA256")
                        + "<identity>"
                        + text("otpPwd", otp)
                        + text("typeHSM", "COSIGN")
                        + text("typeOtpAuth", domain)
                        + text("user", user)
                        + text("userPWD", password)
                        + "</identity>"
                        + text("requirecert", "false")
                        + "</SignHashRequest>");
        String signature = value(answer, "signature");
        if (!value(answer, "status").equals("OK") || signature.isEmpty()) {
            throw new SigningRefusedException(
                    "DEVICE_REFUSED",
                    "ARSS did not sign for " + user + ": " + value(answer, "return_code") + " "
                            + value(answer, "description") + "; ask the signer",
                    null);
        }
        return Base64.getMimeDecoder().decode(signature);
    }
}
