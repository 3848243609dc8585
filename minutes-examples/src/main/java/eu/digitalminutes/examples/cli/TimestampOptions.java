// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who gives time stamps: one service or several, the next where one does not answer. */
final class TimestampOptions {
    @Option(names = "--tsa", paramLabel = "URL")
    private List<URI> addresses = new ArrayList<>();

    @Option(names = "--tsa-login", paramLabel = "USER:PASSWORD")
    private @Nullable String login;

    @Option(names = "--tsa-policy", paramLabel = "OID")
    private @Nullable String policy;

    Optional<TimestampAuthorities> authorities() {
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        List<TimestampAuthority> all = addresses.stream().map(this::authority).toList();
        return Optional.of(TimestampAuthorities.inOrder(
                all.get(0), all.subList(1, all.size()).toArray(TimestampAuthority[]::new)));
    }

    private TimestampAuthority authority(URI address) {
        TimestampAuthority authority = TimestampAuthority.at(address);
        if (login != null) {
            int colon = login.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("--tsa-login wants USER:PASSWORD");
            }
            authority = authority.withLogin(
                    login.substring(0, colon), login.substring(colon + 1).toCharArray());
        }
        return policy == null ? authority : authority.withPolicy(policy);
    }
}
