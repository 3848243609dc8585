// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import java.util.concurrent.Callable;

/** A command with the options that all commands have. */
interface OptionedCommand extends Callable<Integer> {
    CommandOptions options();
}
