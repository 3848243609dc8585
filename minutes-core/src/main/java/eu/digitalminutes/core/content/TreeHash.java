// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.security.MessageDigest;

/**
 * The two hashes of RFC 9162: a leaf and a node can never be taken for each other, because each begins with a byte of its
 * own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.1">RFC 9162, 2.1.1</a>
 */
final class TreeHash {
    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    /** Begins the hash of a leaf. */
    static void beginLeaf(MessageDigest digest) {
        digest.update(LEAF);
    }

    static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The hash of a tree without leaves. */
    static byte[] empty() {
        return Fingerprinter.sha256().digest();
    }

    /** How many of so many leaves are on the left: the largest power of two that is smaller. */
    static int split(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }
}
