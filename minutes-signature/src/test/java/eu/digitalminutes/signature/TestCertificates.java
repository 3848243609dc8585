// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.util.Store;

/** The certificates inside a CMS. */
final class TestCertificates {
    private TestCertificates() {}

    /** The certificate of a signer. */
    @SuppressWarnings("unchecked") // the selector of a signer is one for certificates
    static X509CertificateHolder of(Store<X509CertificateHolder> certificates, SignerInformation signer) {
        return (X509CertificateHolder)
                certificates.getMatches(signer.getSID()).iterator().next();
    }
}
