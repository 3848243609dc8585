// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** The few forms of DER that evidence records are made of. */
final class Der {
    static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;

    private Der() {}

    static byte[] sequence(List<byte[]> parts) {
        return element(SEQUENCE, join(parts));
    }

    static byte[] octets(byte[] value) {
        return element(OCTETS, value);
    }

    /** A constructed element with an implicit context tag. */
    static byte[] implicit(int number, byte[] content) {
        return element(0xa0 | number, content);
    }

    static byte[] objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            int arc = Integer.parseInt(arcs[i]);
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arc >>> shift != 0) {
                    out.write(0x80 | ((arc >>> shift) & 0x7f));
                }
            }
            out.write(arc & 0x7f);
        }
        return element(OBJECT_IDENTIFIER, out.toByteArray());
    }

    static byte[] join(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static byte[] element(int tag, byte[] content) {
        int length = content.length;
        int more = length < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(length)) / 8;
        byte[] element = new byte[2 + more + length];
        element[0] = (byte) tag;
        element[1] = (byte) (more == 0 ? length : 0x80 | more);
        for (int i = 0; i < more; i++) {
            element[2 + i] = (byte) (length >>> (8 * (more - 1 - i)));
        }
        System.arraycopy(content, 0, element, 2 + more, length);
        return element;
    }
}
