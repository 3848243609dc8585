// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.signature.internal.container.ContainerEnd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A program that rewrites the end of a container until somebody kills it. Step by step it puts one file in the place of
 * another, of another size; the number of the step says what the container holds.
 */
final class EndlessWriter {
    private static final int FILES = 3;
    private static final int MAX_BYTES = 1 << 19;
    /** Enough for any patience of the killer's; left to itself, the program ends. */
    private static final int MAX_STEPS = 1_000;

    private EndlessWriter() {}

    /** A container, and the step it is at. Prints each step when it is done. */
    public static void main(String[] arguments) throws IOException {
        Path container = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[1]) + 1;
        for (int step = first; step < first + MAX_STEPS; step++) {
            ContainerEnd.replace(container, Map.of(name(step), content(step)));
            System.out.println(step);
        }
    }

    /** What a container holds after a step, of what this program writes. */
    static Map<String, byte[]> after(int step) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int last = step; last > step - FILES; last--) {
            files.put(name(last), content(last));
        }
        return files;
    }

    private static String name(int step) {
        return "META-INF/signatures00" + (1 + Math.floorMod(step, FILES)) + ".xml";
    }

    private static byte[] content(int step) {
        byte[] content = new byte[Integer.BYTES + new Random(step).nextInt(MAX_BYTES)];
        Arrays.fill(content, (byte) step);
        ByteBuffer.wrap(content).putInt(step);
        return content;
    }
}
