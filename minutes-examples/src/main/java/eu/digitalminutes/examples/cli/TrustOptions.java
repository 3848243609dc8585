// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
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

    @Option(names = "--trust-folder", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--grace", paramLabel = "DAYS")
    private int grace;

    @Option(names = "--online")
    private boolean online;

    @Option(names = "--revocation-cache", paramLabel = "DIR")
    private @Nullable Path cache;

    @Option(names = "--proxy", paramLabel = "HOST:PORT")
    private @Nullable String proxy;

    boolean isEmpty() {
        return trustedList == null && folder == null && certificates.isEmpty();
    }

    RevocationAccess access() {
        if (!online && (cache != null || proxy != null)) {
            throw new IllegalArgumentException("--revocation-cache and --proxy belong to --online");
        }
        RevocationAccess access = online ? RevocationAccess.ONLINE : RevocationAccess.AT_HAND;
        access = cache == null ? access : access.cachedIn(cache);
        return proxy == null ? access : access.throughProxy(hostAndPort(proxy));
    }

    TrustAnchors anchors() throws IOException {
        if ((trustedList == null ? 0 : 1) + (folder == null ? 0 : 1) + (certificates.isEmpty() ? 0 : 1) > 1) {
            throw new IllegalArgumentException("give one of --trusted-list, --trust-folder and --trust-cert");
        }
        if (folder != null) {
            return TrustAnchors.keptLists(folder.resolve("lotl.xml"), Duration.ofDays(grace));
        }
        if (trustedList != null) {
            return TrustAnchors.offlineLists(trustedList);
        }
        return TrustAnchors.certificates(trusted());
    }

    /** The certificates that were given. */
    List<X509Certificate> trusted() throws IOException {
        return certificates(certificates);
    }

    static InetSocketAddress hostAndPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("--proxy wants HOST:PORT, not " + text);
        }
        return InetSocketAddress.createUnresolved(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    static List<X509Certificate> certificates(List<Path> files) throws IOException {
        List<X509Certificate> trusted = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                        .map(X509Certificate.class::cast)
                        .forEach(trusted::add);
            } catch (CertificateException e) {
                throw new MinutesException(
                        "CERTIFICATE_UNREADABLE", file + " holds no readable certificate (PEM or DER)", e);
            }
        }
        return trusted;
    }
}
