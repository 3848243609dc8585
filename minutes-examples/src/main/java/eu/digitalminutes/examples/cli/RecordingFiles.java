// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.Composition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which file given on the command line is which part of the recording: by name, else in order. */
final class RecordingFiles {
    private RecordingFiles() {}

    static Composition add(Composition composition, List<Path> files) throws IOException {
        List<RecordingPart> parts = composition.minutes().recordings();
        if (files.size() > parts.size()) {
            throw new IllegalArgumentException(unnamed(files.get(parts.size()), parts.size()));
        }
        List<Path> left = new ArrayList<>(files);
        Composition result = composition;
        for (RecordingPart part : parts) {
            Path byName = left.stream()
                    .filter(file -> String.valueOf(file.getFileName()).equals(part.name()))
                    .findFirst()
                    .orElse(null);
            if (byName != null) {
                left.remove(byName);
                result = result.withRecording(part.name(), byName);
            }
        }
        for (RecordingPart part : parts) {
            if (!result.recordings().containsKey(part.name()) && !left.isEmpty()) {
                result = result.withRecording(part.name(), left.remove(0));
            }
        }
        return withTrees(result);
    }

    /** A tree that lies beside its recording goes with it, if the minutes name its root. */
    private static Composition withTrees(Composition composition) {
        Composition result = composition;
        for (RecordingPart part : composition.minutes().recordings()) {
            Path recording = composition.recordings().get(part.name());
            String name = ChunkTree.nameFor(part.name());
            if (recording == null || part.treeRoot().isEmpty()) {
                continue;
            }
            Path beside = recording.resolveSibling(ChunkTree.nameFor(String.valueOf(recording.getFileName())));
            Path named = recording.resolveSibling(name);
            if (Files.exists(beside)) {
                result = result.withAttachment(name, beside);
            } else if (Files.exists(named)) {
                result = result.withAttachment(name, named);
            }
        }
        return result;
    }

    /** Says what to write into minutes.json, ready to be copied. */
    private static String unnamed(Path file, int named) throws IOException {
        Fingerprint fingerprint = Fingerprinter.fingerprint(file);
        return "the minutes name " + named + " recordings, and " + file
                + " is none of them; minutes import recording adds it, or by hand to /recordings:"
                + " {\"name\": \"recording-" + (named + 1) + ".mp4\", \"mediaType\": \"video/mp4\", \"bytes\": "
                + fingerprint.bytes() + ", \"sha256\": \"" + fingerprint.digest()
                + "\", \"start\": \"…\", \"durationSeconds\": …}";
    }
}
