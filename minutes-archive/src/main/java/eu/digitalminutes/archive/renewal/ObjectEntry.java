// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import java.util.List;

/**
 * An object in the table of a run.
 *
 * @param name its name in the store
 * @param previous the run whose chain this one follows; zero for the first
 * @param hashes what stands in the tree for each of its files, in the order of their names
 */
record ObjectEntry(String name, int previous, List<byte[]> hashes) {}
