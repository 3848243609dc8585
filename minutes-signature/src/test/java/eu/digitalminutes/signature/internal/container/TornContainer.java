// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import eu.digitalminutes.signature.internal.inplace.KeptBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A container as a machine leaves it that stops while its end is being written. */
public final class TornContainer {
    private TornContainer() {}

    /** Keeps the end as the writer does, and overwrites the first bytes of it. */
    public static void tear(Path container) throws IOException {
        long end;
        try (ContainerFile file = ContainerFile.open(container)) {
            end = file.entries().get(file.entries().size() - 1).end();
        }
        try (FileChannel channel = FileChannel.open(container, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ContainerEnd.keep(new KeptBytes(container), channel, end);
            channel.write(ByteBuffer.wrap(new byte[99]), end);
        }
    }
}
