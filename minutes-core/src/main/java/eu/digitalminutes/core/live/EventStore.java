// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

import eu.digitalminutes.core.event.SessionEvent;
import java.io.IOException;

/**
 * Where the events of a meeting are kept while it goes on (<i>giornale della seduta</i>): a file, such as
 * {@link EventJournal}, or a table of the host.
 */
@FunctionalInterface
public interface EventStore {
    /**
     * Keeps one event for good before it counts. Called in the order of the chain, never by two threads at once.
     *
     * @param event the event, chained to the one kept before
     * @throws IOException if it could not be kept; the meeting then does not take the event either
     */
    void append(SessionEvent event) throws IOException;

    /**
     * A store that keeps nothing, for tests and rehearsals: what is only in memory dies with the program.
     *
     * @return the store
     */
    static EventStore inMemory() {
        return event -> {};
    }
}
