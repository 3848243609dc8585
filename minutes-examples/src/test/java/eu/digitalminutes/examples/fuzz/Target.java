// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.util.List;

/**
 * A door for untrusted bytes: what comes in there, who reads it, and how the reader may refuse.
 *
 * @param name in the names of files and on the command line
 * @param corpus what is damaged
 * @param reader is given a damaged file
 * @param documented the exceptions that its javadoc names
 */
record Target(String name, List<Seed> corpus, Reader reader, List<Class<? extends Exception>> documented) {
    /** Reads a damaged file. */
    @FunctionalInterface
    interface Reader {
        void read(Seed damaged) throws Exception;
    }

    /** A reader of bytes: whatever is wrong with them is said in one way. */
    static Target ofBytes(String name, List<Seed> corpus, Reader reader) {
        return new Target(name, corpus, reader, List.of(MinutesException.class));
    }

    /** A reader of files, which may also be unable to read. */
    static Target ofFiles(String name, List<Seed> corpus, Reader reader) {
        return new Target(name, corpus, reader, List.of(MinutesException.class, IOException.class));
    }

    boolean documents(Throwable thrown) {
        return documented.stream().anyMatch(one -> one.isInstance(thrown));
    }
}
