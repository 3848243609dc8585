// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.archive.deposit.PreservationProvider;
import eu.digitalminutes.archive.deposit.drop.DropPoint;
import eu.digitalminutes.archive.deposit.drop.DropProvider;
import eu.digitalminutes.archive.deposit.drop.FolderDrop;
import eu.digitalminutes.archive.deposit.drop.SftpDrop;
import eu.digitalminutes.archive.deposit.parer.ParerProvider;
import eu.digitalminutes.archive.deposit.parer.PingRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who shall keep a package: an address of ParER, a folder, or a folder on an SFTP server. */
final class ProviderOptions {
    @Option(names = "--to", required = true, paramLabel = "URL|DIR")
    private String to = "";

    @Option(names = "--account", paramLabel = "SETTINGS.json")
    private @Nullable Path account;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Option(names = "--known-hosts", paramLabel = "FILE")
    private Path knownHosts = Path.of(System.getProperty("user.home", "."), ".ssh", "known_hosts");

    @Option(names = "--key", paramLabel = "FILE")
    private @Nullable Path key;

    PreservationProvider provider() throws IOException {
        if (to.startsWith("https://") || to.startsWith("http://")) {
            return parer(URI.create(to));
        }
        return DropProvider.at(place(to));
    }

    private DropPoint place(String where) throws IOException {
        if (where.startsWith("sftp://")) {
            URI address = URI.create(where);
            return key == null
                    ? SftpDrop.at(address, knownHosts, password(String.valueOf(address.getHost())))
                    : SftpDrop.withKey(address, knownHosts, key);
        }
        if (where.contains("://")) {
            throw new IllegalArgumentException("--to is https://…, sftp://USER@HOST/FOLDER or a folder, not " + where);
        }
        Path folder = Path.of(where);
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(where);
        }
        return FolderDrop.of(folder);
    }

    private PreservationProvider parer(URI base) throws IOException {
        Supplier<char[]> password = password(String.valueOf(base.getHost()));
        ParerProvider provider = ParerProvider.at(base, password);
        if (account == null) {
            return provider;
        }
        JsonNode settings = CommandOptions.mapper().readTree(Files.readAllBytes(account));
        JsonNode limits = settings.path("limits");
        provider = provider.limits(
                limits.path("file").asLong(ParerProvider.USUAL_LIMIT),
                limits.path("request").asLong(ParerProvider.USUAL_LIMIT));
        JsonNode ping = settings.path("ping");
        if (ping.isMissingNode()) {
            return provider;
        }
        PingRoute route = PingRoute.at(
                URI.create(text(ping, "url")),
                text(ping, "environment"),
                text(ping, "submitter"),
                text(ping, "user"),
                password,
                place(text(ping, "to")));
        return provider.large(ping.hasNonNull("kind") ? route.kind(text(ping, "kind")) : route);
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new IllegalArgumentException("\"ping\" in the settings has no " + field
                    + "; it needs url, environment, submitter, user and to, and may have kind");
        }
        return json.path(field).asText();
    }

    /** The password, asked for once on a terminal, read from its file each time. */
    private Supplier<char[]> password(String of) throws IOException {
        if (passwordFile == null) {
            char[][] typed = new char[1][];
            return () -> {
                if (typed[0] == null) {
                    typed[0] = Console.secret("password", of, "");
                }
                return typed[0].clone();
            };
        }
        Path file = passwordFile;
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return () -> {
            try {
                char[] all = Files.readString(file).toCharArray();
                int end = all.length;
                while (end > 0 && (all[end - 1] == '\n' || all[end - 1] == '\r')) {
                    end--;
                }
                char[] password = Arrays.copyOf(all, end);
                Arrays.fill(all, ' ');
                return password;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
