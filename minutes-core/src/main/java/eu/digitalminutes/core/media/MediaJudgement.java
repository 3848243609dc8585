// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import eu.digitalminutes.core.internal.media.Draft;
import eu.digitalminutes.core.internal.media.Fault;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Weighs what was found in a file: what it means for its completeness, its condition and its preservation. */
final class MediaJudgement {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(MediaProbe.class);

    private record Weighed(MediaCondition condition, Finding finding) {}

    private final String file;
    private final long bytes;
    private final Draft draft;
    private final MediaContainer container;
    private final List<MediaTrack> tracks;
    private final Preservation.Judgement preservation;
    private final List<Weighed> weighed = new ArrayList<>();

    MediaJudgement(String file, long bytes, Draft draft) {
        this.file = file;
        this.bytes = bytes;
        this.draft = draft;
        this.container = draft.form().isEmpty() ? MediaContainer.NONE : MediaContainer.valueOf(draft.form());
        this.tracks = draft.tracks().stream().map(MediaTrack::new).toList();
        this.preservation = Preservation.of(CATALOGUE, container, tracks);
        draft.faults().forEach((fault, found) -> weigh(condition(fault), fault.name(), found));
        whatItIs();
        weighed.sort(Comparator.comparing(Weighed::condition).reversed());
    }

    private void whatItIs() {
        if (!container.fits(file)) {
            weigh(MediaCondition.SUSPICIOUS, "WRONG_EXTENSION", container.name());
        }
        if (tracks.isEmpty()) {
            return;
        }
        if (!holds(TrackKind.AUDIO)) {
            weigh(MediaCondition.REJECT, "NO_SOUND", "");
        }
        if (preservation.admissibility() == Admissibility.NO) {
            weighed.add(new Weighed(MediaCondition.WARN, preservation.finding(file)));
        }
        if (container == MediaContainer.ADTS || container == MediaContainer.W64) {
            weigh(MediaCondition.WARN, "CONTAINER_UNLISTED", container.name());
        }
        if (container == MediaContainer.MP4
                && tracks.stream().anyMatch(track -> track.codec().equals("opus"))) {
            weigh(MediaCondition.WARN, "CODEC_UNUSUAL", "Opus");
        }
    }

    private void weigh(MediaCondition condition, String code, String found) {
        Severity severity = switch (condition) {
            case DAMAGED, REJECT -> Severity.FAIL;
            case WARN, SUSPICIOUS -> Severity.WARN;
            case OK -> Severity.INFO;
        };
        String detail = found.isEmpty() ? "" : " (" + found + ")";
        weighed.add(new Weighed(condition, CATALOGUE.finding(code, severity, file, detail)));
    }

    private static MediaCondition condition(Fault fault) {
        return switch (fault.weight()) {
            case INFO -> MediaCondition.OK;
            case WARN -> MediaCondition.WARN;
            case SUSPICIOUS -> MediaCondition.SUSPICIOUS;
            case DAMAGED -> MediaCondition.DAMAGED;
            case REJECT -> MediaCondition.REJECT;
        };
    }

    private boolean holds(TrackKind kind) {
        return tracks.stream().anyMatch(track -> track.kind() == kind);
    }

    String file() {
        return file;
    }

    long bytes() {
        return bytes;
    }

    MediaContainer container() {
        return container;
    }

    String mediaType() {
        return container.mediaType(holds(TrackKind.VIDEO) || !holds(TrackKind.AUDIO));
    }

    Optional<String> puid() {
        return Pronom.id(container, draft.variant(), tracks);
    }

    Optional<Duration> duration() {
        return draft.seconds() < 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(1000 * Math.round(draft.seconds() * 1e6)));
    }

    List<MediaTrack> tracks() {
        return tracks;
    }

    Completeness complete() {
        Fault.Whole worst = draft.faults().keySet().stream()
                .map(Fault::whole)
                .max(Comparator.naturalOrder())
                .orElse(Fault.Whole.YES);
        return Completeness.valueOf(worst.name());
    }

    MediaCondition condition() {
        return weighed.isEmpty() ? MediaCondition.OK : weighed.get(0).condition();
    }

    Preservation.Judgement preservation() {
        return preservation;
    }

    List<Finding> problems() {
        return weighed.stream().map(Weighed::finding).toList();
    }
}
