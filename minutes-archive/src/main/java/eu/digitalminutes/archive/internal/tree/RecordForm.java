// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import eu.digitalminutes.core.evidence.HashFunction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An evidence record in DER.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, appendix A</a>
 */
public final class RecordForm {
    private static final byte[] VERSION_1 = {0x02, 0x01, 0x01};
    /** Of most records: one time stamp with its certificates, and a path of hashes. */
    private static final int ROOM = 4_096;

    private static final Map<HashFunction, byte[]> IDENTIFIERS = identifiers();

    private RecordForm() {}

    /** The chains in the order of their making, in the one encoding that the next chain is over. */
    public static byte[] sequence(List<ProvenChain> chains) {
        Der der = new Der(ROOM);
        sequence(der, chains);
        return der.encoded();
    }

    /** The whole record. */
    public static byte[] record(List<ProvenChain> chains) {
        Der der = new Der(ROOM);
        sequence(der, chains);
        int algorithms = der.written();
        List<HashFunction> functions =
                chains.stream().map(ProvenChain::function).distinct().toList();
        for (int i = functions.size() - 1; i >= 0; i--) {
            int algorithm = der.written();
            der.bytes(identifier(functions.get(i)));
            der.head(Der.SEQUENCE, algorithm);
        }
        der.head(Der.SEQUENCE, algorithms);
        der.bytes(VERSION_1);
        der.head(Der.SEQUENCE, 0);
        return der.encoded();
    }

    private static void sequence(Der der, List<ProvenChain> chains) {
        int since = der.written();
        for (int i = chains.size() - 1; i >= 0; i--) {
            int one = der.written();
            List<ProvenChain.Stamp> stamps = chains.get(i).stamps();
            for (int k = stamps.size() - 1; k >= 0; k--) {
                archiveTimeStamp(der, chains.get(i).function(), stamps.get(k));
            }
            der.head(Der.SEQUENCE, one);
        }
        der.head(Der.SEQUENCE, since);
    }

    private static void archiveTimeStamp(Der der, HashFunction function, ProvenChain.Stamp stamp) {
        int since = der.written();
        der.bytes(stamp.token());
        List<List<byte[]>> lists = stamp.tree().lists();
        if (!lists.isEmpty()) {
            int tree = der.written();
            for (int i = lists.size() - 1; i >= 0; i--) {
                int list = der.written();
                for (int k = lists.get(i).size() - 1; k >= 0; k--) {
                    der.octets(lists.get(i).get(k));
                }
                der.head(Der.SEQUENCE, list);
            }
            der.implicit(2, tree);
        }
        int algorithm = der.written();
        der.bytes(identifier(function));
        der.implicit(0, algorithm);
        der.head(Der.SEQUENCE, since);
    }

    private static byte[] identifier(HashFunction function) {
        byte[] known = IDENTIFIERS.get(function);
        if (known == null) {
            throw new IllegalStateException("no identifier of " + function);
        }
        return known;
    }

    private static Map<HashFunction, byte[]> identifiers() {
        Map<HashFunction, byte[]> all = new EnumMap<>(HashFunction.class);
        for (HashFunction function : HashFunction.values()) {
            Der der = new Der(16);
            der.objectIdentifier(function.identifier());
            all.put(function, der.encoded());
        }
        return all;
    }
}
