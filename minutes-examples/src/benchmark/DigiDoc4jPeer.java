// SPDX-License-Identifier: BSD-3-Clause
import eu.digitalminutes.examples.benchmark.signing.Gauge;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.digidoc4j.Configuration;
import org.digidoc4j.Container;
import org.digidoc4j.ContainerBuilder;
import org.digidoc4j.ContainerValidationResult;
import org.digidoc4j.DataToSign;
import org.digidoc4j.DigestAlgorithm;
import org.digidoc4j.SignatureBuilder;
import org.digidoc4j.SignatureProfile;
import org.digidoc4j.impl.asic.tsl.TSLCertificateSourceImpl;

/** DigiDoc4j with the files that it needs on the disk and not in memory. It brings a DSS of its own. */
final class DigiDoc4jPeer {
    private static final char[] PASSWORD = "benchmark".toCharArray();

    private DigiDoc4jPeer() {}

    public static void main(String[] arguments) throws Exception {
        Gauge.main(
                arguments,
                Map.of(
                        "xades-e sign-one",
                        (folder, settings) -> sign(
                                ContainerBuilder.aContainer(Container.DocumentType.ASICE)
                                        .withConfiguration(configuration(settings))
                                        .withDataFile(folder.resolve("recording.mp4").toFile(), "video/mp4")
                                        .build(),
                                folder,
                                "president",
                                settings),
                        "xades-e add",
                        (folder, settings) -> sign(open(folder, settings), folder, "secretary", settings),
                        "xades-e validate",
                        DigiDoc4jPeer::validate));
    }

    private static Configuration configuration(Map<String, String> settings) throws Exception {
        TSLCertificateSourceImpl trust = new TSLCertificateSourceImpl();
        try (InputStream in = Files.newInputStream(Path.of(settings.get("keys"), "authorities.pem"))) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trust.addTSLCertificate((X509Certificate) one);
            }
        }
        Configuration configuration = new Configuration(Configuration.Mode.TEST);
        configuration.setTSL(trust);
        configuration.setAiaSourceFactory(() -> certificate -> Set.of());
        configuration.setMaxFileSizeCachedInMemoryInMB(1);
        return configuration;
    }

    private static Container open(Path folder, Map<String, String> settings) throws Exception {
        return ContainerBuilder.aContainer(Container.DocumentType.ASICE)
                .withConfiguration(configuration(settings))
                .fromExistingFile(folder.resolve("signed.asice").toString())
                .build();
    }

    private static void sign(Container container, Path folder, String who, Map<String, String> settings)
            throws Exception {
        KeyStore store = KeyStore.getInstance(Path.of(settings.get("keys"), who + ".p12").toFile(), PASSWORD);
        String alias = store.aliases().nextElement();
        PrivateKey key = (PrivateKey) store.getKey(alias, PASSWORD);
        DataToSign data = SignatureBuilder.aSignature(container)
                .withSigningCertificate((X509Certificate) store.getCertificate(alias))
                .withSignatureDigestAlgorithm(DigestAlgorithm.SHA256)
                .withSignatureProfile(SignatureProfile.B_BES)
                .buildDataToSign();
        boolean rsa = key.getAlgorithm().equals("RSA");
        // XML signatures have the two numbers of an elliptic signature side by side
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(data.getDataToSign());
        container.addSignature(data.finalize(signature.sign()));
        Path whole = folder.resolve("signed.asice.new");
        container.saveAsFile(whole.toString());
        Files.move(whole, folder.resolve("signed.asice"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void validate(Path folder, Map<String, String> settings) throws Exception {
        Container container = open(folder, settings);
        ContainerValidationResult result = container.validate();
        List<String> wrong = result.getErrors().stream()
                .map(Throwable::getMessage)
                .filter(text -> text != null && text.contains("intact"))
                .toList();
        if (container.getSignatures().size() != 2 || !wrong.isEmpty()) {
            throw new IllegalStateException(container.getSignatures().size() + " signatures " + wrong);
        }
    }
}
