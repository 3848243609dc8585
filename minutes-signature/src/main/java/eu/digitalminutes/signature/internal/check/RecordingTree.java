// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.media.MediaSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree that lies beside a recording, and the one that the recording really has.
 *
 * @param declared the tree of the file; null if that is none
 * @param malformed why it is none; empty if it is one
 * @param places where the recording differs from the declared tree
 * @param same whether the recording has the declared tree
 */
public record RecordingTree(@Nullable ChunkTree declared, String malformed, List<Place> places, boolean same) {
    /** Copies the list. */
    public RecordingTree {
        places = List.copyOf(places);
    }

    /**
     * Where a recording is damaged.
     *
     * @param bytes which bytes are others than the signed ones
     * @param span which time they hold; null if that is not known
     * @param about whether the time is only about so
     */
    public record Place(ByteRange bytes, @Nullable MediaSpan span, boolean about) {}
}
