// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;

/** Makes lists of revoked certificates (CRL, <i>liste di revoca</i>). */
final class CrlMaker {

    private static final Duration PERIOD = Duration.ofDays(1);

    private CrlMaker() {}

    /**
     * A list in DER.
     *
     * @param authority in whose name the list is
     * @param issued all that the authority issued
     * @param thisUpdate what the list takes for now
     * @param signer whose key signs: the authority itself, except where a fault is wanted
     */
    static byte[] make(TestIdentity authority, List<TestIdentity> issued, Instant thisUpdate, TestIdentity signer) {
        try {
            X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(authority.certificate(), Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(thisUpdate.plus(PERIOD)));
            for (TestIdentity identity : issued) {
                // The JDK's enum has the codes of RFC 5280 5.3.1 as ordinals.
                identity.revocationAt(thisUpdate)
                        .ifPresent(revocation -> builder.addCRLEntry(
                                identity.certificate().getSerialNumber(),
                                Date.from(revocation.since()),
                                revocation.reason().ordinal()));
            }
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
            builder.addExtension(
                    Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(thisUpdate.toEpochMilli())));
            return builder.build(signer.contentSigner()).getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The CRL of " + authority + " could not be made", e);
        }
    }
}
