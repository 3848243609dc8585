// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.TimeIndex;
import eu.digitalminutes.core.outcome.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Places in a recording in the words of a finding: the hour, what was going on, the bytes. */
final class Places {
    private Places() {}

    /** What was going on, as the time index names it. */
    static Text items(Minutes minutes, RecordingPart part, MediaSpan span) {
        List<Text> titles = TimeIndex.of(minutes).chapters().stream()
                .filter(chapter -> chapter.part().equals(part.name()))
                .filter(chapter -> new MediaSpan(chapter.from(), chapter.to()).meets(span))
                .map(TimeIndex.Chapter::title)
                .toList();
        return titles.isEmpty()
                ? new Text("—", "—")
                : new Text(
                        String.join("; ", titles.stream().map(Text::italian).toList()),
                        String.join("; ", titles.stream().map(Text::english).toList()));
    }

    static String bytes(long place) {
        return String.format(Locale.ROOT, "%d", place);
    }

    static String clock(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
