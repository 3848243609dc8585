// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sincro;

import eu.digitalminutes.archive.internal.xml.ContentModel;
import eu.digitalminutes.archive.internal.xml.XmlInput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What the index of a package says, read without trust (<i>PIndex</i>). Immutable.
 *
 * <p>It is held against what the standard's schema makes mandatory; what does not fit is in the {@link #report()}.
 *
 * @see <a href="https://store.uni.com/uni-11386-2020">UNI 11386:2020</a>
 */
public final class PIndex {
    /** The name of the index in its package. */
    public static final String FILE_NAME = "PIndex.xml";

    /** The namespace of the standard's version of 2020. */
    public static final String NAMESPACE = "http://www.uni.com/U3011/sincro-v2/";

    static final String PREFIX = "sincro";
    static final String UNSEALED_SCHEMA = "https://digitalminutes.eu/schema/1.0/unsealed-index.xsd";
    static final byte[] UNSEALED_NOTE =
            "<IndiceNonSottoscritto>la firma dell'indice spetta al conservatore</IndiceNonSottoscritto>"
                    .getBytes(StandardCharsets.UTF_8);
    static final String SCHEMA = NAMESPACE + "PIndex.xsd";

    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(PIndex.class);
    private static final ContentModel MODEL = ContentModel.of(
            NAMESPACE, Objects.requireNonNull(PIndex.class.getResourceAsStream("pindex.model"), "the model"));

    private final String id;
    private final List<IndexedFile> files;
    private final @Nullable Digest described;
    private final IndexSeal seal;
    private final Report report;

    private PIndex(Reading reading) {
        id = reading.id;
        files = List.copyOf(reading.files);
        described = reading.described;
        seal = reading.seal;
        report = Report.of(reading.findings);
    }

    /**
     * Reads an index.
     *
     * @param xml a document of at most 64 MiB
     * @return what it says
     * @throws MinutesException with code {@code PACKAGE_MALFORMED}, if it is not XML or has a document type
     */
    public static PIndex read(byte[] xml) {
        Reading reading = new Reading();
        try {
            XmlInput.read(xml, MODEL, reading);
        } catch (XMLStreamException e) {
            throw new MinutesException(
                    "PACKAGE_MALFORMED",
                    FILE_NAME + " cannot be read as XML: " + e.getMessage() + "; ask for the package again",
                    e);
        }
        return new PIndex(reading);
    }

    /**
     * The index's identifier.
     *
     * @return the identifier, empty if there is none
     */
    public String id() {
        return id;
    }

    /**
     * Every file of every group, in the order of the index.
     *
     * @return an immutable list
     */
    public List<IndexedFile> files() {
        return files;
    }

    /**
     * The digest in the embedded description of a document.
     *
     * @return the digest, or empty if the index embeds none by SHA-256
     */
    public Optional<Digest> describedDigest() {
        return Optional.ofNullable(described);
    }

    /**
     * Whether a seal is meant to stand beside the index.
     *
     * @return left to the provider only if the index says so of itself
     */
    public IndexSeal seal() {
        return seal;
    }

    /**
     * What does not fit the standard.
     *
     * @return findings {@code INDEX_INVALID}
     */
    public Report report() {
        return report;
    }

    /** Collects while the index is read. */
    private static final class Reading implements XmlInput.Listener {
        private static final String FILE = "PIndex/FileGroup/File";
        private static final String UNSEALED = "PIndex/SelfDescription/MoreInfo/EmbeddedMetadata/IndiceNonSottoscritto";
        private static final String EMBEDDED = FILE + "/MoreInfo/EmbeddedMetadata/DocumentoAmministrativoInformatico"
                + "/IdDoc/ImprontaCrittograficaDelDocumento/Impronta";

        private final List<Finding> findings = new ArrayList<>();
        private final List<IndexedFile> files = new ArrayList<>();
        private String id = "";
        private String path = "";
        private String function = "";
        private String hash = "";
        private @Nullable Digest described;
        private IndexSeal seal = IndexSeal.PRESENT;

        @Override
        public void element(String place, String text, Map<String, String> attributes) {
            switch (place) {
                case "PIndex/SelfDescription/ID" -> id = text;
                case UNSEALED -> seal = IndexSeal.LEFT_TO_THE_PROVIDER;
                case FILE + "/Path" -> path = text;
                case FILE + "/Hash" -> {
                    hash = text;
                    function = attributes.getOrDefault("hashFunction", "");
                }
                case EMBEDDED -> described = IndexedFile.sha256(text).orElse(null);
                case FILE -> {
                    files.add(new IndexedFile(path, attributes.getOrDefault("format", ""), function, hash));
                    path = "";
                    hash = "";
                    function = "";
                }
                default -> {}
            }
        }

        @Override
        public void problem(String where, XmlInput.Problem problem, String name) {
            findings.add(CATALOGUE.finding("INDEX_INVALID", Severity.FAIL, where, name, problem.choice()));
        }
    }
}
