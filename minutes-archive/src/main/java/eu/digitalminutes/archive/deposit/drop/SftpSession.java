// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.drop;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import eu.digitalminutes.archive.internal.secret.Secret;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection to an SFTP server whose key is known. */
final class SftpSession implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Session session;
    private final ChannelSftp channel;

    private SftpSession(Session session, ChannelSftp channel) {
        this.session = session;
        this.channel = channel;
    }

    static SftpSession open(URI address, Path knownHosts, @Nullable Supplier<char[]> password, @Nullable Path key)
            throws IOException {
        if (!Files.isReadable(knownHosts)) {
            throw new NoSuchFileException(
                    knownHosts.toString(),
                    null,
                    "the keys of known SFTP servers must be there, as ssh-keyscan writes them");
        }
        try {
            JSch library = new JSch();
            library.setKnownHosts(knownHosts.toString());
            if (key != null) {
                library.addIdentity(key.toString());
            }
            int port = address.getPort() < 0 ? 22 : address.getPort();
            Session session = library.getSession(address.getUserInfo(), address.getHost(), port);
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", key == null ? "password" : "publickey");
            session.setTimeout(TIMEOUT_MILLIS);
            if (password != null) {
                try (Secret secret = Secret.from(password)) {
                    // The session copies it.
                    session.setPassword(secret.bytes());
                }
            }
            return connect(session);
        } catch (JSchHostKeyException e) {
            throw new MinutesException(
                    "DEPOSIT_HOST_UNKNOWN",
                    address.getHost() + " is not the server whose key stands in " + knownHosts
                            + ": ask the provider for its key before you change the file",
                    e);
        } catch (JSchException e) {
            if (String.valueOf(e.getMessage()).startsWith("Auth")) {
                throw new MinutesException(
                        "DEPOSIT_LOGIN_REFUSED",
                        address.getHost() + " does not let " + address.getUserInfo()
                                + " in: see whether user, password or key are right",
                        e);
            }
            throw DropNames.unreachable(address.toString(), e);
        }
    }

    private static SftpSession connect(Session session) throws JSchException {
        try {
            session.connect(TIMEOUT_MILLIS);
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(TIMEOUT_MILLIS);
            return new SftpSession(session, channel);
        } catch (JSchException e) {
            session.disconnect();
            throw e;
        }
    }

    ChannelSftp channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
    }
}
