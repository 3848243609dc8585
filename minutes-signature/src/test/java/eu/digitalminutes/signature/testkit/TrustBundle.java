// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * All that a verifier needs to judge signatures of a {@link TestPki} without any network, as a folder: {@code lotl.xml},
 * {@code it-tl.xml}, {@code lotl-signers.pem} (who may sign the first) and {@code crl/NAME.crl}, one of each authority.
 *
 * <p>Write it after signing: a CRL vouches for a certificate only up to the instant at which it was issued. Those in the
 * bundle are issued at the next whole second and due again one day later.
 */
public final class TrustBundle {

    private TrustBundle() {}

    /**
     * Writes a bundle with sound lists and current CRLs, over files of the same names.
     *
     * @param directory made if it is missing
     * @return the path of {@code lotl.xml}
     * @throws IOException if a file cannot be written; others may have been by then
     */
    public static Path write(Path directory, TestPki pki) throws IOException {
        return write(directory, pki, TrustedListsWriter.of(pki).write());
    }

    /**
     * Writes a bundle with these lists and current CRLs, over files of the same names.
     *
     * @param directory made if it is missing
     * @param lists written as they are, sound or not
     * @return the path of {@code lotl.xml}
     * @throws IOException if a file cannot be written; others may have been by then
     */
    public static Path write(Path directory, TestPki pki, TrustedLists lists) throws IOException {
        Path crls = Files.createDirectories(directory.resolve("crl"));
        // A CRL knows whole seconds only. The next one is after every time stamp made until now; this one may not be.
        Instant issued = pki.clock().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        for (TestIdentity authority : pki.authorities()) {
            Files.write(crls.resolve(authority.name() + ".crl"), pki.crl(authority, issued));
        }
        Files.writeString(directory.resolve("lotl-signers.pem"), pem(lists));
        Files.write(directory.resolve("it-tl.xml"), lists.italian());
        return Files.write(directory.resolve("lotl.xml"), lists.lotl());
    }

    private static String pem(TrustedLists lists) {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate signer : lists.lotlSigners()) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(encoder.encodeToString(signer.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signer's certificate could not be written", e);
        }
        return pem.toString();
    }
}
