// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Which addresses a password may be sent to. */
final class Addresses {
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    static URI requireSafe(URI base) {
        Objects.requireNonNull(base, "base");
        String scheme = String.valueOf(base.getScheme());
        String host = base.getHost();
        if (host == null || !(scheme.equals("https") || (scheme.equals("http") && HERE.contains(host)))) {
            throw new IllegalArgumentException(
                    "a provider's address begins with https:// and a host; a password goes over no open line");
        }
        if (base.getUserInfo() != null || base.getQuery() != null || base.getFragment() != null) {
            throw new IllegalArgumentException("a provider's address holds no user, query or fragment");
        }
        return base;
    }

    static URI service(URI base, String name) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + name);
    }
}
