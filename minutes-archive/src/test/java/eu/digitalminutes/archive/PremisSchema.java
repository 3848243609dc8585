// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

/** The schema of PREMIS 3 by the Library of Congress. */
public final class PremisSchema {
    private PremisSchema() {}

    /** Throws what does not fit; the test is left out where the schema is not at hand. */
    public static void validate(Path premis) throws Exception {
        Path schema =
                Path.of(System.getProperty("minutes.shared", "../../shared"), "schemas", "premis/premis-v3-0.xsd");
        assumeTrue(Files.exists(schema), "the schemas are not at hand: " + schema);
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.newSchema(schema.toFile()).newValidator().validate(new StreamSource(premis.toFile()));
    }
}
