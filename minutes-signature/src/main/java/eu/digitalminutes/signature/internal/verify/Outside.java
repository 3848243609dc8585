// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.signature.internal.check.Layer;
import eu.digitalminutes.signature.internal.check.LayerFindings;
import eu.digitalminutes.signature.internal.dss.KnownDigest;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a signature or time stamp is over that lies outside of the file: read once, or taken by its digest, or missed. */
record Outside(Inspection inspection, Source signed, Layer.Draft layer, int depth) {
    @Nullable
    DSSDocument document(String name, MeasuredContent.Digests digests) throws IOException {
        Optional<Path> file = inspection.companions().file(name);
        if (file.isPresent()) {
            Source source = Source.of(file.get(), name);
            try (InputStream in = source.open()) {
                MeasuredContent measured = MeasuredContent.read(source, in, digests, passing -> {}, inspection.task());
                layer.file(name, measured.fingerprint());
                inspection.note(measured, depth);
                return measured.document();
            }
        }
        layer.elsewhere(name);
        Optional<Digest> digest = inspection.companions().digest(name);
        if (digest.isPresent()) {
            layer.finding(LayerFindings.contentByDigest(name, digest.get().hex()));
            return new KnownDigest(name, digest.get());
        }
        layer.finding(LayerFindings.contentMissing(signed.name(), name));
        return null;
    }
}
