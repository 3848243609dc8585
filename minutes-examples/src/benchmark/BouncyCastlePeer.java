// SPDX-License-Identifier: BSD-3-Clause
import eu.digitalminutes.examples.benchmark.signing.Gauge;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Store;

/** Bouncy Castle's streams for CMS, with the digests of the JDK or with its own. */
final class BouncyCastlePeer {
    private static final char[] PASSWORD = "benchmark".toCharArray();
    private static final int BLOCK = 1 << 16;

    private BouncyCastlePeer() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Gauge.Work> works = new TreeMap<>();
        for (String form : List.of("p7m", "p7s")) {
            works.put(form + " sign-two", (folder, settings) -> sign(folder, form, settings, "president", "secretary"));
            works.put(form + " sign-one", (folder, settings) -> sign(folder, form, settings, "president"));
            works.put(form + " validate", (folder, settings) -> validate(folder, form, settings));
        }
        works.put("p7m add", BouncyCastlePeer::add);
        Gauge.main(arguments, works);
    }

    private static DigestCalculatorProvider digests(Map<String, String> settings) throws Exception {
        return settings.get("digests").equals("bc")
                ? new BcDigestCalculatorProvider()
                : new JcaDigestCalculatorProviderBuilder().build();
    }

    private static CMSSignedDataStreamGenerator generator(Map<String, String> settings, String... names)
            throws Exception {
        CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
        generator.setBufferSize(BLOCK);
        for (String name : names) {
            KeyStore store = KeyStore.getInstance(Path.of(settings.get("keys"), name + ".p12").toFile(), PASSWORD);
            String alias = store.aliases().nextElement();
            X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
            PrivateKey key = (PrivateKey) store.getKey(alias, PASSWORD);
            String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests(settings))
                    .build(new JcaContentSignerBuilder(algorithm).build(key), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
        }
        return generator;
    }

    private static void sign(Path folder, String form, Map<String, String> settings, String... names)
            throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve("recording.mp4"));
                OutputStream file =
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve("signed." + form)), 2 * BLOCK);
                OutputStream out = generator(settings, names).open(file, form.equals("p7m"))) {
            pipe(in, out);
        }
    }

    /** The signatures stand behind the content: it is read once to reach them, and once more to be copied. */
    private static void add(Path folder, Map<String, String> settings) throws Exception {
        Path signed = folder.resolve("signed.p7m");
        CMSSignedDataStreamGenerator generator = generator(settings, "secretary");
        try (InputStream in = open(signed)) {
            CMSSignedDataParser first = new CMSSignedDataParser(digests(settings), in);
            first.getSignedContent().drain();
            generator.addCertificates(first.getCertificates());
            generator.addSigners(
                    new SignerInformationStore(first.getSignerInfos().getSigners()));
        }
        Path whole = folder.resolve("signed.p7m.new");
        try (InputStream in = open(signed);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(whole), 2 * BLOCK);
                OutputStream out = generator.open(CMSObjectIdentifiers.data, file, true)) {
            CMSSignedDataParser again = new CMSSignedDataParser(digests(settings), in);
            pipe(again.getSignedContent().getContentStream(), out);
        }
        Files.move(whole, signed, StandardCopyOption.REPLACE_EXISTING);
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 2 * BLOCK);
    }

    private static void pipe(InputStream in, OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            out.write(block, 0, count);
        }
    }

    private static void validate(Path folder, String form, Map<String, String> settings) throws Exception {
        try (InputStream signed = open(folder.resolve("signed." + form));
                InputStream content = Files.newInputStream(folder.resolve("recording.mp4"))) {
            CMSSignedDataParser parser = form.equals("p7m")
                    ? new CMSSignedDataParser(digests(settings), signed)
                    : new CMSSignedDataParser(digests(settings), new CMSTypedStream(content), signed);
            pipe(parser.getSignedContent().getContentStream(), OutputStream.nullOutputStream());
            Store<X509CertificateHolder> certificates = parser.getCertificates();
            int valid = 0;
            for (SignerInformation signer : parser.getSignerInfos().getSigners()) {
                @SuppressWarnings("unchecked")
                X509CertificateHolder holder = (X509CertificateHolder)
                        certificates.getMatches(signer.getSID()).iterator().next();
                valid += signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(holder)) ? 1 : 0;
            }
            if (valid != 2) {
                throw new IllegalStateException(valid + " signatures are valid, not two");
            }
        }
    }
}
