// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import eu.digitalminutes.core.evidence.HashFunction;
import java.util.List;

/**
 * An evidence record in DER.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, appendix A</a>
 */
public final class RecordForm {
    private static final byte[] VERSION_1 = {0x02, 0x01, 0x01};

    private RecordForm() {}

    /** The chains in the order of their making, in the one encoding that the next chain is over. */
    public static byte[] sequence(List<ProvenChain> chains) {
        return Der.sequence(chains.stream().map(RecordForm::chain).toList());
    }

    /** The whole record. */
    public static byte[] record(List<ProvenChain> chains) {
        List<byte[]> algorithms = chains.stream()
                .map(ProvenChain::function)
                .distinct()
                .map(function -> Der.sequence(List.of(Der.objectIdentifier(function.identifier()))))
                .toList();
        return Der.sequence(List.of(VERSION_1, Der.sequence(algorithms), sequence(chains)));
    }

    private static byte[] chain(ProvenChain chain) {
        return Der.sequence(chain.stamps().stream()
                .map(stamp -> archiveTimeStamp(chain.function(), stamp.tree(), stamp.token()))
                .toList());
    }

    private static byte[] archiveTimeStamp(HashFunction function, ReducedTree tree, byte[] token) {
        byte[] algorithm = Der.implicit(0, Der.objectIdentifier(function.identifier()));
        if (tree.lists().isEmpty()) {
            return Der.sequence(List.of(algorithm, token));
        }
        List<byte[]> lists = tree.lists().stream()
                .map(list -> Der.sequence(list.stream().map(Der::octets).toList()))
                .toList();
        return Der.sequence(List.of(algorithm, Der.implicit(2, Der.join(lists)), token));
    }
}
