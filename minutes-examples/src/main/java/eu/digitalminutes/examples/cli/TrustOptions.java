// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom to trust: trusted lists, or certificates, or nobody. */
final class TrustOptions {
    @Option(names = "--trusted-list", paramLabel = "LOTL.xml")
    private @Nullable Path trustedList;

    @Option(names = "--trust-cert", arity = "1..*", paramLabel = "PEM")
    private List<Path> certificates = new ArrayList<>();

    @Option(names = "--online")
    private boolean online;

    boolean isEmpty() {
        return trustedList == null && certificates.isEmpty();
    }

    RevocationAccess access() {
        return online ? RevocationAccess.ONLINE : RevocationAccess.AT_HAND;
    }

    TrustAnchors anchors() throws IOException {
        if (trustedList != null && !certificates.isEmpty()) {
            throw new IllegalArgumentException("give --trusted-list or --trust-cert, not both");
        }
        if (trustedList != null) {
            return TrustAnchors.offlineLists(trustedList);
        }
        List<X509Certificate> trusted = new ArrayList<>();
        for (Path file : certificates) {
            try (InputStream in = Files.newInputStream(file)) {
                CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                        .map(X509Certificate.class::cast)
                        .forEach(trusted::add);
            } catch (CertificateException e) {
                throw new MinutesException(
                        "CERTIFICATE_UNREADABLE", file + " holds no readable certificate (PEM or DER)", e);
            }
        }
        return TrustAnchors.certificates(trusted);
    }
}
