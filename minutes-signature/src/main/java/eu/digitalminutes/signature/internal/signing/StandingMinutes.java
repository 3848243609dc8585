// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.cms.EnvelopedFile;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.StandingSignature;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.form.SignedStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Minutes that lie composed on the disk, with or without signatures; their recordings are not read. */
public final class StandingMinutes {

    private final Path path;
    private final List<SignedStore> stores;
    private final Minutes minutes;

    private StandingMinutes(Path path, List<SignedStore> stores, Minutes minutes) {
        this.path = path;
        this.stores = stores;
        this.minutes = minutes;
    }

    /**
     * Opens minutes, and mends what a stop in the middle of an earlier signature has left.
     *
     * @throws MinutesException with code {@code MINUTES_MISSING} if there are no facts among the files
     */
    public static StandingMinutes open(Path path) throws IOException {
        List<SignedStore> stores = opened(path);
        return new StandingMinutes(path, stores, facts(path, stores.get(0)));
    }

    /** Opens minutes whose facts are known. */
    public static StandingMinutes open(Path path, Minutes minutes) throws IOException {
        return new StandingMinutes(path, opened(path), minutes);
    }

    private static List<SignedStore> opened(Path path) throws IOException {
        List<SignedStore> stores = SignedStores.openAll(path);
        for (SignedStore store : stores) {
            store.mend();
        }
        return stores;
    }

    private static Minutes facts(Path path, SignedStore first) throws IOException {
        switch (first.form()) {
            case ASIC_E_XADES, ASIC_E_CADES, ASIC_S_CADES -> {
                try (ContainerFile container = ContainerFile.open(path)) {
                    Entry entry = container.entry(Minutes.FILE_NAME).orElseThrow(() -> missing(path));
                    return MinutesJson.read(container.bytes(entry, SignedContainer.MAX_FACTS));
                }
            }
            case CADES_ENVELOPING -> {
                if (!first.path().getFileName().toString().equals(Minutes.FILE_NAME + ".p7m")) {
                    throw missing(path);
                }
                try (EnvelopedFile file = EnvelopedFile.open(first.path())) {
                    return MinutesJson.read(file.content().readNBytes(SignedContainer.MAX_FACTS));
                }
            }
            case XADES_DETACHED, CADES_DETACHED -> {
                Path facts = first.path().resolveSibling(Minutes.FILE_NAME);
                if (!Files.isRegularFile(facts) || Files.size(facts) > SignedContainer.MAX_FACTS) {
                    throw missing(path);
                }
                return MinutesJson.read(Files.readAllBytes(facts));
            }
            default -> throw missing(path);
        }
    }

    private static MinutesException missing(Path path) {
        return new MinutesException(
                "MINUTES_MISSING", path + " holds no minutes.json: it is no signed minutes; sign it as a file");
    }

    /** The facts. */
    public Minutes minutes() {
        return minutes;
    }

    /** Every file with signatures. */
    public List<SignedStore> stores() {
        return stores;
    }

    /**
     * The one file with signatures.
     *
     * @throws MinutesException with code {@code FORM_UNSUITABLE} if there are several
     */
    public SignedStore store() {
        if (stores.size() != 1) {
            throw new MinutesException(
                    "FORM_UNSUITABLE",
                    path + " holds " + stores.size() + " files each signed on its own: prepare a signature for each of"
                            + " them as a file");
        }
        return stores.get(0);
    }

    /** The signatures; where each file has its own, those over the facts. */
    public List<StandingSignature> signatures() throws IOException {
        return stores.get(0).signatures();
    }

    /** The signed minutes as they now are. */
    public SignedMinutes describe() throws IOException {
        Map<String, ContainedFile> files = new LinkedHashMap<>();
        for (SignedStore store : stores) {
            store.files().forEach(file -> files.put(file.name(), described(file)));
        }
        return SignedMinutes.of(path, minutes, List.copyOf(files.values()), applied(signatures()));
    }

    private ContainedFile described(ContainedFile file) {
        return minutes.recording(file.name())
                .filter(part ->
                        part.fingerprint().digest().equals(file.fingerprint().digest()))
                .map(part -> new ContainedFile(part.name(), part.mediaType(), part.fingerprint()))
                .orElse(file);
    }

    /** Signatures in the words of core. */
    static List<AppliedSignature> applied(List<StandingSignature> signatures) {
        return signatures.stream().map(StandingSignature::applied).toList();
    }
}
