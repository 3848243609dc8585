// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

/**
 * One file inside a ZIP container, as its directory and its own header agree on it.
 *
 * @param name its name, in UTF-8
 * @param deflated whether it is compressed
 * @param headerAt where its local header begins
 * @param dataAt where its bytes begin
 * @param storedBytes how many bytes it takes in the container
 * @param bytes how many bytes it has
 * @param crc the CRC-32 of its bytes
 */
public record Entry(String name, boolean deflated, long headerAt, long dataAt, long storedBytes, long bytes, long crc) {
    /** Where the bytes behind it begin; a data descriptor, if any, is not counted. */
    long end() {
        return dataAt + storedBytes;
    }

    /** Whether the entry belongs to the container itself, and so is not covered by signatures. */
    public boolean isMeta() {
        return name.equals("mimetype") || name.startsWith("META-INF/");
    }
}
