// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.publication.PublishedPart;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the site remembers of a session: everything that lists and later runs need, and nothing that the public may not
 * know, since it lies in the site.
 *
 * @param source the digest of the source's name
 * @param stamp the digest of all that the page was made of
 * @param acts the digest of what the albo said of it
 * @param folder where the page lies below the site; empty for a meeting that has no page
 * @param row what lists say of it
 * @param parts the published parts of the recording
 * @param files the published files
 * @param withheld what is not published
 * @param secretItems the digests of the ids of secret items
 */
record SessionRecord(
        String source,
        String stamp,
        String acts,
        String folder,
        Row row,
        List<PublishedPart> parts,
        SortedMap<String, FileStamp> files,
        List<String> withheld,
        List<String> secretItems) {
    static final Comparator<SessionRecord> NEWEST_FIRST = Comparator.comparing(
                    (SessionRecord one) -> one.row().began().toInstant())
            .thenComparing(SessionRecord::folder)
            .reversed();

    /**
     * A line of the lists.
     *
     * @param meeting the meeting's identifier
     * @param body the public body
     * @param organ the organ's name
     * @param year the year of the session
     * @param number its number
     * @param kind ordinary, urgent, in the site's language
     * @param began when
     * @param items how many points the agenda has
     * @param state how it ended, in the site's language
     */
    record Row(
            String meeting,
            String body,
            String organ,
            int year,
            int number,
            String kind,
            OffsetDateTime began,
            int items,
            String state) {}

    boolean hasPage() {
        return !folder.isEmpty();
    }

    /** The folder of the organ's list in the year. */
    String organFolder() {
        return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }

    Map<String, FileStamp> known() {
        return files;
    }
}
