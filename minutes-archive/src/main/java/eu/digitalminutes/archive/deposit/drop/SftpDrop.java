// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.drop;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A folder on an SFTP server (<i>consegna per SFTP</i>). Immutable.
 *
 * <p>The server's key must stand in a file of known hosts: there is no way around it. A file is brought under a temporary
 * name, which a later attempt goes on with, and renamed at the end; {@code NAME.sha256} is laid beside it before. Needs the
 * library {@code com.github.mwiede:jsch}, which this SDK names as optional.
 */
public final class SftpDrop implements DropPoint {
    private static final int BLOCK = 1 << 17;

    private final URI address;
    private final Path knownHosts;
    private final @Nullable Supplier<char[]> password;
    private final @Nullable Path key;

    private SftpDrop(URI address, Path knownHosts, @Nullable Supplier<char[]> password, @Nullable Path key) {
        this.address = address;
        this.knownHosts = knownHosts;
        this.password = password;
        this.key = key;
    }

    /**
     * A folder on a server, entered with a password.
     *
     * @param address such as {@code sftp://user@example.org:22/in}; no password in it
     * @param knownHosts the keys of the servers that are known, in the form of OpenSSH
     * @param password gives the password; the array is wiped after use
     * @return the place
     * @throws IllegalArgumentException if the address is none of this form
     */
    public static SftpDrop at(URI address, Path knownHosts, Supplier<char[]> password) {
        return new SftpDrop(
                requireSafe(address),
                Objects.requireNonNull(knownHosts, "knownHosts"),
                Objects.requireNonNull(password, "password"),
                null);
    }

    /**
     * A folder on a server, entered with a key.
     *
     * @param address such as {@code sftp://user@example.org:22/in}; no password in it
     * @param knownHosts the keys of the servers that are known, in the form of OpenSSH
     * @param key the file of a private key without a password, in the form of OpenSSH
     * @return the place
     * @throws IllegalArgumentException if the address is none of this form
     */
    public static SftpDrop withKey(URI address, Path knownHosts, Path key) {
        return new SftpDrop(
                requireSafe(address),
                Objects.requireNonNull(knownHosts, "knownHosts"),
                null,
                Objects.requireNonNull(key, "key"));
    }

    private static URI requireSafe(URI address) {
        String user = String.valueOf(address.getUserInfo());
        if (!"sftp".equals(address.getScheme())
                || address.getHost() == null
                || address.getUserInfo() == null
                || user.contains(":")) {
            throw new IllegalArgumentException(
                    "an SFTP server is given as sftp://USER@HOST[:PORT]/FOLDER, without a password");
        }
        return address;
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public void put(String name, Path file, Digest digest, Task task) throws IOException {
        String target = place(name);
        long size = Files.size(file);
        try (SftpSession session = SftpSession.open(address, knownHosts, password, key)) {
            ChannelSftp channel = session.channel();
            OptionalLong there = size(channel, target);
            if (there.isPresent()) {
                requireSame(there.getAsLong() == size && isSame(channel, target, digest), name);
                return;
            }
            folders(channel, target);
            String partial = partial(target, digest);
            long begun = size(channel, partial).orElse(0);
            if (begun > size) {
                channel.rm(partial);
                begun = 0;
            }
            Digest sent = send(channel, file, partial, begun, task.stage("deposit " + file.getFileName(), size));
            if (!sent.equals(digest)) {
                channel.rm(partial);
                throw DropNames.altered(file, digest, sent);
            }
            sidecar(channel, target, digest);
            channel.rename(partial, target);
        } catch (SftpException e) {
            throw DropNames.unreachable(name(), e);
        }
    }

    @Override
    public Map<String, byte[]> fetch(List<String> names, int most) {
        Map<String, byte[]> found = new HashMap<>();
        try (SftpSession session = SftpSession.open(address, knownHosts, password, key)) {
            for (String name : names) {
                content(session.channel(), place(name), most).ifPresent(content -> found.put(name, content));
            }
        } catch (SftpException | IOException e) {
            throw DropNames.unreachable(name(), e);
        }
        return found;
    }

    /** Reads the whole file, so that its digest is known, and sends what the server has not. */
    private Digest send(ChannelSftp channel, Path file, String partial, long begun, Task.Stage stage)
            throws IOException, SftpException {
        MessageDigest digest = Fingerprinter.sha256();
        int mode = begun > 0 ? ChannelSftp.RESUME : ChannelSftp.OVERWRITE;
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = channel.put(partial, mode)) {
            byte[] block = new byte[BLOCK];
            long at = 0;
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
                int known = (int) Math.min(count, Math.max(0, begun - at));
                write(out, block, known, count - known);
                at += count;
                stage.advance(count);
            }
        }
        stage.complete();
        return Digest.of(digest.digest());
    }

    private void write(OutputStream out, byte[] block, int offset, int count) {
        try {
            out.write(block, offset, count);
        } catch (IOException e) {
            throw DropNames.unreachable(name(), e);
        }
    }

    private void requireSame(boolean same, String name) {
        if (!same) {
            throw DropNames.conflict(name(), name);
        }
    }

    private static boolean isSame(ChannelSftp channel, String target, Digest digest) throws IOException, SftpException {
        Optional<byte[]> said = content(channel, target + ".sha256", 1000);
        return said.isEmpty() || new String(said.get(), StandardCharsets.UTF_8).startsWith(digest.hex());
    }

    private void sidecar(ChannelSftp channel, String target, Digest digest) throws SftpException {
        String line = digest.hex() + "  " + target.substring(target.lastIndexOf('/') + 1) + "\n";
        try (OutputStream out = channel.put(target + ".sha256", ChannelSftp.OVERWRITE)) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw DropNames.unreachable(name(), e);
        }
    }

    private static Optional<byte[]> content(ChannelSftp channel, String place, int most)
            throws IOException, SftpException {
        if (size(channel, place).orElse(Long.MAX_VALUE) > most) {
            return Optional.empty();
        }
        try (InputStream in = channel.get(place)) {
            return Optional.of(in.readNBytes(most));
        }
    }

    private static OptionalLong size(ChannelSftp channel, String place) throws SftpException {
        try {
            return OptionalLong.of(channel.stat(place).getSize());
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private static void folders(ChannelSftp channel, String target) throws SftpException {
        for (int slash = target.indexOf('/', 1); slash > 0; slash = target.indexOf('/', slash + 1)) {
            String folder = target.substring(0, slash);
            if (size(channel, folder).isEmpty()) {
                channel.mkdir(folder);
            }
        }
    }

    /** The digest in the name keeps another package's beginning from being gone on with. */
    private static String partial(String target, Digest digest) {
        int slash = target.lastIndexOf('/') + 1;
        return target.substring(0, slash) + "." + target.substring(slash) + "."
                + digest.hex().substring(0, 16) + ".part";
    }

    private String place(String name) {
        List<String> parts = DropNames.parts(name);
        String folder = Objects.requireNonNullElse(address.getPath(), "");
        return (folder.endsWith("/") ? folder : folder + "/") + String.join("/", parts);
    }
}
