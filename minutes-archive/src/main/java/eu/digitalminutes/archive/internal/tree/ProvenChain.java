// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import eu.digitalminutes.core.evidence.HashFunction;
import java.util.List;

/**
 * Time stamps of which each proves the one before, all over one hash function (<i>ArchiveTimeStampChain</i>).
 *
 * @param function the function
 * @param stamps in the order of their making
 */
public record ProvenChain(HashFunction function, List<Stamp> stamps) {
    /** The list cannot be changed. */
    public ProvenChain {
        stamps = List.copyOf(stamps);
    }

    /** A time stamp with the part of its tree that leads to it (<i>ArchiveTimeStamp</i>). */
    public static final class Stamp {
        private final ReducedTree tree;
        private final byte[] token;

        /** Out of the part of the tree and the token in DER, which nobody changes from now on. */
        public Stamp(ReducedTree tree, byte[] token) {
            this.tree = tree;
            this.token = token;
        }

        ReducedTree tree() {
            return tree;
        }

        byte[] token() {
            return token;
        }
    }
}
