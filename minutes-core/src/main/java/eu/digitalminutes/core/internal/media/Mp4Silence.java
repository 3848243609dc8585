// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.util.List;

/** A sound track whose compressed frames are all next to nothing: the microphone was off. */
final class Mp4Silence {
    private Mp4Silence() {}

    static void check(Draft draft, List<Mp4Track> tracks) {
        boolean heard = false;
        boolean silent = false;
        for (Mp4Track track : tracks) {
            DraftTrack described = track.described();
            if (described == null || described.kind() != DraftTrack.Kind.AUDIO) {
                continue;
            }
            boolean quiet = described.codec().equals("aac") && track.tables().quiet();
            silent |= quiet;
            heard |= !quiet;
        }
        if (silent && !heard) {
            draft.fault(Fault.SILENT, "AAC");
        }
    }
}
