// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import eu.digitalminutes.core.evidence.HashFunction;
import java.util.Collection;
import java.util.List;

/**
 * The parts of an evidence record in DER.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, appendix A</a>
 */
public final class RecordForm {
    private static final byte[] VERSION_1 = {0x02, 0x01, 0x01};

    private RecordForm() {}

    /** One time stamp, with the part of its tree that leads to it. */
    public static byte[] archiveTimeStamp(HashFunction function, ReducedTree tree, byte[] token) {
        byte[] algorithm = Der.implicit(0, Der.objectIdentifier(function.identifier()));
        if (tree.lists().isEmpty()) {
            return Der.sequence(List.of(algorithm, token));
        }
        List<byte[]> lists = tree.lists().stream()
                .map(list -> Der.sequence(list.stream().map(Der::octets).toList()))
                .toList();
        return Der.sequence(List.of(algorithm, Der.implicit(2, Der.join(lists)), token));
    }

    /** Time stamps of which each proves the one before, or chains in the order of their making. */
    public static byte[] sequenceOf(List<byte[]> parts) {
        return Der.sequence(parts);
    }

    /** The whole record. */
    public static byte[] record(Collection<HashFunction> functions, List<byte[]> chains) {
        List<byte[]> algorithms = functions.stream()
                .map(function -> Der.sequence(List.of(Der.objectIdentifier(function.identifier()))))
                .toList();
        return Der.sequence(List.of(VERSION_1, Der.sequence(algorithms), sequenceOf(chains)));
    }
}
