// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/**
 * A program that puts other signatures around a content, or wraps it anew, until somebody kills it; the number of the step
 * says which signatures.
 */
final class EndlessEnveloper {
    /** Enough for any patience of the killer's; left to itself, the program ends. */
    private static final int MAX_STEPS = 1_000;

    private EndlessEnveloper() {}

    /** What to do, the envelope, the content, and the step it is at. Prints each step when it is done. */
    public static void main(String[] arguments) throws IOException {
        Path envelope = Path.of(arguments[1]);
        int first = Integer.parseInt(arguments[3]) + 1;
        for (int step = first; step < first + MAX_STEPS; step++) {
            if (arguments[0].equals("replace")) {
                EnvelopeWriter.replace(envelope, after(step));
            } else {
                try (PendingFile pending = PendingFile.forTarget(envelope)) {
                    EnvelopeWriter.write(pending.path(), Path.of(arguments[2]), after(step), Task.none());
                    pending.commit();
                }
            }
            System.out.println(step);
        }
    }

    /** The signatures after a step: of all sizes, so that the lengths before the content grow and shrink. */
    static byte[] after(int step) {
        return EnvelopeTest.signatures(1 + new Random(step).nextInt(step % 3 == 0 ? 400 : 300_000));
    }
}
