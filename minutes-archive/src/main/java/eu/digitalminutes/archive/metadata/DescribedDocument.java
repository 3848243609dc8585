// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.archive.internal.xml.ContentModel;
import eu.digitalminutes.archive.internal.xml.XmlInput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What a description by Allegato 5 says, read without trust (<i>documento amministrativo informatico</i>). Immutable.
 *
 * <p>It is held against what AgID's schema makes mandatory; what does not fit is in the {@link #report()}.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 5</a>
 */
public final class DescribedDocument {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(DescribedDocument.class);
    private static final ContentModel MODEL = ContentModel.of(
            "", Objects.requireNonNull(DescribedDocument.class.getResourceAsStream("document.model"), "the model"));

    private final String identifier;
    private final @Nullable Digest digest;
    private final int attachments;
    private final Report report;

    private DescribedDocument(Reading reading) {
        identifier = reading.identifier;
        digest = reading.digest;
        attachments = reading.listed;
        report = Report.of(reading.findings);
    }

    /**
     * Reads a description.
     *
     * @param xml a document of at most 64 MiB
     * @param where what findings call it, such as {@code metadata/minutes.xml}
     * @return what it says; where it is not even XML, little but the finding that says so
     */
    public static DescribedDocument read(byte[] xml, String where) {
        Reading reading = new Reading(where);
        try {
            XmlInput.read(xml, MODEL, reading);
        } catch (XMLStreamException e) {
            reading.fail("METADATA_INVALID", where, "XML", XmlInput.Problem.VALUE.choice());
        }
        reading.count();
        return new DescribedDocument(reading);
    }

    /**
     * What is checked, as an XML schema in this SDK's own words; it says nothing that AgID's schema does not say.
     *
     * @return a document in UTF-8, always the same
     */
    public static byte[] schema() {
        return MODEL.schema();
    }

    /**
     * The document's identifier (<i>identificativo</i>).
     *
     * @return the identifier, empty if there is none
     */
    public String identifier() {
        return identifier;
    }

    /**
     * The digest of the file that is described (<i>impronta</i>).
     *
     * @return the digest, or empty if none by SHA-256 is said
     */
    public Optional<Digest> digest() {
        return Optional.ofNullable(digest);
    }

    /**
     * How many attachments are listed (<i>allegati</i>).
     *
     * @return zero or more
     */
    public int attachments() {
        return attachments;
    }

    /**
     * What does not fit AgID's schema, or contradicts itself.
     *
     * @return findings {@code METADATA_INVALID} and {@code METADATA_MISMATCH}
     */
    public Report report() {
        return report;
    }

    /** Collects while the document is read. */
    private static final class Reading implements XmlInput.Listener {
        private static final String ROOT = "DocumentoAmministrativoInformatico";

        private final String where;
        private final List<Finding> findings = new ArrayList<>();
        private String identifier = "";
        private String declared = "";
        private @Nullable Digest digest;
        private int listed;

        private Reading(String where) {
            this.where = where;
        }

        @Override
        public void element(String path, String text, Map<String, String> attributes) {
            switch (path) {
                case ROOT + "/IdDoc/Identificativo" -> identifier = text;
                case ROOT + "/IdDoc/ImprontaCrittograficaDelDocumento/Impronta" -> digest = digestOf(text);
                case ROOT + "/Allegati/NumeroAllegati" -> declared = text;
                case ROOT + "/Allegati/IndiceAllegati" -> listed++;
                default -> {}
            }
        }

        @Override
        public void problem(String place, XmlInput.Problem problem, String name) {
            fail("METADATA_INVALID", where + place, name, problem.choice());
        }

        private void fail(String code, String place, Object... arguments) {
            findings.add(CATALOGUE.finding(code, Severity.FAIL, place, arguments));
        }

        private void count() {
            if (declared.matches("[0-9]{1,4}") && Integer.parseInt(declared) != listed) {
                fail("METADATA_MISMATCH", where, declared, Integer.toString(listed));
            }
        }

        private static @Nullable Digest digestOf(String base64) {
            try {
                byte[] value = Base64.getDecoder().decode(base64);
                return value.length == 32 ? Digest.of(value) : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
