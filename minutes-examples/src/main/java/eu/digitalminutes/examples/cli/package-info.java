/**
 * The command line of the SDK, {@code minutes-examples/bin/minutes}: results on the standard output, progress and failures
 * on the error stream, verdicts and failures as exit codes. Begin with
 * {@link eu.digitalminutes.examples.cli.MinutesCommand}.
 */
@NullMarked
package eu.digitalminutes.examples.cli;

import org.jspecify.annotations.NullMarked;
