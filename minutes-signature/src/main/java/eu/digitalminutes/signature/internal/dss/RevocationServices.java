// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.europa.esig.dss.service.crl.FileCacheCRLSource;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.http.proxy.ProxyConfig;
import eu.europa.esig.dss.service.http.proxy.ProxyProperties;
import eu.europa.esig.dss.service.ocsp.FileCacheOCSPSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPSource;
import java.nio.file.Path;

/** The services that certificates name: OCSP, revocation lists, issuers. */
final class RevocationServices {
    /** DSS's own patience of a minute is more than a person before a screen has. */
    private static final int MILLIS = 10_000;

    private RevocationServices() {}

    static void connect(CommonCertificateVerifier verifier, RevocationAccess access) {
        OCSPSource ocsp = new OnlineOCSPSource(prepared(new OCSPDataLoader(), access));
        CRLSource crl = new OnlineCRLSource(prepared(new CommonsDataLoader(), access));
        if (access.cache().isPresent()) {
            Path folder = access.cache().get();
            FileCacheOCSPSource answers = new FileCacheOCSPSource(ocsp);
            answers.setFileCacheDirectory(folder.resolve("ocsp").toFile());
            FileCacheCRLSource lists = new FileCacheCRLSource(crl);
            lists.setFileCacheDirectory(folder.resolve("crl").toFile());
            ocsp = answers;
            crl = lists;
        }
        verifier.setOcspSource(ocsp);
        verifier.setCrlSource(crl);
        verifier.setAIASource(new DefaultAIASource(prepared(new CommonsDataLoader(), access)));
    }

    private static <T extends CommonsDataLoader> T prepared(T loader, RevocationAccess access) {
        loader.setTimeoutConnection(MILLIS);
        loader.setTimeoutConnectionRequest(MILLIS);
        loader.setTimeoutResponse(MILLIS);
        loader.setTimeoutSocket(MILLIS);
        access.proxy().ifPresent(address -> {
            ProxyProperties properties = new ProxyProperties();
            properties.setHost(address.getHostString());
            properties.setPort(address.getPort());
            ProxyConfig config = new ProxyConfig();
            config.setHttpProperties(properties);
            config.setHttpsProperties(properties);
            loader.setProxyConfig(config);
        });
        return loader;
    }
}
