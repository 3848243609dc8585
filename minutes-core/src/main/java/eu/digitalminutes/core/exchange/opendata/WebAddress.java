// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.opendata;

import java.net.URI;

/** A folder of the web under which things get their addresses. */
final class WebAddress {
    private WebAddress() {}

    /** The address with a slash at its end. */
    static String of(URI folder) {
        String scheme = String.valueOf(folder.getScheme());
        boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
        if (!web || folder.getHost() == null || folder.getQuery() != null || folder.getFragment() != null) {
            throw new IllegalArgumentException("the address of a folder of the web is needed, not " + folder);
        }
        String text = folder.toString();
        return text.endsWith("/") ? text : text + "/";
    }
}
