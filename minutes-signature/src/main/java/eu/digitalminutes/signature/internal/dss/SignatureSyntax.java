// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

/** How a signature is written down: its bytes to be signed, and the whole with the value. */
public interface SignatureSyntax {
    /** What the device has to sign; the same bytes for the same request, whenever and wherever asked. */
    byte[] dataToSign(SigningRequest request);

    /** The signature at level B. */
    byte[] signed(SigningRequest request, byte[] value);
}
