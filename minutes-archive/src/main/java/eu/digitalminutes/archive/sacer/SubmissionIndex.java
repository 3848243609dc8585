// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import eu.digitalminutes.archive.internal.xml.ContentModel;
import eu.digitalminutes.archive.internal.xml.XmlInput;
import eu.digitalminutes.core.outcome.Report;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;

/**
 * The index of a submission to ParER, read without trust (<i>indice SIP</i>). Immutable.
 *
 * <p>It is held against the provider's schema and against itself; what does not fit is in the {@link #report()}, by the
 * provider's own codes.
 */
public final class SubmissionIndex {
    /** The name of the index in a package. */
    public static final String FILE_NAME = "XMLSIP.xml";

    private static final ContentModel MODEL = ContentModel.of(
            "", Objects.requireNonNull(SubmissionIndex.class.getResourceAsStream("unit.model"), "the model"));

    private final String version;
    private final String user;
    private final SacerKey key;
    private final List<SacerComponent> components;
    private final Report report;

    SubmissionIndex(String version, String user, SacerKey key, List<SacerComponent> components, Report report) {
        this.version = version;
        this.user = user;
        this.key = key;
        this.components = List.copyOf(components);
        this.report = report;
    }

    /**
     * Reads an index.
     *
     * @param xml a document of at most 64 MiB
     * @return what it says; where it is not even XML, little but the finding that says so
     */
    public static SubmissionIndex read(byte[] xml) {
        IndexReading reading = new IndexReading();
        try {
            XmlInput.read(xml, MODEL, reading);
        } catch (XMLStreamException e) {
            reading.malformed();
        }
        return reading.index();
    }

    /**
     * The version of the protocol (<i>versione</i>).
     *
     * @return such as {@code 1.5}; empty if none is said
     */
    public String version() {
        return version;
    }

    /**
     * The user that deposits (<i>user id</i>).
     *
     * @return the user; empty if none is said
     */
    public String user() {
        return user;
    }

    /**
     * What the unit is known by (<i>chiave</i>).
     *
     * @return the key
     */
    public SacerKey key() {
        return key;
    }

    /**
     * The files of the unit, in the order of the index; components without a file of their own are left out.
     *
     * @return an immutable list
     */
    public List<SacerComponent> components() {
        return components;
    }

    /**
     * What does not fit the schema, or contradicts itself.
     *
     * @return findings {@code XSD-…} and {@code HASH-…}
     */
    public Report report() {
        return report;
    }
}
