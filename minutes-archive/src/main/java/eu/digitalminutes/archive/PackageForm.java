// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

/** In which form a package lies on the disk (<i>forma del pacchetto</i>). */
public enum PackageForm {
    /** A folder with files, <i>cartella</i>. */
    DIRECTORY,
    /** One ZIP file with stored entries and one top folder, named after the meeting, <i>archivio ZIP</i>. */
    ZIP
}
