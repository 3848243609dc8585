/**
 * What verifying a folder of small documents costs, beside plain DSS. Begin with
 * {@link eu.digitalminutes.examples.benchmark.batch.BatchBenchmark}.
 */
@NullMarked
package eu.digitalminutes.examples.benchmark.batch;

import org.jspecify.annotations.NullMarked;
