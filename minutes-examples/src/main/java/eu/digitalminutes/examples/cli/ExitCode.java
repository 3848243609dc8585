// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.outcome.Verdict;

/** What the process says to the shell: verdicts as small numbers, failures as in {@code sysexits.h}. */
final class ExitCode {
    static final int OK = 0;
    static final int NEGATIVE = 1;
    static final int INDETERMINATE = 2;
    static final int USAGE = 64;
    static final int BAD_DATA = 65;
    static final int NO_INPUT = 66;
    static final int UNAVAILABLE = 69;
    static final int CANNOT_CREATE = 73;
    static final int IO_ERROR = 74;
    static final int CANCELLED = 75;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case VALID -> OK;
            case INVALID -> NEGATIVE;
            case INDETERMINATE -> INDETERMINATE;
        };
    }
}
