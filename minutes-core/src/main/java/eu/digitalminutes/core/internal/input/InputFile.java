// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.input;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file that was read once, whole, with the fingerprint of exactly the bytes that are interpreted. */
public final class InputFile {
    /** The code of a file that is larger than anything of its kind. */
    public static final String TOO_LARGE = "INPUT_TOO_LARGE";

    private final String name;
    private final byte[] content;
    private final Fingerprint fingerprint;

    private InputFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
        this.fingerprint = new Fingerprint(Digest.of(Fingerprinter.sha256().digest(content)), content.length);
    }

    /**
     * Reads a file, once.
     *
     * @param file the file
     * @param largest how many bytes it may have
     * @return its content
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code INPUT_TOO_LARGE}, if it has more bytes, or {@code INPUT_CHANGING}, if
     *     somebody is still writing it
     */
    public static InputFile read(Path file, int largest) throws IOException {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        long size = Files.size(file);
        if (size > largest) {
            throw new MinutesException(
                    TOO_LARGE, name + " has more than " + largest + " bytes: no file of this kind is so large");
        }
        // The array is made once: a stream of unknown length would be held twice.
        byte[] content = new byte[(int) size];
        try (InputStream in = Files.newInputStream(file)) {
            if (in.readNBytes(content, 0, content.length) < content.length || in.read() >= 0) {
                throw new MinutesException(
                        "INPUT_CHANGING", name + " changed its size while it was read; try again when it is whole");
            }
        }
        return new InputFile(name, content);
    }

    /**
     * A content that is in memory already.
     *
     * @param name what to call it
     * @param content its bytes; copied
     * @return the same as an input
     */
    public static InputFile of(String name, byte[] content) {
        return new InputFile(name, content.clone());
    }

    /**
     * The name without folders.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Digest and size.
     *
     * @return the fingerprint of the bytes read
     */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /**
     * The content as a stream.
     *
     * @return a new stream from the first byte
     */
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    byte[] content() {
        return content;
    }
}
