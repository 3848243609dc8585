// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.archive.publication.PublishedSite;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Draws the page of one session and puts it in its place. */
final class SessionWork {
    private static final String HOME = "../../../../";
    private static final long SMALL = 16L << 20;

    private final ArchiveSite what;
    private final Path site;
    private final Path staging;
    private final SiteWords words;
    private final SiteActs acts;
    private final Task task;
    private int written;

    SessionWork(ArchiveSite what, Path site, Path staging, SiteWords words, SiteActs acts, Task task) {
        this.what = what;
        this.site = site;
        this.staging = staging;
        this.words = words;
        this.acts = acts;
        this.task = task;
    }

    /** How many files were made or replaced. */
    int written() {
        return written;
    }

    SessionRecord write(
            SessionContent content, String key, String stamp, Optional<SessionRecord> known, Consumer<String> claim)
            throws IOException {
        Minutes minutes = content.signed().minutes();
        Meeting meeting = minutes.meeting();
        String actsStamp = acts.stamp(meeting.id().toString());
        if (meeting.publicity() == Publicity.SECRET) {
            // Nothing of it is remembered but that it has no page.
            SessionRecord.Row row =
                    new SessionRecord.Row("", "", "", 0, 0, "", OffsetDateTime.parse("1970-01-01T00:00Z"), 0, "");
            List<String> secret = meeting.agenda().stream()
                    .map(item -> SiteActs.key(meeting.id().toString(), item.id()))
                    .toList();
            return new SessionRecord(
                    key, stamp, acts.stamp(""), "", row, List.of(), new TreeMap<>(), List.of("(secret)"), secret);
        }
        String folder = folder(meeting);
        claim.accept(folder);
        PublishedSite published = draw(content, folder);
        SortedMap<String, FileStamp> stamps = stamps(published, minutes);
        SortedMap<String, FileStamp> before = known.map(SessionRecord::files).orElseGet(TreeMap::new);
        written = new SessionFolder(site.resolve(folder))
                .replaceBy(published.folder(), (fresh, live) -> sameLarge(fresh, stamps, before));
        return new SessionRecord(
                key,
                stamp,
                actsStamp,
                folder,
                row(minutes),
                published.parts(),
                retimed(stamps, site.resolve(folder)),
                withheld(published, minutes),
                secretItems(meeting));
    }

    private PublishedSite draw(SessionContent content, String folder) throws IOException {
        Publication publication = content.what()
                .withLanguage(what.language())
                .withHome(HOME)
                .withActs(acts.of(content.signed().minutes().meeting()));
        if (what.address().isPresent()) {
            publication = publication.withAddress(what.address().get().resolve(folder));
        }
        Files.createDirectories(staging);
        return PublicationSite.write(content.signed(), publication, staging.resolve("session"), task);
    }

    /** Recordings bear the digest that was signed and compared; other large files none. */
    private static SortedMap<String, FileStamp> stamps(PublishedSite published, Minutes minutes) throws IOException {
        SortedMap<String, FileStamp> stamps = new TreeMap<>();
        for (String name : published.files()) {
            Path file = published.folder().resolve(name);
            String digest = minutes.recording(name)
                    .map(part -> part.fingerprint().digest().hex())
                    .orElse("");
            if (digest.isEmpty() && Files.size(file) < SMALL) {
                digest = Fingerprinter.fingerprint(file).digest().hex();
            }
            stamps.put(name, FileStamp.of(file, digest));
        }
        return stamps;
    }

    private static boolean sameLarge(
            Path fresh, SortedMap<String, FileStamp> stamps, SortedMap<String, FileStamp> before) {
        String name = fresh.getFileName().toString();
        FileStamp now = stamps.get(name);
        FileStamp then = before.get(name);
        return now != null
                && then != null
                && !now.sha256().isEmpty()
                && now.sha256().equals(then.sha256());
    }

    private static SortedMap<String, FileStamp> retimed(SortedMap<String, FileStamp> stamps, Path folder)
            throws IOException {
        SortedMap<String, FileStamp> retimed = new TreeMap<>();
        for (String name : stamps.keySet()) {
            retimed.put(
                    name, FileStamp.of(folder.resolve(name), stamps.get(name).sha256()));
        }
        return retimed;
    }

    private SessionRecord.Row row(Minutes minutes) {
        Meeting shown =
                PublicView.of(minutes, words.say("session.secret")).minutes().meeting();
        return new SessionRecord.Row(
                shown.id().toString(),
                shown.municipality().name(),
                shown.organ().name(),
                shown.id().year(),
                shown.id().number(),
                words.words().say(shown.kind().label()),
                shown.openedAt().orElse(shown.scheduledAt()),
                shown.agenda().size(),
                words.words().say(Course.of(shown).state().label()));
    }

    /** A part's own name may tell of what was secret; its number does not. */
    private static List<String> withheld(PublishedSite published, Minutes minutes) {
        List<String> shown = new ArrayList<>();
        for (String name : published.withheld()) {
            int part = minutes.recordings().stream()
                    .map(RecordingPart::name)
                    .toList()
                    .indexOf(name);
            shown.add(part < 0 ? name : "recording-" + (part + 1));
        }
        return shown;
    }

    private static List<String> secretItems(Meeting meeting) {
        return meeting.agenda().stream()
                .filter(PublicView::isSecret)
                .map(item -> SiteActs.key(meeting.id().toString(), item.id()))
                .toList();
    }

    private static String folder(Meeting meeting) {
        String plain = Normalizer.normalize(meeting.organ().name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String organ = plain.isEmpty() ? meeting.organ().kind().code() : plain;
        return "sessions/" + String.format(Locale.ROOT, "%04d", meeting.id().year()) + "/" + organ + "/"
                + meeting.id().number() + "/";
    }
}
