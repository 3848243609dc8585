// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes bags as others make them, whole or with a fault. */
final class ForeignBag {
    private final Path folder;
    private final Charset charset;
    private final Map<String, byte[]> payload = new LinkedHashMap<>();

    ForeignBag(Path folder, String version, Charset charset) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.charset = charset;
        tag(
                "bagit.txt",
                ("BagIt-Version: " + version + "\nTag-File-Character-Encoding: " + charset.name() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    ForeignBag file(String name, String content) throws IOException {
        return listed(name, content).onlyStored(name, content);
    }

    ForeignBag listed(String name, String content) {
        payload.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ForeignBag onlyStored(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    ForeignBag manifest(String name, String algorithm) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, byte[]> entry : payload.entrySet()) {
            lines.append(hex(algorithm, entry.getValue()))
                    .append(' ')
                    .append(entry.getKey().replace("%", "%25").replace("\n", "%0A"))
                    .append("\r\n");
        }
        return tag("manifest-" + name + ".txt", lines.toString());
    }

    ForeignBag tag(String name, String content) throws IOException {
        return tag(name, content.getBytes(charset));
    }

    Path tagManifest(String... names) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(hex("SHA-256", Files.readAllBytes(folder.resolve(name))))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        tag("tagmanifest-sha256.txt", lines.toString());
        return folder;
    }

    private ForeignBag tag(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return this;
    }

    private static String hex(String algorithm, byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }
}
