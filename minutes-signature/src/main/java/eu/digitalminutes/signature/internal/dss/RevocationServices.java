// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;

/** The services that certificates name: OCSP, revocation lists, issuers. */
final class RevocationServices {
    /** DSS's own patience of a minute is more than a person before a screen has. */
    private static final int MILLIS = 10_000;

    private RevocationServices() {}

    static void connect(CommonCertificateVerifier verifier) {
        verifier.setOcspSource(new OnlineOCSPSource(impatient(new OCSPDataLoader())));
        verifier.setCrlSource(new OnlineCRLSource(impatient(new CommonsDataLoader())));
        verifier.setAIASource(new DefaultAIASource(impatient(new CommonsDataLoader())));
    }

    private static <T extends CommonsDataLoader> T impatient(T loader) {
        loader.setTimeoutConnection(MILLIS);
        loader.setTimeoutConnectionRequest(MILLIS);
        loader.setTimeoutResponse(MILLIS);
        loader.setTimeoutSocket(MILLIS);
        return loader;
    }
}
