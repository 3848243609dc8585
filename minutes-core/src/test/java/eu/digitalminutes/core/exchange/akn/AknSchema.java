// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** The final schema of OASIS, compiled once. */
final class AknSchema {
    private static final AtomicReference<Schema> COMPILED = new AtomicReference<>();

    private AknSchema() {}

    static Path shared(String name) {
        Path file = Path.of(System.getProperty("minutes.shared", "../../shared"), "samples", name);
        assumeTrue(Files.exists(file), "the samples are not at hand: " + file);
        return file;
    }

    private static synchronized Schema schema() throws Exception {
        if (COMPILED.get() == null) {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty("jdk.xml.maxOccurLimit", "10000");
            COMPILED.set(factory.newSchema(shared("akn/schema/akomantoso30.xsd").toFile()));
        }
        return COMPILED.get();
    }

    /** What the schema and our own reference check have to say; empty if nothing. */
    static List<String> problems(byte[] document) throws Exception {
        List<String> problems = new ArrayList<>(AknReferences.problems(document));
        Validator validator = schema().newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                problems.add(e.getMessage());
            }

            @Override
            public void error(SAXParseException e) {
                problems.add("line " + e.getLineNumber() + ": " + e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                problems.add("line " + e.getLineNumber() + ": " + e.getMessage());
            }
        });
        validator.validate(new StreamSource(new ByteArrayInputStream(document)));
        return problems;
    }
}
