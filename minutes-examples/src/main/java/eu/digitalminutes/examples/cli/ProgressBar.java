// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.task.Progress;
import eu.digitalminutes.core.task.ProgressListener;
import java.io.PrintWriter;
import java.util.Locale;

/** One line that fills up on a terminal; short work draws nothing. */
final class ProgressBar implements ProgressListener {
    private static final int WIDTH = 30;
    private static final int LINE = 78;

    private final PrintWriter terminal;
    private boolean drawn;

    ProgressBar(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onProgress(Progress progress) {
        boolean complete = progress.bytesDone() >= progress.bytesTotal();
        if (complete && !drawn) {
            return;
        }
        double part = progress.bytesTotal() == 0 ? 1 : (double) progress.bytesDone() / progress.bytesTotal();
        int full = (int) Math.round(part * WIDTH);
        String text = String.format(
                Locale.ROOT,
                "[%s%s] %3d%% %s",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                Math.round(part * 100),
                progress.stage());
        String line = text.length() > LINE ? text.substring(0, LINE) : text;
        terminal.print("\r" + (complete ? " ".repeat(LINE) + "\r" : String.format(Locale.ROOT, "%-78s", line)));
        terminal.flush();
        drawn = !complete;
    }
}
