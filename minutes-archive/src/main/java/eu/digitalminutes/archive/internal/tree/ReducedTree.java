// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import eu.digitalminutes.core.evidence.HashFunction;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is left of a hash tree for one object or group (<i>reducedHashtree</i>): lists of hash values of which each is hashed
 * in binary ascending order and joins the next.
 *
 * <p>The first list holds the hashes of a group of several files and nothing else, or the hash of one file with the one
 * beside it in the tree. A single hash that was stamped itself has no lists.
 *
 * @param lists the partial hash trees, each sorted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 4.2 and 4.3</a>
 */
public record ReducedTree(List<List<byte[]>> lists) {
    /**
     * Out of the hashes of an object's files and the nodes beside its path.
     *
     * @param members one hash, or those of a group
     */
    public static ReducedTree of(List<byte[]> members, List<byte[]> beside) {
        List<List<byte[]>> lists = new ArrayList<>();
        int used = 0;
        if (members.size() > 1) {
            lists.add(sorted(members));
        } else if (!beside.isEmpty()) {
            lists.add(sorted(List.of(members.get(0), beside.get(used++))));
        }
        for (byte[] node : beside.subList(used, beside.size())) {
            lists.add(List.of(node));
        }
        return new ReducedTree(List.copyOf(lists));
    }

    /** What stands in the tree for an object: the hash of its only file, or that of its files' hashes. */
    public static byte[] leaf(List<byte[]> members, MessageDigest digest) {
        return members.size() == 1 ? members.get(0) : hash(sorted(members), digest);
    }

    /** The root that it leads to. */
    public byte[] root(List<byte[]> members, HashFunction function) {
        MessageDigest digest = function.computation();
        if (lists.isEmpty()) {
            return leaf(members, digest);
        }
        byte[] value = hash(lists.get(0), digest);
        for (List<byte[]> list : lists.subList(1, lists.size())) {
            // beside the first, every list holds one node
            byte[] node = list.get(0);
            boolean before = Arrays.compareUnsigned(node, value) < 0;
            digest.update(before ? node : value);
            value = digest.digest(before ? value : node);
        }
        return value;
    }

    private static List<byte[]> sorted(List<byte[]> hashes) {
        return hashes.stream().sorted(Arrays::compareUnsigned).toList();
    }

    private static byte[] hash(List<byte[]> sorted, MessageDigest digest) {
        sorted.forEach(digest::update);
        return digest.digest();
    }
}
