/**
 * What signing a large file costs: ours, DSS, DigiDoc4j, Bouncy Castle and openssl on the same file in the same run. Begin
 * with {@link eu.digitalminutes.examples.benchmark.signing.SigningBenchmark}, or run {@code bin/benchmark-signing}.
 */
@NullMarked
package eu.digitalminutes.examples.benchmark.signing;

import org.jspecify.annotations.NullMarked;
