// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Where trust in signers' certificates begins (<i>elenchi di fiducia</i>). */
public sealed interface TrustAnchors {
    /**
     * Trusted lists from a folder, without any connection: the list of lists, the national lists, the certificates that
     * may sign the first, and revocation lists. Only so can a signature be found qualified.
     *
     * <p>Beside {@code lotl.xml} lie {@code lotl-signers.pem}, each national list under the last part of its address,
     * and, in {@code crl/}, revocation lists in DER. The signature of every list is verified and an expired list is not
     * trusted.
     *
     * @param lotl the file of the list of lists; read when a verifier is made
     * @return the anchors
     * @see <a href="https://eur-lex.europa.eu/eli/dec_impl/2015/1505/oj">Decision (EU) 2015/1505; ETSI TS 119 612</a>
     */
    static TrustAnchors offlineLists(Path lotl) {
        return new OfflineLists(lotl);
    }

    /**
     * Trusted lists from a folder that is kept current by {@code TrustedListKeeper}, in this process or another one: each
     * verification sees them as they are then. Until they come, nothing is trusted.
     *
     * @param lotl the file of the list of lists, which may not be there yet
     * @param grace how long a list that should have been replaced is still trusted, with a warning
     * @return the anchors
     */
    static TrustAnchors keptLists(Path lotl, Duration grace) {
        return new KeptLists(lotl, grace);
    }

    /**
     * Fixed certificates, for closed environments; no signature can be found qualified with them.
     *
     * @param certificates the certificates to trust
     * @return the anchors
     */
    static TrustAnchors certificates(List<X509Certificate> certificates) {
        return new Certificates(certificates);
    }

    /**
     * No trust at all: integrity is verified, and everything that rests on trust stays undecided.
     *
     * @return no anchors
     */
    static TrustAnchors none() {
        return new Certificates(List.of());
    }

    /**
     * Trusted lists from a folder.
     *
     * @param lotl the file of the list of lists
     */
    record OfflineLists(Path lotl) implements TrustAnchors {
        /**
         * Trusted lists from a folder.
         *
         * @param lotl the file of the list of lists
         */
        public OfflineLists {
            Objects.requireNonNull(lotl, "lotl");
        }
    }

    /**
     * Trusted lists from a folder that is kept current.
     *
     * @param lotl the file of the list of lists, which may not be there yet
     * @param grace how long a list that should have been replaced is still trusted
     */
    record KeptLists(Path lotl, Duration grace) implements TrustAnchors {
        /**
         * Trusted lists from a folder that is kept current.
         *
         * @param lotl the file of the list of lists, which may not be there yet
         * @param grace how long a list that should have been replaced is still trusted
         */
        public KeptLists {
            Objects.requireNonNull(lotl, "lotl");
            Objects.requireNonNull(grace, "grace");
        }
    }

    /**
     * Fixed certificates.
     *
     * @param certificates the certificates to trust
     */
    record Certificates(List<X509Certificate> certificates) implements TrustAnchors {
        /**
         * Fixed certificates.
         *
         * @param certificates the certificates to trust
         */
        public Certificates {
            certificates = List.copyOf(certificates);
        }
    }
}
