// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.minutes.SignatureProof;
import eu.digitalminutes.signature.internal.dss.SignatureElements;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Takes out of a signed container what a page needs to check its signatures by itself (<i>elementi di verifica</i>).
 */
public final class ProofExtractor {
    private ProofExtractor() {}

    /**
     * Takes the signatures of a container apart. Reads the signatures alone, never a signed file; validates nothing.
     *
     * @param container an ASiC-E
     * @return one proof for each signature over the container's files, in the container's order; countersignatures, and
     *     signatures that name no certificate or algorithm, have none; empty for every form but ASiC-E
     * @throws IOException if the container cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException if it is malformed, or nothing that this SDK reads
     */
    public static List<SignatureProof> proofs(Path container) throws IOException {
        SignedStore store = SignedStores.openUnchanged(Objects.requireNonNull(container, "container"));
        List<SignatureProof> proofs = new ArrayList<>();
        if (store.form() == SignatureForm.ASIC_E_XADES || store.form() == SignatureForm.ASIC_E_CADES) {
            for (var block : store.blocks()) {
                proofs.addAll(SignatureElements.of(block));
            }
        }
        return List.copyOf(proofs);
    }
}
