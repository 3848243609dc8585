// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process from depositing the same package at the same time; ends with the process, however it ends. */
final class DepositLock implements AutoCloseable {
    static final String FILE_NAME = "deposit.lock";

    private final FileChannel channel;

    private DepositLock(FileChannel channel) {
        this.channel = channel;
    }

    static DepositLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DepositLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new MinutesException(
                "DEPOSIT_BUSY",
                folder + " is in use: somebody is depositing this package right now; wait for it to end");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
