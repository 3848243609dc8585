// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.check.Layer;
import eu.digitalminutes.signature.internal.check.LayerFindings;
import eu.digitalminutes.signature.internal.dss.KnownDigest;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.internal.dss.XmlFiles;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signed files that DSS wants in memory: PDF, and XML, whose signatures may be over files beside it. */
final class WholeFiles {
    private static final int MAX_XML = 32 << 20;

    private WholeFiles() {}

    static Layer pdf(byte[] pdf, Source source, SignatureValidation validation) {
        if (pdf.length > SignedStores.MAX_PDF) {
            throw new MinutesException(
                    "PDF_TOO_LARGE",
                    source.name() + " is larger than a PDF of " + SignedStores.MAX_PDF + " bytes, which are verified");
        }
        return Layer.of(source.name(), "PAdES")
                .file(source.name(), fingerprint(pdf))
                .signatures(validation.pdf(pdf, source.name()).signatures())
                .build();
    }

    static Layer xml(byte[] xml, Source source, Inspection inspection) throws IOException {
        if (xml.length > MAX_XML) {
            throw new MinutesException("SIGNATURES_MALFORMED", source.name() + " is too large for a signed XML file");
        }
        XmlFiles signed = XmlFiles.of(xml);
        Layer.Draft layer = Layer.of(source.name(), signed.names().isEmpty() ? "XAdES-enveloped" : "XAdES-detached");
        List<DSSDocument> documents = new ArrayList<>();
        Trees trees = new Trees(Set.copyOf(signed.names()));
        for (String name : signed.names()) {
            Optional<Path> file = inspection.companions().file(name);
            if (file.isPresent()) {
                Path path = file.get();
                Fingerprint fingerprint = trees.read(name, path, inspection.task());
                layer.file(name, fingerprint);
                documents.add(new StreamedDocument(
                        new ContainedFile(name, SignedContainer.mediaType(name), fingerprint),
                        () -> Files.newInputStream(path)));
                continue;
            }
            layer.elsewhere(name);
            Optional<Digest> digest = inspection.companions().digest(name);
            digest.ifPresent(known -> {
                layer.finding(LayerFindings.contentByDigest(name, known.hex()));
                documents.add(new KnownDigest(name, known));
            });
            if (digest.isEmpty()) {
                layer.finding(LayerFindings.contentMissing(source.name(), name));
            }
        }
        layer.trees(trees.compared(recording ->
                Files.newByteChannel(inspection.companions().file(recording).orElseThrow())));
        if (signed.isOverItself()) {
            layer.file(source.name(), fingerprint(xml));
        }
        return layer.signatures(inspection
                        .validation(source)
                        .xml(xml, documents, source.name())
                        .signatures())
                .build();
    }

    private static Fingerprint fingerprint(byte[] bytes) {
        return new Fingerprint(Digest.of(Fingerprinter.sha256().digest(bytes)), bytes.length);
    }
}
