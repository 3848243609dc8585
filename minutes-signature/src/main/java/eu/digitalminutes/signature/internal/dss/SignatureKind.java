// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.europa.esig.dss.cades.validation.CMSDocumentAnalyzer;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.validation.analyzer.DefaultDocumentAnalyzer;
import eu.europa.esig.dss.xades.validation.XMLDocumentAnalyzer;
import java.util.List;
import java.util.Locale;

/** The three ways in which AdES signatures are written down. */
public enum SignatureKind {
    /** XML. */
    XADES,
    /** CMS, detached: whatever it is around has been taken out. */
    CADES,
    /** Inside a PDF. */
    PADES;

    /** How DSS is told that the file is called. */
    static final String FILE = "signatures";

    /** DSS's reader for a file of signatures of this kind. */
    DefaultDocumentAnalyzer analyzer(byte[] content, List<DSSDocument> documents) {
        DSSDocument file = new InMemoryDocument(content, FILE);
        DefaultDocumentAnalyzer analyzer = switch (this) {
            case XADES -> new XMLDocumentAnalyzer(file);
            case CADES -> new CMSDocumentAnalyzer(file);
            case PADES -> new PDFDocumentAnalyzer(file);
        };
        analyzer.setDetachedContents(documents);
        return analyzer;
    }

    /** DSS's name for a baseline level of this kind. */
    eu.europa.esig.dss.enumerations.SignatureLevel level(SignatureLevel level) {
        String kind = name().charAt(0) + "AdES";
        return eu.europa.esig.dss.enumerations.SignatureLevel.valueOf(
                String.format(Locale.ROOT, "%s_BASELINE_%s", kind, level));
    }
}
