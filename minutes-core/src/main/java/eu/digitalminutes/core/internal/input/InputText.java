// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.input;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of an input whose encoding nobody declares, decoded without replacing a single one.
 *
 * <p>UTF-16 and UTF-8 are told by their mark or by their form. Text that is neither is Windows-1252 where every
 * character beyond ASCII then is a letter or punctuation of western Europe, and nothing in it is a piece of UTF-8.
 */
public final class InputText {
    /** The code of bytes that are no text. */
    public static final String ENCODING = "INPUT_ENCODING";

    /** What is held as characters; longer texts need a parser that streams. */
    public static final int LARGEST = 8 << 20;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final String text;
    private final boolean declared;

    private InputText(String text, boolean declared) {
        this.text = text;
        this.declared = declared;
    }

    /**
     * Decodes Unicode.
     *
     * @param file the input
     * @return its text
     * @throws MinutesException with code {@code INPUT_ENCODING}, if it is not whole UTF-8 or UTF-16
     */
    public static InputText unicode(InputFile file) {
        return of(file, false);
    }

    /**
     * Decodes Unicode, or Windows-1252 as spreadsheets save it.
     *
     * @param file the input
     * @return its text
     * @throws MinutesException with code {@code INPUT_ENCODING}, if it is neither
     */
    public static InputText any(InputFile file) {
        return of(file, true);
    }

    /**
     * Decodes Unicode while it is read, for inputs of any size.
     *
     * @param file the input
     * @return a reader after the byte order mark, which fails at the first byte that is no text
     * @throws IOException never, as the content is in memory
     */
    public static Reader reader(InputFile file) throws IOException {
        Charset wide = wide(file.content());
        Reader reader = new BufferedReader(
                new InputStreamReader(file.open(), decoder(wide == null ? StandardCharsets.UTF_8 : wide)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * The text.
     *
     * @return without byte order mark
     */
    public String text() {
        return text;
    }

    /**
     * This text, unless an earlier conversion has already lost some of its characters.
     *
     * @return this
     * @throws MinutesException with code {@code INPUT_ENCODING}, if it holds replacement characters or zeros
     */
    public InputText requireIntact() {
        if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
            throw new MinutesException(
                    ENCODING,
                    "the text holds characters that an earlier conversion destroyed; take the file as the platform wrote it");
        }
        return this;
    }

    /**
     * Whether the bytes themselves prove the encoding.
     *
     * @return false for Windows-1252
     */
    public boolean proven() {
        return declared;
    }

    private static InputText of(InputFile file, boolean western) {
        byte[] bytes = file.content();
        if (bytes.length > LARGEST) {
            throw new MinutesException(
                    InputFile.TOO_LARGE, "more than " + LARGEST + " bytes: no text of this kind is so long");
        }
        Charset wide = wide(bytes);
        if (wide != null) {
            return new InputText(unmarked(strict(bytes, wide)), true);
        }
        try {
            return new InputText(unmarked(strict(bytes, StandardCharsets.UTF_8)), true);
        } catch (MinutesException e) {
            if (western && isWestern(bytes)) {
                return new InputText(unmarked(strict(bytes, WESTERN)), false);
            }
            throw e;
        }
    }

    private static @org.jspecify.annotations.Nullable Charset wide(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return (first == 0xfe && second == 0xff) || (first == 0 && second != 0) ? StandardCharsets.UTF_16BE : null;
    }

    private static String strict(byte[] bytes, Charset charset) {
        try {
            return decoder(charset).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MinutesException(
                    ENCODING,
                    "the bytes are not whole text in " + charset.name()
                            + ": the file is cut or was saved in another encoding; export it again, as UTF-8",
                    e);
        }
    }

    private static String unmarked(String decoded) {
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    private static boolean isWestern(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xff;
            if (value >= 0x80 && (!isWesternCharacter(value) || isPieceOfUtf8(bytes, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWesternCharacter(int value) {
        boolean punctuation = value == 0x80 || (value >= 0x91 && value <= 0x97) || value == 0xa0 || value == 0xb0;
        boolean ordinal = value == 0xaa || value == 0xba;
        return punctuation || ordinal || (value >= 0xc0 && value != 0xd7 && value != 0xf7);
    }

    /** A lead byte followed by a continuation, or by the end of the file, is what a cut leaves of UTF-8. */
    private static boolean isPieceOfUtf8(byte[] bytes, int at) {
        int value = bytes[at] & 0xff;
        return value >= 0xc2 && value <= 0xf4 && (at + 1 == bytes.length || (bytes[at + 1] & 0xc0) == 0x80);
    }
}
