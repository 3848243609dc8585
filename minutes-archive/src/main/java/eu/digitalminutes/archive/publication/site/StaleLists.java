// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.internal.page.SiteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of years and organs that have no session any more. */
final class StaleLists {
    private StaleLists() {}

    /** Folders of sessions that no source accounts for, as a lost state leaves them. */
    static List<String> removeOrphans(Path site, List<SessionRecord> pages) throws IOException {
        Path sessions = site.resolve("sessions");
        if (!Files.isDirectory(sessions)) {
            return List.of();
        }
        Set<String> known = pages.stream().map(SessionRecord::folder).collect(Collectors.toSet());
        List<String> orphans;
        try (Stream<Path> found = Files.walk(sessions, 3)) {
            orphans = found.filter(path -> sessions.relativize(path).getNameCount() == 3)
                    .filter(Files::isDirectory)
                    .map(path -> site.relativize(path).toString().replace('\\', '/') + "/")
                    .filter(name -> !known.contains(name))
                    .toList();
        }
        for (String orphan : orphans) {
            new SessionFolder(site.resolve(orphan)).remove();
        }
        return orphans;
    }

    static List<String> remove(Path site, SiteStore store) throws IOException {
        Path sessions = site.resolve("sessions");
        if (!Files.isDirectory(sessions)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> found = Files.walk(sessions, 2)) {
            folders = found.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(sessions))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        List<String> removed = new ArrayList<>();
        for (Path folder : folders) {
            Path list = folder.resolve("index.html");
            String name = site.relativize(list).toString().replace('\\', '/');
            if (!store.has(name) && Files.deleteIfExists(list)) {
                removed.add(name);
            }
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    continue;
                }
            }
            Files.delete(folder);
        }
        return removed;
    }
}
