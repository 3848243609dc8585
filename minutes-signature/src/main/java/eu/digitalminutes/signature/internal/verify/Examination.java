// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.check.Layer;
import eu.digitalminutes.signature.internal.dss.Question;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.signed.DetachedContent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Examines a signed file by what it is: a container, an envelope, signatures or stamps beside files, a PDF, a folder of
 * those.
 */
public final class Examination {

    private final DetachedContent content;
    private final Trust trust;
    private final Question question;
    private final Task task;

    /**
     * An examination.
     *
     * @param content what detached signatures are over, if it does not lie beside them
     * @param question what to answer of its signatures
     */
    public Examination(DetachedContent content, Trust trust, Question question, Task task) {
        this.content = content;
        this.trust = trust;
        this.question = question;
        this.task = task;
    }

    /** Reads a file, or every signed file of a folder. */
    public Examined of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        return one(path);
    }

    private Examined one(Path path) throws IOException {
        Source source = Source.of(path, String.valueOf(path.getFileName()));
        Companions companions = new Companions(content, path);
        Inspection inspection = new Inspection(trust, question, task, companions, source.bytes());
        try (InputStream file = source.open()) {
            BufferedInputStream in = new BufferedInputStream(file, 2 * Kind.HEAD);
            Kind kind = Inspection.kind(in);
            return switch (kind) {
                case OTHER -> throw unknown(path);
                case ZIP -> new ContainerExamination(inspection).of(path);
                case PDF -> alone(WholeFiles.pdf(SignedStores.pdf(path), source, inspection.validation(source)));
                case XML -> {
                    Layer layer = WholeFiles.xml(SignedStores.small(path), source, inspection);
                    yield new Examined(
                            layer,
                            layer.files().containsKey(Minutes.FILE_NAME),
                            facts(layer, companions.file(Minutes.FILE_NAME)));
                }
                default -> {
                    Layer layer = inspection.passing(kind, source, in, 1);
                    yield new Examined(layer, false, inspection.facts());
                }
            };
        }
    }

    private static Examined alone(Layer layer) {
        return new Examined(layer, false, null);
    }

    private static MinutesException unknown(Path path) {
        return new MinutesException(
                "FORM_UNKNOWN",
                path
                        + " is no signed file: neither an ASiC, nor a CMS (.p7m, .p7s), nor a time stamp (.tsr, .tst, .tsd),"
                        + " nor a message of both (.m7m), nor XML, nor a PDF");
    }

    /** The facts beside their signature. */
    private static byte @Nullable [] facts(Layer layer, Optional<Path> beside) throws IOException {
        boolean read = layer.files().containsKey(Minutes.FILE_NAME)
                && beside.isPresent()
                && Files.size(beside.get()) <= SignedContainer.MAX_FACTS;
        return read ? Files.readAllBytes(beside.get()) : null;
    }

    /** Minutes in a folder: each file signed on its own, or all by the signatures of one. */
    private Examined folder(Path path) throws IOException {
        List<SignedStore> stores = SignedStores.openAllUnchanged(path);
        byte[] facts = null;
        Layer.Draft all = null;
        for (SignedStore store : stores) {
            Examined one = one(store.path());
            all = all == null
                    ? Layer.of(String.valueOf(path.getFileName()), one.layer().format())
                    : all;
            all.with(one.layer());
            facts = facts == null ? one.facts() : facts;
        }
        Layer layer = Objects.requireNonNull(all).build();
        return new Examined(
                all.strangers(strangers(path, stores, layer.files())).build(), true, facts);
    }

    /** What lies in the folder and is neither a signed file nor its signature. */
    private static List<String> strangers(Path folder, List<SignedStore> stores, Map<String, Fingerprint> files)
            throws IOException {
        List<String> strangers = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.sorted().toList()) {
                String name = String.valueOf(one.getFileName());
                boolean signed = stores.stream()
                        .anyMatch(store -> store.path().getFileName().toString().equals(name));
                boolean covered = files.containsKey(name) && stores.get(0).form() != SignatureForm.CADES_ENVELOPING;
                if (!signed && !covered && !name.startsWith(".")) {
                    strangers.add(name);
                }
            }
        }
        return strangers;
    }
}
