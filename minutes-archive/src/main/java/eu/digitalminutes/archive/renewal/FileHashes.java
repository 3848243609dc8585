// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.evidence.HashFunction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of a file, one for each function of a run.
 *
 * @param plain of its bytes
 * @param canonical of its canonical form where it is XML, else of its bytes; empty if it has none that can be told
 */
record FileHashes(List<byte[]> plain, List<byte[]> canonical) {
    private static final byte PLAIN = 0;
    private static final byte CANONICAL = 1;
    private static final byte UNKNOWN = 2;

    FileHashes {
        plain = List.copyOf(plain);
        canonical = List.copyOf(canonical);
    }

    /** Of a file that is not XML. */
    static FileHashes of(List<byte[]> plain) {
        return new FileHashes(plain, plain);
    }

    /** How many bytes they take together. */
    static int width(List<HashFunction> functions) {
        return 1 + 2 * functions.stream().mapToInt(HashFunction::bytes).sum();
    }

    /** All in one, of the same length for all files. */
    byte[] bytes(int width) {
        ByteBuffer all = ByteBuffer.allocate(width);
        boolean same = canonical.equals(plain);
        all.put(same ? PLAIN : canonical.isEmpty() ? UNKNOWN : CANONICAL);
        plain.forEach(all::put);
        (same ? List.<byte[]>of() : canonical).forEach(all::put);
        return all.array();
    }

    /** Out of what {@link #bytes} made. */
    static FileHashes of(byte[] bytes, List<HashFunction> functions) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        byte kind = all.get();
        List<byte[]> plain = take(all, functions);
        return switch (kind) {
            case PLAIN -> of(plain);
            case CANONICAL -> new FileHashes(plain, take(all, functions));
            default -> new FileHashes(plain, List.of());
        };
    }

    private static List<byte[]> take(ByteBuffer all, List<HashFunction> functions) {
        List<byte[]> values = new ArrayList<>();
        for (HashFunction function : functions) {
            byte[] value = new byte[function.bytes()];
            all.get(value);
            values.add(value);
        }
        return values;
    }
}
