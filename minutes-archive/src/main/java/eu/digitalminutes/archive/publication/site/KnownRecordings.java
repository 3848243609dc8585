// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.Minutes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The recordings of a session that its published page holds already (<i>registrazioni già pubblicate</i>). Each was compared
 * with its signed digest when it was published, and has the size and time that it had then: that much is trusted.
 */
public final class KnownRecordings {
    private final Path folder;
    private final Map<String, FileStamp> files;

    KnownRecordings(Path folder, Map<String, FileStamp> files) {
        this.folder = folder;
        this.files = Map.copyOf(files);
    }

    static KnownRecordings none() {
        return new KnownRecordings(Path.of(""), Map.of());
    }

    /**
     * The published file of a part, if it is the signed one.
     *
     * @param part the part as the minutes name it
     * @return where it lies, or empty if it must be read from its source
     */
    public Optional<Path> file(RecordingPart part) {
        FileStamp stamp = files.get(part.name());
        Path file = folder.resolve(part.name());
        boolean same = stamp != null
                && stamp.sha256().equals(part.fingerprint().digest().hex())
                && stamp.bytes() == part.fingerprint().bytes()
                && stamp.isStill(file);
        return same ? Optional.of(file) : Optional.empty();
    }

    /** The publication with what is known in place of what would be read again. */
    Publication instead(Minutes minutes, Publication what) {
        Publication known = what;
        for (RecordingPart part : minutes.recordings()) {
            Optional<Path> file = file(part);
            if (file.isPresent() && what.recordings().containsKey(part.name())) {
                known = known.withCheckedRecording(part.name(), file.get());
            }
        }
        return known;
    }
}
