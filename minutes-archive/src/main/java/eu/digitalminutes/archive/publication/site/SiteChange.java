// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run made of the site (<i>esito della pubblicazione</i>). Immutable. */
public final class SiteChange {
    private final Path site;
    private final List<String> pages;
    private final int written;
    private final int unchanged;
    private final List<String> removed;
    private final List<String> withheld;
    private final Map<String, Exception> failures;

    SiteChange(
            Path site,
            List<String> pages,
            int written,
            int unchanged,
            List<String> removed,
            List<String> withheld,
            Map<String, Exception> failures) {
        this.site = site;
        this.pages = List.copyOf(pages);
        this.written = written;
        this.unchanged = unchanged;
        this.removed = List.copyOf(removed);
        this.withheld = List.copyOf(withheld);
        this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    /**
     * The page to open first.
     *
     * @return {@code index.html} in the site
     */
    public Path index() {
        return site.resolve("index.html");
    }

    /**
     * Every page for readers, made now or before.
     *
     * @return an immutable list that begins with the index
     */
    public List<Path> pages() {
        return pages.stream().map(site::resolve).toList();
    }

    /**
     * How many files were made or replaced, the state of the site not counted.
     *
     * @return the count
     */
    public int written() {
        return written;
    }

    /**
     * How many files stayed as they were, with their time and place on the disk.
     *
     * @return the count
     */
    public int unchanged() {
        return unchanged;
    }

    /**
     * The folders of sessions, and the files of the albo and of lists, that went.
     *
     * @return immutable names below the site
     */
    public List<String> removed() {
        return removed;
    }

    /**
     * What sources hold and the site does not, because it tells of something secret; of every session, not only of those
     * written now. Parts of the recording are named by number, since their names may tell.
     *
     * @return immutable lines, each a folder of the site and what is missing there
     */
    public List<String> withheld() {
        return withheld;
    }

    /**
     * The sources that could not be published, with the reason. What was published of them before stays.
     *
     * @return an immutable map by the source's name; empty if all went well
     */
    public Map<String, Exception> failures() {
        return failures;
    }
}
