// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.cms.EnvelopedFile;
import eu.digitalminutes.signature.internal.dss.SignatureValidation;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.SignedStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads an envelope once, in one go from its head over the content to the signatures. */
record EnvelopeExamination(Trust trust, Instant at, Task task) {
    Examined of(Path path) throws IOException {
        String name = SignedStores.inner(path);
        try (EnvelopedFile file = EnvelopedFile.open(path)) {
            MeasuredContent measured = MeasuredContent.read(
                    file.content(),
                    file.contentBytes(),
                    new MeasuredContent.Digests(SignedDigests.named(file.digestAlgorithms())),
                    name,
                    task);
            return new Examined(
                    "CAdES-enveloping",
                    Map.of(name, measured.fingerprint()),
                    List.of(),
                    List.of(),
                    true,
                    false,
                    new SignatureValidation(trust, at, path).cms(file.signatures(), measured.document()),
                    measured.facts());
        }
    }
}
