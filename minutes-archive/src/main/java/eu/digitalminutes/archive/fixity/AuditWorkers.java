// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.internal.pass.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Some work on each of many things, a few at a time, until all is done or one fails. */
final class AuditWorkers {
    private AuditWorkers() {}

    /** What is done to one thing. */
    @FunctionalInterface
    interface Work<T> {
        T apply(String thing) throws IOException;
    }

    static <T> Map<String, T> run(List<String> things, int threads, Work<T> work) throws IOException {
        List<Callable<T>> works = new ArrayList<>();
        things.forEach(thing -> works.add(() -> work.apply(thing)));
        // whoever is told that it ended may take the store away: the threads end with the call
        List<T> results = Workers.run(works, threads, "minutes-audit");
        Map<String, T> done = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            done.put(things.get(i), results.get(i));
        }
        return done;
    }
}
