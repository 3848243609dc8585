// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The octets of one value as it comes by, or of the pieces that it was written in. Once it has failed it goes on failing:
 * who looks into the content and gives up must not take the rest for sound.
 */
final class OctetStream extends InputStream {
    private static final int MAX_PIECES_IN_PIECES = 8;

    private final BerInput ber;
    private final Function<MalformedEnvelope, MinutesException> failure;
    /** Where the constructed values that we are in end; negative where that is not said. */
    private final Deque<Long> open = new ArrayDeque<>();

    private long left;
    private boolean done;
    private @Nullable MinutesException failed;

    OctetStream(BerInput ber, Ber.Header octets, Function<MalformedEnvelope, MinutesException> failure)
            throws IOException {
        this.ber = ber;
        this.failure = failure;
        if (octets.tag() == Ber.OCTETS && octets.length() != Ber.INDEFINITE) {
            left = octets.length();
        } else if (octets.tag() == Ber.OCTETS_CONSTRUCTED) {
            open.push(octets.end(-1));
        } else {
            throw new MalformedEnvelope("the content is no octet string");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (failed != null) {
            throw failed;
        }
        try {
            if (left == 0 && !nextPiece()) {
                return -1;
            }
            int count = ber.read(into, offset, (int) Math.min(length, left));
            left -= count;
            return count;
        } catch (MalformedEnvelope e) {
            failed = failure.apply(e);
            throw failed;
        }
    }

    /** Whether there is one more piece with something in it. */
    private boolean nextPiece() throws IOException {
        while (!open.isEmpty()) {
            long end = open.getFirst();
            if (end >= 0 && ber.position() >= end) {
                if (ber.position() > end) {
                    throw new MalformedEnvelope("a piece of the content is longer than the whole");
                }
                open.pop();
                continue;
            }
            Ber.Header piece = ber.header();
            if (piece.isEnd() && end < 0) {
                open.pop();
            } else if (piece.tag() == Ber.OCTETS_CONSTRUCTED && open.size() < MAX_PIECES_IN_PIECES) {
                open.push(piece.end(-1));
            } else if (piece.tag() == Ber.OCTETS && piece.length() >= 0) {
                left = piece.length();
                if (left > 0) {
                    return true;
                }
            } else {
                throw new MalformedEnvelope("the content has a piece of an unknown kind at " + ber.position());
            }
        }
        done = true;
        return false;
    }

    /** Whether everything has been read. */
    boolean isDone() throws IOException {
        return done || (left == 0 && !nextPiece());
    }
}
