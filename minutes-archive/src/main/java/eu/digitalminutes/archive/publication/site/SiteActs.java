// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.internal.page.SiteStore;
import eu.digitalminutes.archive.publication.PublishedAct;
import eu.digitalminutes.archive.publication.albo.AlboAct;
import eu.digitalminutes.archive.publication.albo.AlboEntry;
import eu.digitalminutes.archive.publication.albo.AlboRegister;
import eu.digitalminutes.archive.publication.albo.AlboSite;
import eu.digitalminutes.core.meeting.Meeting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The acts at the albo, by the meeting that adopted them, and the albo as the public sees it. */
final class SiteActs {
    private final Optional<AlboRegister> register;
    private final String secret;
    private final Map<String, List<AlboEntry>> byMeeting = new HashMap<>();

    SiteActs(Optional<AlboRegister> register, String secret) {
        this.register = register;
        this.secret = secret;
        register.ifPresent(one -> one.entries().stream()
                .filter(entry ->
                        !entry.act().meeting().isEmpty() && entry.annulment().isEmpty())
                .forEach(entry -> byMeeting
                        .computeIfAbsent(entry.act().meeting(), meeting -> new ArrayList<>())
                        .add(entry)));
    }

    /** What the page of a meeting says of its acts, as a digest. */
    String stamp(String meeting) {
        StringBuilder text = new StringBuilder();
        for (AlboEntry entry : byMeeting.getOrDefault(meeting, List.of())) {
            text.append(entry.number()).append(entry.act().item()).append(entry.act());
            text.append(entry.from()).append(entry.to()).append(entry.act().executable());
        }
        return Stamps.of(text.toString());
    }

    /** The acts of a meeting that name an item of its agenda. */
    List<PublishedAct> of(Meeting meeting) {
        Set<String> items = new HashSet<>();
        meeting.agenda().forEach(item -> items.add(item.id()));
        List<PublishedAct> acts = new ArrayList<>();
        for (AlboEntry entry : byMeeting.getOrDefault(meeting.id().toString(), List.of())) {
            if (items.contains(entry.act().item())) {
                PublishedAct act =
                        PublishedAct.of(entry.act().item(), name(entry)).atAlbo(entry.from(), entry.to());
                acts.add(entry.act().executable().map(act::executableFrom).orElse(act));
            }
        }
        return acts;
    }

    private static String name(AlboEntry entry) {
        AlboAct act = entry.act();
        return act.reference().isBlank() ? act.kind() : (act.kind() + " " + act.reference()).strip();
    }

    /** The albo, in which acts on secret items have neither subject nor documents. */
    void write(ArchiveSite what, SiteStore store, String body, List<SessionRecord> sessions) throws IOException {
        if (register.isEmpty()) {
            return;
        }
        Set<String> secretItems = new HashSet<>();
        sessions.forEach(session -> secretItems.addAll(session.secretItems()));
        AlboRegister shown = register.get()
                .showing(act -> secretItems.contains(key(act.meeting(), act.item())) ? withoutSubject(act) : act);
        AlboSite pages = AlboSite.of(shown, what.publisher(body), what.language());
        AlboSite addressed = what.address().map(pages::at).orElse(pages);
        for (Map.Entry<String, String> file : addressed.files(what.today()).entrySet()) {
            store.put(file.getKey(), file.getValue());
        }
    }

    private AlboAct withoutSubject(AlboAct act) {
        AlboAct.Builder shown = AlboAct.of(act.kind(), secret, act.requester())
                .reference(act.reference())
                .office(act.office())
                .area(act.area())
                .responsible(act.responsible());
        act.executable().ifPresent(shown::executableFrom);
        return shown.build();
    }

    /** Names a secret item of a meeting without telling its id. */
    static String key(String meeting, String item) {
        return Stamps.of(meeting + "|" + item);
    }
}
