// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What the renderer has to say goes where everything else goes, instead of to the standard error stream; its chatter
 * counts as debugging. An application that chose a log for the renderer keeps its own.
 */
final class RenderingLog implements XRLogger {
    private static final Logger LOG = LoggerFactory.getLogger(RenderingLog.class);

    private RenderingLog() {}

    static void install() {
        if (XRLog.getLoggerImpl() == null) {
            XRLog.setLoggerImpl(new RenderingLog());
        }
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return LOG.isEnabledForLevel(level(diagnostic.getLevel()));
    }

    @Override
    public void log(String where, Level level, String msg) {
        at(level).log("{}: {}", where, msg);
    }

    @Override
    public void log(String where, Level level, String msg, Throwable th) {
        at(level).setCause(th).log("{}: {}", where, msg);
    }

    @Override
    public void setLevel(String logger, Level level) {
        // Levels are the application's to choose.
    }

    private static LoggingEventBuilder at(Level level) {
        return LOG.atLevel(level(level));
    }

    private static org.slf4j.event.Level level(Level level) {
        return level.intValue() >= Level.WARNING.intValue() ? org.slf4j.event.Level.WARN : org.slf4j.event.Level.DEBUG;
    }
}
