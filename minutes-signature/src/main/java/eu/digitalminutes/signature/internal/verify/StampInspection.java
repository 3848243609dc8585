// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.check.Layer;
import eu.digitalminutes.signature.internal.check.LayerFindings;
import eu.digitalminutes.signature.internal.cms.TimestampedStream;
import eu.digitalminutes.signature.internal.dss.MeasuredDocument;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.digitalminutes.signature.internal.dss.StampToken;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Time stamps and evidence records that stand alone: beside a file, around it, or in one message with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161; RFC 5544; RFC 4998; RFC 6283</a>
 */
record StampInspection(Inspection inspection, Source source, int depth) {
    private static final int MAX_STAMP = 32 << 20;

    Layer of(Kind kind, InputStream in) throws IOException {
        return switch (kind) {
            case TIMESTAMPED -> around(in);
            case MAIL -> message(in);
            case EVIDENCE -> evidence(small(in));
            default -> beside(small(in));
        };
    }

    /** A stamp beside its file. */
    private Layer beside(byte[] answer) throws IOException {
        Layer.Draft layer = Layer.of(source.name(), "RFC 3161");
        Optional<byte[]> token = StampToken.of(answer, source.name());
        if (token.isEmpty()) {
            return layer.finding(LayerFindings.noStampGranted(source.name())).build();
        }
        DSSDocument file = new Outside(inspection, source, layer, depth)
                .document(
                        SignedName.inner(source.name()),
                        new MeasuredContent.Digests(
                                SignedDigests.named(StampToken.digest(token.get(), source.name()))));
        return stamped(layer, inspection.validation(source).stamp(token.get(), file))
                .build();
    }

    private Layer evidence(byte[] record) throws IOException {
        Layer.Draft layer = Layer.of(source.name(), record.length > 0 && record[0] == 0x30 ? "RFC 4998" : "RFC 6283");
        DSSDocument file = new Outside(inspection, source, layer, depth)
                .document(SignedName.inner(source.name()), new MeasuredContent.Digests(Set.of()));
        return stamped(layer, inspection.validation(source).evidence(record, file))
                .build();
    }

    /** A file inside its stamps. */
    private Layer around(InputStream in) throws IOException {
        TimestampedStream stamped = TimestampedStream.of(in, source.name());
        Layer.Draft layer = Layer.of(source.name(), "RFC 5544");
        SignatureValidation validation = inspection.validation(source);
        String name = SignedName.inner(source.name());
        DSSDocument over;
        if (stamped.content().isPresent()) {
            Source inside = new Source(name, stamped.contentBytes(), this::content);
            MeasuredContent measured = MeasuredContent.read(
                    inside,
                    stamped.content().orElseThrow(),
                    new MeasuredContent.Digests(Set.of()),
                    passing -> inspection.inside(layer, inside, passing, depth + 1),
                    inspection.task());
            layer.file(name, measured.fingerprint());
            over = measured.document();
        } else {
            over = new Outside(inspection, source, layer, depth).document(name, new MeasuredContent.Digests(Set.of()));
        }
        byte[] before = stamped.hashedBefore();
        if (before.length > 0 && over != null) {
            over = described(name, before);
        }
        for (TimestampedStream.Stamp stamp : stamped.stamps()) {
            stamped(layer, validation.stamp(stamp.token(), over));
            over = new InMemoryDocument(stamp.whole(), name);
        }
        return layer.build();
    }

    /** The content with its descriptions before it, which one more reading digests. */
    private DSSDocument described(String name, byte[] before) {
        return new MeasuredDocument(
                name, Map.of(), () -> new SequenceInputStream(new ByteArrayInputStream(before), content()));
    }

    private InputStream content() throws IOException {
        return TimestampedStream.of(new BufferedInputStream(source.open()), source.name())
                .content()
                .orElseThrow();
    }

    /** A signed file, and the stamp over it. */
    private Layer message(InputStream in) throws IOException {
        Layer.Draft layer = Layer.of(source.name(), "M7M");
        String name = SignedName.inner(source.name()) + ".p7m";
        MailParts parts = new MailParts(in, source.name());
        MailParts.Part first = parts.next();
        if (!first.is("application/pkcs7-mime", "application/x-pkcs7-mime")) {
            throw malformed("its first part is no signed file");
        }
        Source inside = new Source(
                name,
                -1,
                () -> new MailParts(source.open(), source.name()).next().body());
        MeasuredContent measured = MeasuredContent.read(
                inside,
                first.body(),
                new MeasuredContent.Digests(Set.of()),
                passing -> inspection.inside(layer, inside, passing, depth + 1),
                inspection.task());
        layer.file(name, measured.fingerprint());
        MailParts.Part second = parts.following().orElseThrow(() -> malformed("it holds no time stamp"));
        if (!second.is("application/timestamp", "application/tst", "application/octet-stream")) {
            throw malformed("its second part is no time stamp");
        }
        Optional<byte[]> token = StampToken.of(small(second.body()), source.name());
        if (token.isEmpty()) {
            return layer.finding(LayerFindings.noStampGranted(source.name())).build();
        }
        stamped(layer, inspection.validation(source).stamp(token.get(), measured.document()));
        if (parts.following().isPresent()) {
            throw malformed("it has more than two parts");
        }
        return layer.build();
    }

    private static Layer.Draft stamped(Layer.Draft layer, SignatureValidation.Answer answer) {
        return layer.timestamps(answer.timestamps(), answer.stamped());
    }

    private byte[] small(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_STAMP + 1);
        if (bytes.length > MAX_STAMP) {
            throw new MinutesException("TIMESTAMP_MALFORMED", source.name() + " is too large for a time stamp");
        }
        return bytes;
    }

    private MinutesException malformed(String problem) {
        return new MinutesException(
                "ENVELOPE_MALFORMED",
                source.name() + " is no sound message of a signed file and a stamp (.m7m): " + problem);
    }
}
