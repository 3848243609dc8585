// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.ChunkTreeBuilder;
import eu.digitalminutes.core.internal.pass.ParallelPass;
import eu.digitalminutes.core.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes on their way to who looks into it: whatever passes is digested, so that one reading serves a signature over
 * the file and the signatures inside it.
 */
final class PassedOn extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final MeasuredContent.Digests digests;
    private final Task.Stage stage;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int keep;
    private final @Nullable ChunkTreeBuilder tree;
    private long bytes;

    /**
     * Passes on.
     *
     * @param keep up to how many bytes are kept, if there are not more
     * @param tree also sees what passes
     */
    PassedOn(
            InputStream in,
            MeasuredContent.Digests digests,
            int keep,
            @Nullable ChunkTreeBuilder tree,
            Task.Stage stage) {
        this.in = in;
        this.digests = digests;
        this.keep = keep;
        this.tree = tree;
        this.stage = stage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0) {
            ByteBuffer block = ByteBuffer.wrap(into, offset, count);
            digests.update(block);
            seen(block);
        }
        return count;
    }

    private void seen(ByteBuffer block) {
        int count = block.remaining();
        bytes += count;
        if (bytes <= keep) {
            kept.write(block.array(), block.arrayOffset() + block.position(), count);
        }
        if (tree != null) {
            tree.update(block);
        }
        stage.advance(count);
    }

    /**
     * Reads what nobody wanted, digested on a second thread as far as it is known how much that is.
     *
     * @param expected how many bytes there should be in all; negative if that is not known
     */
    void drain(long expected) throws IOException {
        if (expected > bytes) {
            ParallelPass.run(in, expected - bytes, this::seen, digests::update);
        }
        byte[] block = new byte[BLOCK];
        int count = read(block, 0, block.length);
        while (count >= 0) {
            count = read(block, 0, block.length);
        }
        stage.complete();
    }

    long bytes() {
        return bytes;
    }

    /** Everything that passed, if it was little enough. */
    byte[] kept() {
        return bytes <= keep ? kept.toByteArray() : new byte[0];
    }
}
