// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.signature.internal.dss.SignatureSyntax;
import eu.digitalminutes.signature.internal.dss.SigningRequest;
import java.util.Map;

/**
 * One signature to come: all that is needed to compute its bytes and to put it in its place.
 *
 * @param name the place, as the name of a file in a container
 * @param request what is signed
 * @param syntax how it is written
 * @param companions files that must lie beside it, as the manifest that it signs
 */
public record Planned(String name, SigningRequest request, SignatureSyntax syntax, Map<String, byte[]> companions) {
    /** Copies the map. */
    public Planned {
        companions = Map.copyOf(companions);
    }

    /** What the device has to sign. */
    public byte[] dataToSign() {
        return syntax.dataToSign(request);
    }

    /** The signature at level B. */
    public byte[] signed(byte[] value) {
        return syntax.signed(request, value);
    }
}
