// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerEnd;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several files in one container, each signature over all of them. */
abstract class AsicStore extends SignedStore {
    static final int MAX_SIGNATURE = 32 << 20;

    private final List<ContainedFile> known;

    AsicStore(Path path, SignatureForm form, List<ContainedFile> known) {
        super(path, form);
        this.known = List.copyOf(known);
    }

    @Override
    public final void mend() throws IOException {
        ContainerEnd.mend(path());
    }

    /** The digests that the first signature names; empty if nobody has signed. */
    abstract Optional<Map<String, Digest>> signedDigests(ContainerFile container) throws IOException;

    @Override
    public final List<ContainedFile> files() throws IOException {
        if (!known.isEmpty()) {
            return known;
        }
        try (ContainerFile container = ContainerFile.open(path())) {
            return files(container);
        }
    }

    final List<ContainedFile> files(ContainerFile container) throws IOException {
        if (!known.isEmpty()) {
            return known;
        }
        Optional<Minutes> minutes = minutes(container);
        Optional<Map<String, Digest>> signed = signedDigests(container);
        List<ContainedFile> files = new ArrayList<>();
        for (Entry entry : container.entries()) {
            if (entry.isMeta() || entry.name().endsWith("/")) {
                continue;
            }
            String type = minutes.map(facts -> SignedContainer.mediaType(entry.name(), facts))
                    .orElse(SignedContainer.mediaType(entry.name()));
            Fingerprint fingerprint =
                    signed.isPresent() ? named(entry, signed.get()) : unsigned(container, entry, minutes);
            files.add(new ContainedFile(entry.name(), type, fingerprint));
        }
        return files;
    }

    private Fingerprint named(Entry entry, Map<String, Digest> signed) {
        Digest digest = signed.get(entry.name());
        if (digest == null) {
            throw new MinutesException(
                    "FILE_NOT_SIGNED",
                    path() + " holds " + entry.name() + ", which the first signature does not cover with SHA-256:"
                            + " nobody should sign it now");
        }
        return new Fingerprint(digest, entry.bytes());
    }

    /** Of a recording the minutes know the digest, which was checked when it was copied in; other files are small. */
    private static Fingerprint unsigned(ContainerFile container, Entry entry, Optional<Minutes> minutes)
            throws IOException {
        Optional<Fingerprint> described = minutes.stream()
                .flatMap(facts -> facts.recordings().stream())
                .filter(part -> part.name().equals(entry.name()))
                .map(RecordingPart::fingerprint)
                .filter(fingerprint -> fingerprint.bytes() == entry.bytes())
                .findFirst();
        if (described.isPresent()) {
            return described.get();
        }
        return new Fingerprint(digest(container.stream(entry)), entry.bytes());
    }

    private static Optional<Minutes> minutes(ContainerFile container) throws IOException {
        Optional<Entry> entry = container.entry(Minutes.FILE_NAME);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MinutesJson.read(container.bytes(entry.get(), SignedContainer.MAX_FACTS)));
        } catch (MinutesException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public final void replace(Map<String, byte[]> changed) throws IOException {
        ContainerEnd.replace(path(), changed);
    }

    /** A number for the next file of a kind. */
    static int next(ContainerFile container, java.util.function.Predicate<String> isKind) {
        int next = 1;
        for (Entry entry : container.entries()) {
            if (isKind.test(entry.name())) {
                next = Math.max(next, number(entry.name()) + 1);
            }
        }
        return next;
    }

    private static int number(String name) {
        String digits = name.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }
}
