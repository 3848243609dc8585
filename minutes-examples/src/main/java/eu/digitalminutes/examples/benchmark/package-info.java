/**
 * What the core costs, measured. Begin with {@link eu.digitalminutes.examples.benchmark.SessionBenchmark}; run it by
 * hand, on a machine that is otherwise quiet.
 */
@NullMarked
package eu.digitalminutes.examples.benchmark;

import org.jspecify.annotations.NullMarked;
