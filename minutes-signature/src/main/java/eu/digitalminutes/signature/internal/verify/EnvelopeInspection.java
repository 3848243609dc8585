// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.signature.internal.check.Layer;
import eu.digitalminutes.signature.internal.cms.EnvelopeStream;
import eu.digitalminutes.signature.internal.dss.CmsSigners;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads an envelope once, in one go from its head over the content to the signatures, or a signature beside its content. */
record EnvelopeInspection(Inspection inspection, Source source, int depth) {
    /** The form of a signature that lies beside its content. */
    private static final String DETACHED = "CAdES-detached";

    /** Evidence inside of a signature is over the whole file, which has to be held in memory. */
    private static final int MAX_WHOLE = 32 << 20;

    Layer of(InputStream in) throws IOException {
        EnvelopeStream envelope = EnvelopeStream.of(in, source.name());
        SignatureValidation validation = inspection.validation(source);
        MeasuredContent.Digests digests = new MeasuredContent.Digests(SignedDigests.named(envelope.digestAlgorithms()));
        String name = SignedName.inner(source.name());
        if (envelope.content().isEmpty()) {
            byte[] cms = envelope.signatures();
            Layer.Draft layer = Layer.of(source.name(), DETACHED);
            return layer.signatures(validation
                            .cms(cms, new Outside(inspection, source, layer, depth).document(name, digests), name)
                            .signatures())
                    .build();
        }
        Layer.Draft layer = Layer.of(source.name(), "CAdES-enveloping");
        Source inside = new Source(name, envelope.contentBytes(), this::content);
        MeasuredContent measured = MeasuredContent.read(
                inside,
                envelope.content().orElseThrow(),
                digests,
                passing -> inspection.inside(layer, inside, passing, depth + 1),
                inspection.task());
        byte[] cms = envelope.signatures();
        layer.file(name, measured.fingerprint());
        inspection.note(measured, depth);
        if (measured.fingerprint().bytes() <= MAX_WHOLE && CmsSigners.isUnderInnerEvidence(cms)) {
            return layer.signatures(validation.cms(whole(), null, name).signatures())
                    .build();
        }
        return layer.signatures(validation.cms(cms, measured.document(), name).signatures())
                .build();
    }

    /** With its content, for evidence that is over all of it. */
    private byte[] whole() throws IOException {
        try (InputStream in = source.open()) {
            return in.readAllBytes();
        }
    }

    private InputStream content() throws IOException {
        return EnvelopeStream.of(new BufferedInputStream(source.open()), source.name())
                .content()
                .orElseThrow();
    }
}
