// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.archive.internal.form.PendingPackage;
import eu.digitalminutes.core.task.Task;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;

/** In which form a package lies on the disk (<i>forma del pacchetto</i>). */
public enum PackageForm {
    /** A folder with files, <i>cartella</i>. */
    DIRECTORY,
    /** One ZIP file with stored entries and one top folder, named after the meeting, <i>archivio ZIP</i>. */
    ZIP,
    /** One TAR file (POSIX pax) with one top folder, named after the meeting, <i>archivio TAR</i>. */
    TAR;

    PendingPackage pending(Path target, String name, Instant time, Task task) throws FileSystemException {
        return switch (this) {
            case DIRECTORY -> PendingPackage.folder(target, name, time, task);
            case ZIP -> PendingPackage.zip(target, name, time, task);
            case TAR -> PendingPackage.tar(target, name, time, task);
        };
    }
}
