// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.profile;

import eu.digitalminutes.core.outcome.Coded;
import java.util.Locale;
import java.util.Optional;

/**
 * In which form files and signatures lie (<i>formato della firma</i>). Every form takes files of any size, but for the PDF,
 * and reads them once.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/dec_impl/2015/1506/oj">Decision (EU) 2015/1506: the forms that public bodies
 *     accept</a>
 */
public enum SignatureForm implements Coded {
    /** A container of several files under XAdES signatures, each over all of them; the form for minutes. */
    ASIC_E_XADES("asice", ".asice"),
    /** A container of several files under CAdES signatures, each over a manifest with the digests of all of them. */
    ASIC_E_CADES("asice-cades", ".asice"),
    /** A container of one file under CAdES signatures. */
    ASIC_S_CADES("asics", ".asics"),
    /** One file wrapped in a CAdES signature, <i>busta crittografica</i>. */
    CADES_ENVELOPING("p7m", ".p7m"),
    /** A CAdES signature beside a file that stays where it is. */
    CADES_DETACHED("p7s", ".p7s"),
    /** XAdES signatures beside files that stay where they are. */
    XADES_DETACHED("xades", ".xml"),
    /** Signatures inside a PDF, as for the written act; a PDF is held in memory, so up to 256 MiB. */
    PADES("pades", ".pdf");

    private final String code;
    private final String extension;

    SignatureForm(String code, String extension) {
        this.code = code;
        this.extension = extension;
    }

    /**
     * The word for the form in options and in JSON.
     *
     * @return the word, as {@code p7m}
     */
    @Override
    public String code() {
        return code;
    }

    /**
     * How the names of such files usually end.
     *
     * @return the end with its dot, as {@code .p7m}
     */
    public String extension() {
        return extension;
    }

    /**
     * The form of a word.
     *
     * @param code the word, in any case
     * @return the form, or empty if there is none of that word
     */
    public static Optional<SignatureForm> of(String code) {
        return Coded.find(values(), code.strip().toLowerCase(Locale.ROOT));
    }
}
