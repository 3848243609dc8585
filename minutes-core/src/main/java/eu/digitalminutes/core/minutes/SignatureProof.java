// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import java.util.List;
import java.util.Objects;

/**
 * What anybody needs to check one signature with a public key and a digest alone (<i>elementi di verifica della
 * firma</i>): no canonicalisation, no reader of containers. A page in a browser can do it. Immutable; it proves nothing
 * about trust, revocation or time.
 *
 * <p>The check: the key of the first certificate verifies {@link #value()} over {@link #signed()}; by XAdES those bytes
 * name the digest of {@link #statement()} and of every file, by CAdES that of {@code statement()}, which names the files.
 *
 * @see <a href="https://www.w3.org/TR/xmldsig-core1/#sec-CoreValidation">XML Signature 1.1, 3.2; RFC 5652, 5.4; ETSI EN
 *     319 162-1, 4.4</a>
 */
public final class SignatureProof {
    private final Format format;
    private final String file;
    private final String algorithm;
    private final byte[] signed;
    private final byte[] value;
    private final byte[] statement;
    private final List<byte[]> certificates;

    private SignatureProof(
            Format format,
            String file,
            String algorithm,
            byte[] signed,
            byte[] value,
            byte[] statement,
            List<byte[]> certificates) {
        this.format = Objects.requireNonNull(format, "format");
        this.file = Objects.requireNonNull(file, "file");
        this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
        this.signed = signed.clone();
        this.value = value.clone();
        this.statement = statement.clone();
        this.certificates = certificates.stream().map(byte[]::clone).toList();
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("a signature without its certificate cannot be checked");
        }
    }

    /** How the signature is written. */
    public enum Format {
        /** XML, over the files themselves. */
        XADES("XAdES"),
        /** CMS, over a manifest that lists the files. */
        CADES("CAdES");

        private final String label;

        Format(String label) {
            this.label = label;
        }

        /**
         * The name that the standard gives it.
         *
         * @return such as {@code XAdES}
         */
        public String label() {
            return label;
        }
    }

    /**
     * A XAdES signature.
     *
     * @param file the signature's file in the container
     * @param algorithm the name of the algorithm as Java gives it
     * @param signedInfo the canonical bytes of {@code ds:SignedInfo}
     * @param value the signature's value as XML holds it; for an elliptic curve r and s side by side
     * @param signedProperties the canonical bytes of {@code xades:SignedProperties}
     * @param certificates the signer's in DER, then each issuer's as far as the signature holds them; not empty
     * @return the proof
     * @throws IllegalArgumentException if there is no certificate
     */
    public static SignatureProof xades(
            String file,
            String algorithm,
            byte[] signedInfo,
            byte[] value,
            byte[] signedProperties,
            List<byte[]> certificates) {
        return new SignatureProof(Format.XADES, file, algorithm, signedInfo, value, signedProperties, certificates);
    }

    /**
     * A CAdES signature.
     *
     * @param file the signature's file in the container
     * @param algorithm the name of the algorithm as Java gives it
     * @param attributes the signed attributes in DER, as a SET
     * @param value the signature's value as CMS holds it; for an elliptic curve r and s in DER
     * @param manifest the file that lists the signed ones
     * @param certificates the signer's in DER, then each issuer's as far as the signature holds them; not empty
     * @return the proof
     * @throws IllegalArgumentException if there is no certificate
     */
    public static SignatureProof cades(
            String file,
            String algorithm,
            byte[] attributes,
            byte[] value,
            byte[] manifest,
            List<byte[]> certificates) {
        return new SignatureProof(Format.CADES, file, algorithm, attributes, value, manifest, certificates);
    }

    /**
     * How the signature is written.
     *
     * @return the format
     */
    public Format format() {
        return format;
    }

    /**
     * The signature's file in the container.
     *
     * @return such as {@code META-INF/signatures001.xml}
     */
    public String file() {
        return file;
    }

    /**
     * The algorithm as Java names it.
     *
     * @return such as {@code SHA256withECDSA}
     */
    public String algorithm() {
        return algorithm;
    }

    /**
     * The bytes over which the signature stands.
     *
     * @return a copy
     */
    public byte[] signed() {
        return signed.clone();
    }

    /**
     * The signature's value.
     *
     * @return a copy
     */
    public byte[] value() {
        return value.clone();
    }

    /**
     * What the signed bytes name by digest beside the files: the signed properties of XAdES, the manifest of CAdES.
     *
     * @return a copy
     */
    public byte[] statement() {
        return statement.clone();
    }

    /**
     * The signer's certificate, then each issuer's as far as the signature holds them (<i>catena dei certificati</i>).
     *
     * @return copies in DER, at least one
     */
    public List<byte[]> certificates() {
        return certificates.stream().map(byte[]::clone).toList();
    }
}
