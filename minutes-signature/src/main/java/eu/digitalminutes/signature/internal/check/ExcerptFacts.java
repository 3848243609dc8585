// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.media.MediaSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an excerpt holds of a recording.
 *
 * @param part the name of the recording's part
 * @param pieces what it holds, in the order of the recording
 * @param rest the signed files that it does not hold whole
 */
public record ExcerptFacts(String part, List<Piece> pieces, List<String> rest) {
    /** Copies the lists. */
    public ExcerptFacts {
        pieces = List.copyOf(pieces);
        rest = List.copyOf(rest);
    }

    /**
     * Some bytes.
     *
     * @param bytes where they belong in the recording
     * @param proven whether they are the signed ones
     * @param span which time they hold; null if none, as headers do, or not known
     */
    public record Piece(
            ByteRange bytes, boolean proven, @Nullable MediaSpan span) {}
}
