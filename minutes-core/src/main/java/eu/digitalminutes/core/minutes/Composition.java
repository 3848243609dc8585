// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.content.FileNames;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a meeting and the files that go with them into the signed container (<i>verbale composito</i>).
 * Immutable; it opens no file.
 *
 * <p>Facts, written act and recording are signed together. Without a written act the composition can be signed, but
 * every report warns that the recording alone is contested as minutes.
 */
public final class Composition {
    /** The name that the written act has in the container. */
    public static final String WRITTEN_ACT = "minutes.pdf";

    private final Minutes minutes;
    private final Map<String, Path> recordings;
    private final @Nullable Path writtenAct;
    private final Map<String, Path> attachments;

    private Composition(
            Minutes minutes, Map<String, Path> recordings, @Nullable Path writtenAct, Map<String, Path> attachments) {
        this.minutes = minutes;
        this.recordings = recordings;
        this.writtenAct = writtenAct;
        this.attachments = attachments;
    }

    /**
     * A composition of facts alone.
     *
     * @param minutes the facts
     * @return the composition
     */
    public static Composition of(Minutes minutes) {
        return new Composition(Objects.requireNonNull(minutes, "minutes"), Map.of(), null, Map.of());
    }

    /**
     * This composition with the file of one part of the recording.
     *
     * @param name the name of a part of {@link Minutes#recordings()}
     * @param file where it lies
     * @return a new composition
     * @throws IllegalArgumentException if the minutes have no such part
     */
    public Composition withRecording(String name, Path file) {
        if (minutes.recording(name).isEmpty()) {
            throw new IllegalArgumentException("the minutes name no part of the recording \"" + name + "\"");
        }
        return new Composition(minutes, with(recordings, name, file), writtenAct, attachments);
    }

    /**
     * This composition with the secretary's written act.
     *
     * @param pdf a PDF, best a PDF/A
     * @return a new composition
     */
    public Composition withWrittenAct(Path pdf) {
        return new Composition(minutes, recordings, Objects.requireNonNull(pdf, "pdf"), attachments);
    }

    /**
     * This composition with one more file, such as captions or an annex.
     *
     * @param name its name in the container: a plain portable name that nothing else has
     * @param file where it lies
     * @return a new composition
     * @throws IllegalArgumentException if the name is taken, reserved or not portable
     */
    public Composition withAttachment(String name, Path file) {
        FileNames.requirePortable(name);
        boolean reserved = name.equals(Minutes.FILE_NAME)
                || name.equals(WRITTEN_ACT)
                || name.equals("mimetype")
                || name.equals("chapters.vtt")
                || minutes.recording(name).isPresent();
        if (reserved || attachments.containsKey(name)) {
            throw new IllegalArgumentException("the name \"" + name + "\" is taken in the container");
        }
        return new Composition(minutes, recordings, writtenAct, with(attachments, name, file));
    }

    /**
     * The facts.
     *
     * @return the minutes
     */
    public Minutes minutes() {
        return minutes;
    }

    /**
     * The files of the recording, by the name of the part.
     *
     * @return an unmodifiable map in the order of addition
     */
    public Map<String, Path> recordings() {
        return recordings;
    }

    /**
     * The secretary's written act.
     *
     * @return its file, or empty if there is none
     */
    public Optional<Path> writtenAct() {
        return Optional.ofNullable(writtenAct);
    }

    /**
     * Further files, by name.
     *
     * @return an unmodifiable map in the order of addition
     */
    public Map<String, Path> attachments() {
        return attachments;
    }

    private static Map<String, Path> with(Map<String, Path> files, String name, Path file) {
        Map<String, Path> more = new LinkedHashMap<>(files);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(file, "file"));
        return java.util.Collections.unmodifiableMap(more);
    }
}
