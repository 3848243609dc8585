/**
 * What the core costs, and a folder of documents, measured. Begin with
 * {@link eu.digitalminutes.examples.benchmark.SessionBenchmark} or {@code bin/benchmark-batch}; run it by
 * hand, on a machine that is otherwise quiet.
 */
@NullMarked
package eu.digitalminutes.examples.benchmark;

import org.jspecify.annotations.NullMarked;
