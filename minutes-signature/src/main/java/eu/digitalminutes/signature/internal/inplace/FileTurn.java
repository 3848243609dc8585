// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.inplace;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

/** One writer at a time: a second one is refused at once. */
public final class FileTurn {
    private FileTurn() {}

    /**
     * Takes the turn, which ends when the channel is closed.
     *
     * @throws MinutesException with code {@code CONTAINER_BUSY} if somebody else has it
     */
    public static void take(Path file, FileChannel channel) throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw busy(file);
        }
    }

    private static MinutesException busy(Path file) {
        return new MinutesException(
                "CONTAINER_BUSY", "somebody else is signing " + file + " at this moment: try again");
    }

    /** What is done in turn. */
    public interface Work {
        /** Reads the file, and writes it or another in its place. */
        void run() throws IOException;
    }

    /**
     * Does what reads a file and then writes it, so that nothing that somebody else wrote in between is lost. The turn is
     * taken on a file beside it, {@code .NAME.turn}, since the file itself may be replaced.
     *
     * @throws MinutesException with code {@code CONTAINER_BUSY} if somebody else has it
     */
    public static void holding(Path file, Work work) throws IOException {
        Path turn = file.resolveSibling("." + file.getFileName() + ".turn");
        byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            take(file, channel);
            channel.write(ByteBuffer.wrap(token), 0);
            if (!Files.exists(turn) || !Arrays.equals(token, Files.readAllBytes(turn))) {
                // The one before was giving it up at this moment, and a third one has it now.
                throw busy(file);
            }
            try {
                work.run();
            } finally {
                Files.deleteIfExists(turn);
            }
        }
    }
}
