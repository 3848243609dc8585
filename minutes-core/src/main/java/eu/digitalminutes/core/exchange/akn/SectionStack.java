// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The sections of a debate while it is put together: at most one is open at each depth. */
final class SectionStack {
    private final AknIds ids = new AknIds();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<DebateSection> done = new ArrayList<>();
    private final List<Begun> begun = new ArrayList<>();

    /** A section or speech, and when it began. */
    record Begun(String id, OffsetDateTime at) {}

    private record Open(
            String element, String name, String id, String number, String heading, List<DebatePart> parts) {}

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The element of the outermost open section; empty if none is open. */
    String top() {
        return open.isEmpty() ? "" : open.getLast().element();
    }

    /** The eId of the innermost open section; empty if none is open. */
    String id() {
        return open.isEmpty() ? "" : open.element().id();
    }

    void begin(OffsetDateTime at, String element, String name, String number, String heading) {
        String id = ids.next(id(), element);
        open.push(new Open(element, name, id, number, heading, new ArrayList<>()));
        begun.add(new Begun(id, at));
    }

    String nextId(OffsetDateTime at, String element) {
        String id = ids.next(id(), element);
        begun.add(new Begun(id, at));
        return id;
    }

    void add(DebatePart part) {
        open.element().parts().add(part);
    }

    void end() {
        Open ended = open.pop();
        DebateSection section = new DebateSection(
                ended.element(), ended.name(), ended.id(), ended.number(), ended.heading(), ended.parts());
        if (open.isEmpty()) {
            done.add(section);
        } else {
            add(section);
        }
    }

    void endAll() {
        while (!open.isEmpty()) {
            end();
        }
    }

    List<DebateSection> sections() {
        return List.copyOf(done);
    }

    List<Begun> begun() {
        return List.copyOf(begun);
    }
}
