// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.rendition.FormatAssessment;
import eu.digitalminutes.archive.rendition.MadeRenditions;
import eu.digitalminutes.archive.rendition.Renditions;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is made from a container and goes into its package beside it. */
final class RenditionOptions {
    @Option(names = "--no-renditions")
    private boolean none;

    @Option(names = "--act")
    private boolean act;

    @Option(names = "--format-reason", paramLabel = "TEXT")
    private String reason = "";

    @Option(names = "--format-index", paramLabel = "N")
    private @Nullable Integer index;

    /** Refuses what contradicts itself, before anything is read. */
    void check() {
        if (none && (act || !reason.isEmpty() || index != null)) {
            throw new IllegalArgumentException(
                    "--act, --format-reason and --format-index ask for what --no-renditions leaves out");
        }
        if (index != null && (index < 0 || index > 20)) {
            throw new IllegalArgumentException("--format-index goes from 0 to 20, not " + index);
        }
    }

    /** Makes them; what cannot be made is a warning. */
    List<AddedFile> of(SignedMinutes signed, CommandOptions options) throws IOException {
        if (none) {
            return List.of();
        }
        Renditions renditions = Renditions.of(signed).assessed(this::filled);
        MadeRenditions made = (act ? renditions.withWrittenAct() : renditions).make(options.task());
        if (!made.report().findings().isEmpty()) {
            options.err()
                    .println("minutes: " + options.word("archive.left-out")
                            + options.lines(made.report().findings()));
        }
        if (reason.isEmpty()
                && made.files().stream().anyMatch(file -> file.name().equals(Renditions.ASSESSMENT))) {
            options.warn("archive.unreasoned");
        }
        return made.files();
    }

    private FormatAssessment filled(FormatAssessment assessment) {
        FormatAssessment reasoned = reason.isEmpty() ? assessment : assessment.because(reason);
        return index == null ? reasoned : reasoned.withIndex(index);
    }
}
