// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media.crosscheck;

import eu.digitalminutes.core.media.MediaContainer;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.TrackKind;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds our reading of a recording against what other programs say of it (<i>controllo incrociato</i>). Off unless it is
 * called; a program is asked only about what we have recognised, since some follow what a file names.
 */
public final class CrossCheck {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(CrossCheck.class);

    /** Programs count a first picture that is not shown, or a last sound that fills up. */
    private static final Duration ROUNDING = Duration.ofMillis(500);

    private CrossCheck() {}

    /**
     * Asks the programs.
     *
     * @param facts what we found
     * @param recording the file that they are about, read by each program as it likes
     * @param examiners whom to ask
     * @return a warning for each difference, a note for each program that could not be asked; empty if all agree
     */
    public static List<Finding> of(MediaFacts facts, Path recording, List<MediaExaminer> examiners) {
        List<Finding> findings = new ArrayList<>();
        if (facts.container() == MediaContainer.NONE) {
            return findings;
        }
        for (MediaExaminer examiner : examiners) {
            try {
                Optional<MediaOpinion> opinion = examiner.examine(recording);
                if (opinion.isEmpty()) {
                    findings.add(CATALOGUE.finding("CROSS_CHECK_ABSENT", Severity.INFO, facts.file(), examiner.name()));
                } else {
                    compare(facts, examiner.name(), opinion.get(), findings);
                }
            } catch (IOException e) {
                findings.add(CATALOGUE.finding(
                        "CROSS_CHECK_FAILED",
                        Severity.WARN,
                        facts.file(),
                        examiner.name(),
                        String.valueOf(e.getMessage())));
            }
        }
        return findings;
    }

    private static void compare(MediaFacts facts, String program, MediaOpinion opinion, List<Finding> findings) {
        if (facts.duration().isPresent() && opinion.duration().isPresent()) {
            Duration ours = facts.duration().get();
            Duration theirs = opinion.duration().get();
            if (ours.minus(theirs).abs().compareTo(ROUNDING) > 0) {
                findings.add(CATALOGUE.finding(
                        "CROSS_CHECK_DURATION", Severity.WARN, facts.file(), program, seconds(ours), seconds(theirs)));
            }
        }
        tracks(facts, program, TrackKind.VIDEO, opinion.videoTracks(), findings);
        tracks(facts, program, TrackKind.AUDIO, opinion.audioTracks(), findings);
        if (opinion.truncated().orElse(false)) {
            findings.add(CATALOGUE.finding("CROSS_CHECK_TRUNCATED", Severity.WARN, facts.file(), program));
        }
    }

    private static void tracks(MediaFacts facts, String program, TrackKind kind, int theirs, List<Finding> findings) {
        long ours =
                facts.tracks().stream().filter(track -> track.kind() == kind).count();
        if (ours != theirs) {
            findings.add(CATALOGUE.finding(
                    "CROSS_CHECK_TRACKS", Severity.WARN, facts.file(), program, kind.name(), ours, theirs));
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
