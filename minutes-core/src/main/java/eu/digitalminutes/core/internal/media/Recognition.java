// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Which reader a file is for, by its first bytes. */
final class Recognition {
    private static final Set<String> MP4 = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "styp");

    private Recognition() {}

    static Optional<Reader> reader(MediaBytes bytes, boolean deep) throws IOException {
        if (bytes.size() >= 8 && MP4.contains(bytes.name(4))) {
            return Optional.of(new Mp4Reader(deep));
        }
        if (bytes.says(0, "\u001aE\u00df\u00a3")) {
            return Optional.of(new MkvReader());
        }
        return Optional.empty();
    }
}
