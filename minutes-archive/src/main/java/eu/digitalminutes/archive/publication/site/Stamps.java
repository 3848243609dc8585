// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.internal.page.PageFrame;
import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;

/** Digests of what pages are made of: no name and no word of a source can be read in them. */
final class Stamps {
    /** To be raised whenever pages of the same input are drawn in another way. */
    private static final int GENERATION = 1;

    private final String generator;

    private Stamps(String generator) {
        this.generator = generator;
    }

    static Stamps of(ArchiveSite site) {
        String words = site.language().getLanguage().equals("it") ? "page_it.properties" : "page_en.properties";
        return new Stamps(of(GENERATION
                + "|" + site.language().getLanguage()
                + "|" + site.address().map(Object::toString).orElse("")
                + "|" + resource(PublicationSite.class, words)));
    }

    String of(SessionSource source) throws IOException {
        StringBuilder text = new StringBuilder(generator).append('|').append(source.version());
        for (Path file : source.files()) {
            text.append('|').append(file.getFileName());
            if (Files.isRegularFile(file)) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                text.append(':')
                        .append(facts.size())
                        .append(':')
                        .append(facts.lastModifiedTime().toMillis());
            }
        }
        return of(text.toString());
    }

    static String of(String text) {
        MessageDigest digest = Fingerprinter.sha256();
        return Digest.of(digest.digest(text.getBytes(StandardCharsets.UTF_8))).hex();
    }

    /** What lies beside a class. */
    static String resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String style() {
        return resource(PublicationSite.class, "site.css") + PageFrame.style();
    }
}
