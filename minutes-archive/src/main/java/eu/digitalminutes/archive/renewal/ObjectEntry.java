// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import java.util.Arrays;
import java.util.List;

/**
 * An object in the table of a run.
 *
 * @param name its name in the store
 * @param previous the run whose chain this one follows; zero for the first
 * @param hashes what stands in the tree for each of its files, in the order of their names
 * @param xml what stands in the tree for its record in XML; empty if it can have none
 */
record ObjectEntry(String name, int previous, List<byte[]> hashes, List<byte[]> xml) {
    /** Whether a record in XML rests on the same hashes. */
    boolean isSameInXml() {
        if (hashes.size() != xml.size()) {
            return false;
        }
        for (int i = 0; i < hashes.size(); i++) {
            if (!Arrays.equals(hashes.get(i), xml.get(i))) {
                return false;
            }
        }
        return true;
    }
}
