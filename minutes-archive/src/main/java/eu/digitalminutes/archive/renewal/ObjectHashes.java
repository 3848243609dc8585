// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import java.util.List;

/**
 * The hashes of an object.
 *
 * @param files of each of its files, in the order of their names
 */
record ObjectHashes(List<FileHashes> files) {
    /** Of the bytes of its files, by one of the functions. */
    List<byte[]> plain(int function) {
        return files.stream().map(file -> file.plain().get(function)).toList();
    }

    /** The same with XML in its canonical form; empty if that of one of the files cannot be told. */
    List<byte[]> canonical(int function) {
        return files.stream().anyMatch(file -> file.canonical().isEmpty())
                ? List.of()
                : files.stream().map(file -> file.canonical().get(function)).toList();
    }
}
