// SPDX-License-Identifier: BSD-3-Clause
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.digidoc4j.Configuration;
import org.digidoc4j.Container;
import org.digidoc4j.ContainerBuilder;
import org.digidoc4j.ContainerValidationResult;
import org.digidoc4j.DataFile;
import org.digidoc4j.DataLoaderFactory;
import org.digidoc4j.exceptions.DigiDoc4JException;
import org.digidoc4j.impl.asic.report.SignatureValidationReport;
import org.digidoc4j.impl.asic.tsl.TSLCertificateSourceImpl;
import org.w3c.dom.NodeList;

/**
 * Prints what DigiDoc4j thinks of containers, as lines of words with tabs between them. Run by DigiDoc4jJudgeTest from
 * this source, in a process of its own: DigiDoc4j brings another DSS than ours under the same names.
 */
final class DigiDoc4jJudge {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private DigiDoc4jJudge() {}

    /** The Italian trusted list, then containers. */
    public static void main(String[] arguments) throws Exception {
        Configuration configuration = offline(new File(arguments[0]));
        for (String file : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            line("container", file);
            try {
                judge(ContainerBuilder.aContainer()
                        .withConfiguration(configuration)
                        .fromExistingFile(file)
                        .build());
            } catch (DigiDoc4JException e) {
                line("refused", e.getClass().getSimpleName(), e.getMessage());
            }
        }
        // Its threads would keep the process for another minute.
        Runtime.getRuntime().halt(0);
    }

    /** Its rules for real signatures; trust in the authorities of the list; nobody is asked anything. */
    @SuppressWarnings("deprecation")
    private static Configuration offline(File trustedList) throws Exception {
        TSLCertificateSourceImpl trust = new TSLCertificateSourceImpl();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList certificates = factory.newDocumentBuilder()
                .parse(trustedList)
                .getElementsByTagNameNS("http://uri.etsi.org/02231/v2#", "X509Certificate");
        for (int i = 0; i < certificates.getLength(); i++) {
            byte[] der = Base64.getMimeDecoder().decode(certificates.item(i).getTextContent());
            trust.addTSLCertificate((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        }
        Configuration configuration = new Configuration(Configuration.Mode.PROD);
        configuration.setTSL(trust);
        configuration.setAiaSourceFactory(() -> certificate -> Set.of());
        DataLoaderFactory nobody = () -> {
            throw new IllegalStateException("DigiDoc4j wants to open a connection");
        };
        configuration.setTslDataLoaderFactory(nobody);
        configuration.setTspDataLoaderFactory(nobody);
        configuration.setOcspDataLoaderFactory(nobody);
        return configuration;
    }

    private static void judge(Container container) {
        line("type", container.getType());
        for (DataFile file : container.getDataFiles()) {
            line("file", file.getName());
        }
        ContainerValidationResult result = container.validate();
        line("valid", result.isValid());
        for (SignatureValidationReport signature : result.getSignatureReports()) {
            line(
                    "signature",
                    signature.getId(),
                    signature.getSignedBy(),
                    signature.getSignatureFormat(),
                    signature.getIndication(),
                    result.getSignatureQualification(signature.getUniqueId()));
            signature.getSignatureScope().forEach(file -> line("covers", signature.getId(), file.getName()));
        }
        complain(result.getErrors());
        complain(result.getContainerErrors());
    }

    private static void complain(Collection<DigiDoc4JException> errors) {
        errors.forEach(error -> line("error", error.getClass().getSimpleName(), error.getMessage()));
    }

    private static void line(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.length() == 0 ? "" : "\t")
                    .append(String.valueOf(word).replaceAll("\\s+", " "));
        }
        OUT.println(line);
    }
}
