// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.content.Fingerprinter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;

/**
 * A file of an object as it stands in its folder: one that was written since has another state.
 *
 * @param place of which object it is, under which name, and where it lies
 * @param size in bytes
 * @param modified when it was last written, as the folder says
 */
record FileState(String place, long size, Instant modified) {
    static final int KEY = 16;

    static FileState of(PreservedObject object, PreservedObject.StoredFile file) throws IOException {
        Path path = file.path().toAbsolutePath().normalize();
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileState(
                object.name() + "\0" + file.name() + "\0" + path,
                attributes.size(),
                attributes.lastModifiedTime().toInstant());
    }

    /** The same for the same state, and for no other. */
    byte[] key() {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Fingerprinter.sha256();
        digest.update(ByteBuffer.allocate(20)
                .putLong(size)
                .putLong(modified.getEpochSecond())
                .putInt(modified.getNano())
                .flip());
        return Arrays.copyOf(digest.digest(text), KEY);
    }
}
