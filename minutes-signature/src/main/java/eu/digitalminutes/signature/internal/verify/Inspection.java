// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.check.Layer;
import eu.digitalminutes.signature.internal.check.LayerFindings;
import eu.digitalminutes.signature.internal.dss.Question;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.SignedStores;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One verification, down through everything that lies in the file. What is inside is looked into while it passes by on its
 * way to the digests of the level around it, so that each byte is read once for all levels; what must be read back and forth
 * (containers, PDF, XML) is opened once more, if it is signed.
 *
 * <p>Depth and number are bounded: nobody shall keep a verifier busy with what he has packed into each other.
 */
final class Inspection {
    static final int MAX_DEPTH = 10;
    private static final int MAX_OPENED = 100;
    /** More than a container without compression can grow; the file itself bounds the others. */
    private static final long MAX_UNPACKED = 256L << 20;

    private final Trust trust;
    private final Question question;
    private final Task task;
    private final Companions companions;
    private final long unpacked;
    private int opened;
    private byte @Nullable [] facts;

    Inspection(Trust trust, Question question, Task task, Companions companions, long bytes) {
        this.trust = trust;
        this.question = question;
        this.task = task;
        this.companions = companions;
        this.unpacked = Math.max(bytes, MAX_UNPACKED);
    }

    Task task() {
        return task;
    }

    /** The facts of a meeting that were read with the outermost signatures; null if there were none. */
    byte @Nullable [] facts() {
        return facts;
    }

    /** Takes note of a file under signatures of some depth. */
    void note(MeasuredContent content, int depth) {
        if (depth == 1) {
            facts = content.facts();
        }
    }

    Companions companions() {
        return companions;
    }

    SignatureValidation validation(Source source) {
        return new SignatureValidation(trust, question, source.name());
    }

    /** Looks into a file inside another one, and adds what is signed there to the level around it. */
    void inside(Layer.Draft around, Source source, InputStream passing, int depth) throws IOException {
        BufferedInputStream in = new BufferedInputStream(passing, 2 * Kind.HEAD);
        Kind kind = kind(in);
        if (kind == Kind.OTHER || kind == Kind.MAIL) {
            // any letter in an archive would be taken for a signed one
            return;
        } else if (depth > MAX_DEPTH) {
            around.finding(LayerFindings.nestedTooDeep(source.name(), MAX_DEPTH));
            return;
        }
        try {
            if (kind.mark().isEmpty() || Sighting.of(kind.mark(), in)) {
                if (opened++ >= MAX_OPENED) {
                    around.finding(LayerFindings.tooManyInside(source.name(), MAX_OPENED));
                    return;
                }
                add(around, kind, source, in, depth);
            }
        } catch (CancelledException e) {
            throw e;
        } catch (MinutesException e) {
            around.finding(LayerFindings.innerUnreadable(source.name(), String.valueOf(e.getMessage())));
        }
    }

    private void add(Layer.Draft around, Kind kind, Source source, InputStream in, int depth) throws IOException {
        if (kind == Kind.ZIP) {
            try (Spool spool = Spool.of(source, unpacked, task)) {
                new ContainerExamination(this)
                        .inner(spool.file(), source.name(), depth)
                        .ifPresent(around::inside);
            }
            return;
        }
        Layer layer = kind == Kind.PDF || kind == Kind.XML ? whole(kind, source) : passing(kind, source, in, depth);
        if (!layer.signatures().isEmpty()
                || !layer.timestamps().isEmpty()
                || !layer.inside().isEmpty()
                || !layer.findings().isEmpty()) {
            around.inside(layer);
        }
    }

    /** What is verified while it passes by. */
    Layer passing(Kind kind, Source source, InputStream in, int depth) throws IOException {
        return switch (kind) {
            case ENVELOPE -> new EnvelopeInspection(this, source, depth).of(in);
            case TIMESTAMPED, STAMP, EVIDENCE, MAIL -> new StampInspection(this, source, depth).of(kind, in);
            case BASE64 -> decoded(source, in, depth);
            default -> throw new IllegalStateException(kind + " does not pass by");
        };
    }

    private Layer decoded(Source source, InputStream in, int depth) throws IOException {
        BufferedInputStream plain = new BufferedInputStream(new Armour(in, source.name()), 2 * Kind.HEAD);
        Kind kind = kind(plain);
        if (kind != Kind.ENVELOPE && kind != Kind.TIMESTAMPED && kind != Kind.STAMP && kind != Kind.EVIDENCE) {
            throw new MinutesException(
                    "ENVELOPE_MALFORMED", source.name() + " is base64 of nothing that is signed or time-stamped");
        }
        return passing(
                kind, new Source(source.name(), -1, () -> new Armour(source.open(), source.name())), plain, depth);
    }

    private Layer whole(Kind kind, Source source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(SignedStores.MAX_PDF + 1);
        }
        if (kind == Kind.PDF) {
            return WholeFiles.pdf(bytes, source, validation(source));
        }
        return WholeFiles.xml(bytes, source, this);
    }

    static Kind kind(BufferedInputStream in) throws IOException {
        in.mark(Kind.HEAD);
        byte[] head = in.readNBytes(Kind.HEAD);
        in.reset();
        return Kind.of(head);
    }
}
