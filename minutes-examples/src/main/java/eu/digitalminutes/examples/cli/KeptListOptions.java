// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.TrustedListKeeper;
import eu.digitalminutes.signature.trust.ListOfTrustedLists;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A folder with trusted lists, and where those come from. */
final class KeptListOptions {
    @Parameters(index = "0", paramLabel = "DIR")
    private Path folder = Path.of("trust");

    @Option(names = "--signers", required = true, paramLabel = "FILE.pem")
    private Path signers = Path.of("lotl-signers.pem");

    @Option(names = "--lotl", paramLabel = "URL")
    private @Nullable URI lotl;

    @Option(names = "--announcement", paramLabel = "URL")
    private @Nullable URI announcement;

    @Option(names = "--territory", arity = "1..*", paramLabel = "IT")
    private List<String> territories = new ArrayList<>();

    @Option(names = "--grace", paramLabel = "DAYS")
    private int grace;

    @Option(names = "--proxy", paramLabel = "HOST:PORT")
    private @Nullable String proxy;

    TrustedListKeeper keeper() throws IOException {
        List<java.security.cert.X509Certificate> announced = TrustOptions.certificates(List.of(signers));
        ListOfTrustedLists source =
                lotl == null ? ListOfTrustedLists.european(announced) : ListOfTrustedLists.at(lotl, announced);
        source = announcement == null ? source : source.announcedAt(announcement);
        TrustedListKeeper keeper = TrustedListKeeper.of(folder, source.onlyOf(territories.toArray(String[]::new)))
                .withGrace(Duration.ofDays(grace));
        if (proxy == null) {
            return keeper;
        }
        InetSocketAddress address = TrustOptions.hostAndPort(proxy);
        return keeper.through(HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(address.getHostString(), address.getPort())))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build());
    }
}
