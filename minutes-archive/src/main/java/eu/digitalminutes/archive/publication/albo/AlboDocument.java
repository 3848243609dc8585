// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprint;
import java.net.URI;
import java.util.Objects;

/**
 * A document of an entry of the albo (<i>documento pubblicato o allegato</i>). Its file lies outside: the entry names it
 * by digest.
 *
 * @param name its file name
 * @param description what it is, for readers
 * @param mediaType its IANA media type
 * @param fingerprint its digest and size
 * @param link where readers find it, relative to the site's folder or absolute; empty if it is not on the site
 * @param version whether it is the whole document
 */
public record AlboDocument(
        String name, String description, String mediaType, Fingerprint fingerprint, String link, Version version) {
    /** Whether a document is published as it is (<i>integrale o per estratto</i>). */
    public enum Version {
        /** The whole document. */
        INTEGRAL,
        /** A copy from which something was left out; the whole one stays in the file. */
        EXTRACT
    }

    /**
     * A document.
     *
     * @param name its file name
     * @param description what it is, for readers
     * @param mediaType its IANA media type
     * @param fingerprint its digest and size
     * @param link where readers find it, relative to the site's folder or absolute; empty if it is not on the site
     * @param version whether it is the whole document
     * @throws IllegalArgumentException if the name is no plain portable file name, or the link neither a web address nor a
     *     path below the site, written as an address
     */
    public AlboDocument {
        FileNames.requirePortable(name);
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(version, "version");
        URI.create(link);
        if (!isWeb(link) && (link.contains(":") || link.startsWith("/") || link.contains(".."))) {
            throw new IllegalArgumentException("neither a web address nor a path below the site: " + link);
        }
    }

    /** The link as a page sees it that lies some folders below the site. */
    String linkFrom(String home) {
        return link.isEmpty() || isWeb(link) ? link : home + link;
    }

    private static boolean isWeb(String link) {
        return link.startsWith("https://") || link.startsWith("http://");
    }
}
