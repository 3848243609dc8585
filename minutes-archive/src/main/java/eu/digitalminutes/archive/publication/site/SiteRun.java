// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.internal.page.PageFrame;
import eu.digitalminutes.archive.internal.page.SiteStore;
import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One run over a site. */
final class SiteRun {
    private static final int MANY = 10;

    private final ArchiveSite what;
    private final Path site;
    private final Task task;
    private final SiteWords words;
    private final SiteStore store;
    private final Stamps stamps;
    private final SiteState state;
    private final SiteActs acts;
    private final List<String> removed = new ArrayList<>();
    private final Map<String, Exception> failures = new LinkedHashMap<>();
    private final Map<String, String> claimed = new HashMap<>();
    private int written;
    private int unchanged;

    SiteRun(ArchiveSite what, Path site, Task task) throws IOException {
        this.what = what;
        this.site = site;
        this.task = task;
        this.words = SiteWords.in(what.language());
        this.store = new SiteStore(site);
        this.stamps = Stamps.of(what);
        this.state = SiteState.read(stateFile());
        this.acts = new SiteActs(what.albo(), words.say("session.secret"));
    }

    SiteChange publish(List<? extends SessionSource> sources) throws IOException {
        SessionFolder.heal(site.resolve("sessions"));
        SiteStore.removeAll(staging());
        requireNotMany(sources);
        requireAlbo();
        List<SessionSource> inOrder = new ArrayList<>(sources);
        inOrder.sort(Comparator.comparing(SessionSource::name));
        for (SessionRecord one : state.all()) {
            claimed.put(one.folder(), one.source());
        }
        Set<String> present = new HashSet<>();
        try {
            Task.Stage stage = task.stage("publish", inOrder.size());
            for (SessionSource source : inOrder) {
                String key = Stamps.of(source.name());
                if (!present.add(key)) {
                    throw new IllegalArgumentException("two sources are called " + source.name());
                }
                session(source, key, sources);
                stage.advance(1);
            }
            stage.complete();
            removeAllBut(present);
        } finally {
            state.write(stateFile());
        }
        return lists();
    }

    private void session(SessionSource source, String key, List<? extends SessionSource> all) throws IOException {
        Optional<SessionRecord> known = state.of(key);
        String stamp = stamps.of(source);
        if (known.isPresent() && isCurrent(known.get(), stamp)) {
            unchanged += known.get().files().size();
            return;
        }
        try {
            KnownRecordings recordings = known.filter(one -> !what.isCheckingAll())
                    .map(one -> new KnownRecordings(site.resolve(one.folder()), one.known()))
                    .orElse(KnownRecordings.none());
            SessionWork work = new SessionWork(what, site, staging(), words, acts, task);
            try (SessionContent content = source.open(recordings, task)) {
                SessionRecord fresh = work.write(content, key, stamp, known, folder -> claim(folder, key, all));
                written += work.written();
                unchanged += fresh.files().size()
                        - Math.min(work.written(), fresh.files().size());
                state.put(fresh);
                if (known.isPresent() && !known.get().folder().equals(fresh.folder())) {
                    remove(known.get());
                }
            }
        } catch (CancelledException e) {
            throw e;
        } catch (MinutesException | IOException e) {
            failures.put(source.name(), e);
        } finally {
            SiteStore.removeAll(staging());
        }
    }

    private boolean isCurrent(SessionRecord known, String stamp) throws IOException {
        if (what.isCheckingAll()
                || !known.stamp().equals(stamp)
                || !known.acts().equals(acts.stamp(known.row().meeting()))) {
            return false;
        }
        Path folder = site.resolve(known.folder());
        for (Map.Entry<String, FileStamp> file : known.files().entrySet()) {
            if (!file.getValue().isStill(folder.resolve(file.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Two sources must not write to one folder; a source that was renamed may take over from itself. */
    private void claim(String folder, String key, List<? extends SessionSource> all) {
        String owner = claimed.putIfAbsent(folder, key);
        if (owner == null || owner.equals(key)) {
            return;
        }
        Optional<String> other = all.stream()
                .map(SessionSource::name)
                .filter(name -> Stamps.of(name).equals(owner))
                .findFirst();
        if (other.isPresent()) {
            throw new MinutesException(
                    "SITE_SESSION_TWICE",
                    "the page " + folder + " comes from " + other.get() + " already; publish one of the two sources");
        }
        claimed.put(folder, key);
        state.remove(owner);
    }

    private void removeAllBut(Set<String> present) throws IOException {
        for (SessionRecord record : state.all()) {
            if (!present.contains(record.source())) {
                remove(record);
                state.remove(record.source());
            }
        }
    }

    private void remove(SessionRecord record) throws IOException {
        if (record.hasPage()) {
            new SessionFolder(site.resolve(record.folder())).remove();
            removed.add(record.folder());
        }
    }

    private void requireNotMany(List<? extends SessionSource> sources) {
        Set<String> present = new HashSet<>();
        sources.forEach(source -> present.add(Stamps.of(source.name())));
        List<SessionRecord> all = state.all();
        long gone = all.stream().filter(one -> !present.contains(one.source())).count();
        if (!what.isRemovingMany() && all.size() > MANY && gone * 2 > all.size()) {
            throw new MinutesException(
                    "SITE_SOURCES_GONE",
                    gone + " of " + all.size() + " published sessions have no source any more; look whether the archive"
                            + " is mounted, or say that they shall go");
        }
    }

    /** Acts must not leave the albo because somebody forgot to name its register. */
    private void requireAlbo() {
        if (what.albo().isEmpty() && Files.isDirectory(site.resolve("albo"))) {
            throw new MinutesException(
                    "SITE_ALBO_MISSING",
                    "the site has an albo: give its register, or an empty one if nothing shall stay published");
        }
    }

    private SiteChange lists() throws IOException {
        List<SessionRecord> pages =
                state.all().stream().filter(SessionRecord::hasPage).toList();
        String body = pages.stream()
                .min(SessionRecord.NEWEST_FIRST)
                .map(session -> session.row().body())
                .orElse(what.publisher(words.say("home.title")).name());
        store.put(PageFrame.ASSETS + "site.css", Stamps.style());
        store.put(PageFrame.ASSETS + "site.js", Stamps.resource(PublicationSite.class, "site.js"));
        for (String script : PublicationSite.CHECKING_SCRIPTS) {
            store.put(PageFrame.ASSETS + script, Stamps.resource(PublicationSite.class, script));
        }
        store.put(PageFrame.ASSETS + SearchPage.SCRIPT, Stamps.resource(ArchiveSite.class, SearchPage.SCRIPT));
        Map<Integer, List<String>> shards = new TreeMap<>(Comparator.reverseOrder());
        for (int year : SearchShards.years(pages)) {
            List<SessionRecord> ofYear = pages.stream()
                    .filter(session -> session.row().year() == year)
                    .toList();
            List<String> names = SearchShards.write(site, store, state, year, ofYear, words);
            if (!names.isEmpty()) {
                shards.put(year, names);
            }
        }
        state.keepOnlyYears(SearchShards.years(pages));
        state.write(stateFile());
        if (!shards.isEmpty()) {
            store.put(SearchPage.FILE, SearchPage.of(words, what.language(), body, shards));
        }
        acts.write(what, store, body, state.all());
        String address = what.address().map(Object::toString).orElse("");
        new SiteLists(store, words, what.language(), body, address, pages)
                .write(what.albo().isPresent(), !shards.isEmpty());
        removed.addAll(store.removeOthers("search"));
        removed.addAll(store.removeOthers("albo"));
        if (shards.isEmpty()) {
            Files.deleteIfExists(site.resolve(SearchPage.FILE));
        }
        if (failures.isEmpty()) {
            removed.addAll(StaleLists.removeOrphans(site, pages));
        }
        removed.addAll(StaleLists.remove(site, store));
        return new SiteChange(
                site,
                pageNames(pages),
                written + store.written(),
                unchanged + store.unchanged(),
                removed,
                withheld(),
                failures);
    }

    private List<String> pageNames(List<SessionRecord> sessions) {
        List<String> names = new ArrayList<>();
        names.add("index.html");
        store.names().stream()
                .filter(name -> name.endsWith(".html") && !name.equals("index.html"))
                .forEach(names::add);
        sessions.stream()
                .sorted(SessionRecord.NEWEST_FIRST)
                .forEach(session -> names.add(session.folder() + SessionFolder.PAGE));
        return names;
    }

    private List<String> withheld() {
        List<String> lines = new ArrayList<>();
        for (SessionRecord record : state.all()) {
            record.withheld().forEach(one -> lines.add(record.folder() + one));
        }
        return lines;
    }

    private Path stateFile() {
        return site.resolve(SiteLock.STATE).resolve("state.json");
    }

    private Path staging() {
        return site.resolve(SiteLock.STATE).resolve("new");
    }
}
