// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import java.security.cert.X509Certificate;
import java.util.List;

/** A private key on a token with its certificate, which comes first in the chain. */
public record CardKey(long handle, boolean elliptic, boolean asksPinEachTime, List<X509Certificate> chain) {
    /** A private key on a token with its certificate. */
    public CardKey {
        chain = List.copyOf(chain);
    }
}
