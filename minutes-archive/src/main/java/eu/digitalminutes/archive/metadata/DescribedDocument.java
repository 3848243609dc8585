// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.archive.internal.xml.ContentModel;
import eu.digitalminutes.archive.internal.xml.XmlInput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
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
    private final String version;
    private final boolean signed;
    private final boolean stamped;
    private final @Nullable Digest previous;
    private final String where;
    private final Report report;

    private DescribedDocument(Reading reading) {
        identifier = reading.identifier;
        digest = reading.digest;
        attachments = reading.listed;
        version = reading.version;
        signed = isTrue(reading.signed);
        stamped = isTrue(reading.stamped);
        previous = reading.previous;
        where = reading.where;
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
        reading.trace();
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
     * The version (<i>versione del documento</i>).
     *
     * @return such as {@code 1}; empty if none is said
     */
    public String version() {
        return version;
    }

    /**
     * Whether the file is said to be signed (<i>firmato digitalmente</i>).
     *
     * @return true if it is
     */
    public boolean signed() {
        return signed;
    }

    /**
     * Whether the file is said to be stamped (<i>marcatura temporale</i>).
     *
     * @return true if it is
     */
    public boolean stamped() {
        return stamped;
    }

    /**
     * The digest of the version before (<i>impronta della versione precedente</i>).
     *
     * @return the digest, or empty for a first version or one that does not say
     */
    public Optional<Digest> previousDigest() {
        return Optional.ofNullable(previous);
    }

    /**
     * Whether this is the version that follows on another: same document, next number, the digest of the one before
     * (<i>catena delle versioni</i>).
     *
     * @param before the description of the version before
     * @return one finding {@code VERSION_CHAIN_BROKEN} for each link that does not hold; none if all do
     */
    public Report following(DescribedDocument before) {
        List<Finding> broken = new ArrayList<>();
        link("identificativo", before.identifier, identifier, broken);
        link(
                "impronta",
                before.digest().map(Digest::hex).orElse(""),
                previousDigest().map(Digest::hex).orElse(""),
                broken);
        if (before.version.matches("[0-9]{1,8}")) {
            link("versione", Integer.toString(Integer.parseInt(before.version) + 1), version, broken);
        }
        return Report.of(broken);
    }

    /**
     * Whether the description is true of the container: that it is signed, that it is stamped, how many files it holds
     * beside the facts (<i>coerenza dei metadati con il documento</i>). The worth of signatures is not asked here.
     *
     * @param container the container, of which the directory and the signatures are read; left open
     * @return one finding {@code METADATA_CONTRADICTED} for each thing that is not true; none for what is no ZIP file
     * @throws IOException if it cannot be read
     */
    public Report against(SeekableByteChannel container) throws IOException {
        List<Finding> contradicted = new ArrayList<>();
        Optional<ContainerContents> contents = ContainerContents.of(container);
        if (contents.isPresent()) {
            contradict("FirmatoDigitalmente", signed, contents.get().signed(), contradicted);
            contradict("MarcaturaTemporale", stamped, contents.get().stamped(), contradicted);
            contradict("NumeroAllegati", attachments, contents.get().attachments(), contradicted);
        }
        return Report.of(contradicted);
    }

    private void contradict(String what, Object said, Object found, List<Finding> contradicted) {
        if (!said.equals(found)) {
            contradicted.add(CATALOGUE.finding(
                    "METADATA_CONTRADICTED", Severity.FAIL, where, what, said.toString(), found.toString()));
        }
    }

    private void link(String what, String expected, String found, List<Finding> broken) {
        if (!expected.equals(found)) {
            broken.add(CATALOGUE.finding("VERSION_CHAIN_BROKEN", Severity.FAIL, where, what, expected, found));
        }
    }

    private static boolean isTrue(String flag) {
        return flag.equals("true") || flag.equals("1");
    }

    /**
     * What does not fit AgID's schema, or contradicts itself.
     *
     * @return findings {@code METADATA_INVALID}, {@code METADATA_MISMATCH} and {@code VERSION_UNTRACED}
     */
    public Report report() {
        return report;
    }

    /** Collects while the document is read. */
    private static final class Reading implements XmlInput.Listener {
        private static final String ROOT = "DocumentoAmministrativoInformatico";
        private static final String PREVIOUS = ROOT
                + "/TracciatureModificheDocumento/IdDocVersionePrecedente/ImprontaCrittograficaDelDocumento/Impronta";

        private final String where;
        private final List<Finding> findings = new ArrayList<>();
        private String identifier = "";
        private String declared = "";
        private String version = "";
        private String signed = "";
        private String stamped = "";
        private @Nullable Digest previous;
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
                case ROOT + "/VersioneDelDocumento" -> version = text;
                case ROOT + "/Verifica/FirmatoDigitalmente" -> signed = text;
                case ROOT + "/Verifica/MarcaturaTemporale" -> stamped = text;
                case PREVIOUS -> previous = digestOf(text);
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

        private void trace() {
            if (previous == null && version.matches("0*([2-9]|[1-9][0-9]{1,8})")) {
                fail("VERSION_UNTRACED", where, version);
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
