// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.form.OpenedPackage;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.MediaProbe;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.minutes.Transcript;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A signed container that is looked into here and there, for captions and recordings; most of it is not read. */
final class ContainerLook implements AutoCloseable {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(ContainerLook.class);
    private static final String CAPTIONS = "captions";
    private static final String VTT = ".vtt";
    private static final int MAX_CAPTIONS = 8 << 20;

    /** Why something is left out, as the catalogue chooses its words. */
    private enum Reason {
        NOT_A_CONTAINER(0),
        NOT_CAPTIONS(1),
        TOO_LONG(2),
        COMPRESSED(3);

        private final int choice;

        Reason(int choice) {
            this.choice = choice;
        }
    }

    private final Minutes minutes;
    private final @Nullable OpenedPackage opened;
    private final List<Finding> leftOut;

    private ContainerLook(Minutes minutes, @Nullable OpenedPackage opened, List<Finding> leftOut) {
        this.minutes = minutes;
        this.opened = opened;
        this.leftOut = leftOut;
    }

    /** Opens a container; one that cannot be looked into holds nothing, and is told of. */
    static ContainerLook into(SignedMinutes signed, List<Finding> leftOut) throws IOException {
        try {
            return new ContainerLook(signed.minutes(), OpenedPackage.open(signed.container()), leftOut);
        } catch (MinutesException e) {
            ContainerLook nothing = new ContainerLook(signed.minutes(), null, leftOut);
            nothing.leaveOut(String.valueOf(signed.container().getFileName()), Reason.NOT_A_CONTAINER);
            return nothing;
        }
    }

    /** Every file of captions, by IMSC 1. */
    List<AddedFile> captions(Locale language) throws IOException {
        List<AddedFile> files = new ArrayList<>();
        if (opened == null) {
            return files;
        }
        Set<String> names = new HashSet<>();
        for (String file : opened.sizes().keySet()) {
            if (isCaptions(file)) {
                Optional<Captions> read = read(opened, file);
                if (read.isPresent()) {
                    files.add(imsc1(file, read.get(), language, nameFor(file, names)));
                }
            }
        }
        return files;
    }

    /** What the recordings are that lie in the container. */
    List<MediaFacts> recordings() throws IOException {
        List<MediaFacts> facts = new ArrayList<>();
        if (opened == null) {
            return facts;
        }
        for (RecordingPart part : minutes.recordings()) {
            if (!opened.sizes().containsKey(part.name())) {
                continue;
            }
            if (opened.region(part.name()).isEmpty()) {
                leaveOut(part.name(), Reason.COMPRESSED);
                continue;
            }
            try (SeekableByteChannel channel = opened.channel(part.name())) {
                facts.add(MediaProbe.probe(part.name(), channel));
            }
        }
        return facts;
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    private boolean isCaptions(String file) {
        return file.endsWith(VTT)
                && (file.startsWith(CAPTIONS) || transcript(file).isPresent());
    }

    private Optional<Transcript> transcript(String file) {
        return minutes.transcripts().stream()
                .filter(one -> one.name().equals(file))
                .findFirst();
    }

    private Optional<Captions> read(OpenedPackage container, String file) throws IOException {
        if (container.sizes().getOrDefault(file, 0L) > MAX_CAPTIONS) {
            leaveOut(file, Reason.TOO_LONG);
            return Optional.empty();
        }
        try (InputStream in = container.read(file)) {
            return Optional.of(Captions.read(file, in.readNBytes(MAX_CAPTIONS)));
        } catch (MinutesException e) {
            leaveOut(file, Reason.NOT_CAPTIONS);
            return Optional.empty();
        }
    }

    private AddedFile imsc1(String file, Captions captions, Locale language, String name) {
        Locale said = transcript(file)
                .map(one -> Locale.forLanguageTag(one.language()))
                .orElse(language);
        List<RecordingPart> parts = minutes.recordings();
        String about = transcript(file)
                .map(Transcript::part)
                .filter(part -> !part.isEmpty())
                .orElse(parts.size() == 1 ? parts.get(0).name() : file);
        return AddedFile.normalized(
                name,
                Imsc1.MEDIA_TYPE,
                Imsc1.of(captions, said, about).getBytes(StandardCharsets.UTF_8),
                file,
                "sottotitoli in IMSC 1, ricavati da " + file);
    }

    /** The name of the captions with another ending, or a plain one where that one is taken or not portable. */
    private static String nameFor(String file, Set<String> taken) {
        String stem = file.substring(file.lastIndexOf('/') + 1, file.length() - VTT.length());
        boolean isPlain = stem.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
        String name = (isPlain ? stem : CAPTIONS) + ".ttml";
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = (isPlain ? stem : CAPTIONS) + "-" + i + ".ttml";
        }
        return name;
    }

    private void leaveOut(String file, Reason reason) {
        leftOut.add(CATALOGUE.finding("RENDITION_LEFT_OUT", Severity.WARN, file, reason.choice));
    }
}
