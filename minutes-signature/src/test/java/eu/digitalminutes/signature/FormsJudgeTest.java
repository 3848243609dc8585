// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Pkcs11Driver;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.Commitment;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.signed.SignedFile;
import eu.digitalminutes.signature.testkit.SoftToken;
import eu.digitalminutes.signature.testkit.SoftToken.Use;
import eu.digitalminutes.signature.testkit.TestPki;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableFile;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Judges who know nothing of us, DSS, Bouncy Castle, OpenSSL and PDFBox, accept every form at every level. */
@Tag("judge")
class FormsJudgeTest {
    private static final int SIZE = 150_000;

    @TempDir
    static Path folder;

    static SigningDesk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new SigningDesk(folder);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    static Stream<Arguments> formsAndLevels() {
        return Stream.of(SignatureForm.values())
                .flatMap(form -> Stream.of(SignatureLevel.values()).map(level -> Arguments.of(form, level)));
    }

    private static String format(SignatureForm form, SignatureLevel level) {
        return switch (form) {
            case PADES -> "PAdES-BASELINE-" + level;
            case ASIC_E_XADES, XADES_DETACHED -> "XAdES-BASELINE-" + level;
            default -> "CAdES-BASELINE-" + level;
        };
    }

    @ParameterizedTest
    @MethodSource("formsAndLevels")
    void plainDssFindsTwoQualifiedSignaturesOfTheLevel(SignatureForm form, SignatureLevel level) throws Exception {
        Path content = SigningDesk.content(desk.folder(), form, SIZE);
        SignedFile signed =
                desk.signer(form, level).sign(content, SigningDesk.target(content, form), desk.both(), Task.none());
        assertEquals(Collections.nCopies(2, format(form, level)), desk.qualified(signed.path()));
        assertEquals(
                Collections.nCopies(2, level.name()),
                signed.signatures().stream().map(AppliedSignature::level).toList());
        assertEquals(level != SignatureLevel.B, signed.provableUntil().isPresent());
        for (AppliedSignature one : signed.signatures()) {
            assertEquals(level != SignatureLevel.B, one.timestamp().isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("formsAndLevels")
    void aSignatureAddedTheNextDayIsAsGoodAsTheFirst(SignatureForm form, SignatureLevel level) throws Exception {
        Path signed = desk.signAlone(form, level, SIZE);
        desk.signer(form, level).addSignature(signed, Signatory.secretary(desk.secretary));
        // In a PDF the stamps of the second are over the evidence of the first, which that raises.
        SignatureLevel reached = form == SignatureForm.PADES && level == SignatureLevel.LT ? SignatureLevel.LTA : level;
        assertEquals(Collections.nCopies(2, format(form, reached)), desk.qualified(signed));
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void theContentIsInsideOrBesideByteForByte(SignatureForm form) throws Exception {
        Path signed = desk.sign(form, SignatureLevel.B, SIZE);
        Path content = signed.resolveSibling(form == SignatureForm.PADES ? "atto.pdf" : "seduta.mp4");
        byte[] original = Files.readAllBytes(content);
        byte[] inside = Files.readAllBytes(signed);
        if (form == SignatureForm.PADES) {
            assertArrayEquals(original, java.util.Arrays.copyOf(inside, original.length));
        } else if (form.extension().startsWith(".asic")) {
            try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(signed.toFile())) {
                assertArrayEquals(
                        original, zip.getInputStream(zip.getEntry("seduta.mp4")).readAllBytes());
            }
        }
        assertEquals(SIZE, form == SignatureForm.PADES ? SIZE : original.length);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureLevel.class,
            names = {"B", "LTA"})
    void opensslVerifiesAnEnvelopeAndGivesTheContentBack(SignatureLevel level) throws Exception {
        Path signed = desk.sign(SignatureForm.CADES_ENVELOPING, level, SIZE);
        Path out = signed.resolveSibling("out");
        Openssl.run("cms", "-verify", "-binary", "-inform", "DER", "-in", signed, "-noverify", "-out", out);
        assertEquals(-1, Files.mismatch(signed.resolveSibling("seduta.mp4"), out));
        String printed = Openssl.run("cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", signed);
        assertTrue(printed.contains("id-smime-aa-signingCertificateV2"), "no signing certificate");
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureLevel.class,
            names = {"B", "LTA"})
    void opensslVerifiesASignatureBesideItsContentToTheAuthority(SignatureLevel level) throws Exception {
        Path signed = desk.sign(SignatureForm.CADES_DETACHED, level, SIZE);
        Path authority = folder.resolve("authority.pem");
        Files.writeString(
                authority,
                "-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder()
                                .encodeToString(desk.council
                                        .services
                                        .pki()
                                        .qualifiedAuthority()
                                        .certificate()
                                        .getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Path content = signed.resolveSibling("seduta.mp4");
        Path out = signed.resolveSibling("out");
        Openssl.run(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signed,
                "-content",
                content,
                "-CAfile",
                authority,
                "-purpose",
                "any",
                "-out",
                out);
        assertEquals(-1, Files.mismatch(content, out));
        Files.write(content, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        assertTrue(Openssl.fails(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signed,
                "-content",
                content,
                "-noverify",
                "-out",
                out));
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void bouncyCastleVerifiesWhatIsInsideAndWhatIsBeside(SignatureLevel level) throws Exception {
        Path envelope = desk.sign(SignatureForm.CADES_ENVELOPING, level, SIZE);
        CMSSignedData whole = new CMSSignedData(Files.readAllBytes(envelope));
        assertArrayEquals(Files.readAllBytes(envelope.resolveSibling("seduta.mp4")), (byte[])
                whole.getSignedContent().getContent());
        assertSigned(whole);
        try (InputStream in = Files.newInputStream(envelope)) {
            CMSSignedDataParser parser = new CMSSignedDataParser(new JcaDigestCalculatorProviderBuilder().build(), in);
            parser.getSignedContent().drain();
            int signers = 0;
            for (SignerInformation signer : parser.getSignerInfos()) {
                assertTrue(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .build(TestCertificates.of(parser.getCertificates(), signer))));
                signers++;
            }
            assertEquals(2, signers);
        }
        Path beside = desk.sign(SignatureForm.CADES_DETACHED, level, SIZE);
        assertSigned(new CMSSignedData(
                new CMSProcessableFile(beside.resolveSibling("seduta.mp4").toFile()), Files.readAllBytes(beside)));
    }

    private static void assertSigned(CMSSignedData data) throws Exception {
        assertEquals(2, data.getSignerInfos().size());
        for (SignerInformation signer : data.getSignerInfos()) {
            assertTrue(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .build(TestCertificates.of(data.getCertificates(), signer))));
            assertTrue(signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2) != null);
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void pdfBoxOpensASignedPdfAndCountsItsSignatures(SignatureLevel level) throws Exception {
        Path signed = desk.sign(SignatureForm.PADES, level, SIZE);
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(
                    2,
                    document.getSignatureDictionaries().stream()
                            .filter(one -> "ETSI.CAdES.detached".equals(one.getSubFilter()))
                            .count());
        }
    }

    @Test
    void aPdfShowsWhereItWasSigned() throws Exception {
        SigningProfile profile = desk.profile(SignatureForm.PADES, SignatureLevel.B).toBuilder()
                .place("Valfiorita")
                .build();
        Path content = SigningDesk.content(desk.folder(), SignatureForm.PADES, SIZE);
        Path signed = desk.signer(profile)
                .sign(content, SigningDesk.target(content, SignatureForm.PADES), desk.both(), Task.none())
                .path();
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            for (PDSignature signature : document.getSignatureDictionaries()) {
                assertEquals("Valfiorita", signature.getLocation());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void whatTheSignersClaimStandsInEverySignature(SignatureForm form) throws Exception {
        SigningProfile profile = desk.profile(form, SignatureLevel.T).toBuilder()
                .place("Valfiorita")
                .commitments(Commitment.PROOF_OF_ORIGIN, Commitment.PROOF_OF_APPROVAL)
                .build();
        Path content = SigningDesk.content(desk.folder(), form, SIZE);
        Path signed = desk.signer(profile)
                .sign(content, SigningDesk.target(content, form), desk.both(), Task.none())
                .path();
        assertEquals(2, desk.qualified(signed).size());
        List<String> roles = new ArrayList<>();
        for (SignatureWrapper signature : facts(signed)) {
            if (form != SignatureForm.PADES) {
                assertEquals("Valfiorita", signature.getCity());
                assertEquals("IT", signature.getCountryName());
            }
            assertEquals(2, signature.getCommitmentTypeIndications().size());
            assertTrue(signature.isSigningCertificateReferencePresent());
            signature.getSignerRoles().forEach(role -> roles.add(role.getRole()));
        }
        Collections.sort(roles);
        assertEquals(List.of("Presidente", "Segretario"), roles);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_E_CADES", "ASIC_S_CADES", "CADES_ENVELOPING", "CADES_DETACHED"})
    void theContentIsStampedBeforeItIsSigned(SignatureForm form) throws Exception {
        SigningProfile profile = desk.profile(form, SignatureLevel.T).toBuilder()
                .withContentTimestamp()
                .build();
        Path content = SigningDesk.content(desk.folder(), form, SIZE);
        Path signed = desk.signer(profile)
                .sign(content, SigningDesk.target(content, form), desk.both(), Task.none())
                .path();
        assertEquals(2, desk.qualified(signed).size());
        for (SignatureWrapper signature : facts(signed)) {
            List<TimestampWrapper> stamps = signature.getTimestampListByType(TimestampType.CONTENT_TIMESTAMP);
            assertEquals(1, stamps.size());
            assertTrue(
                    stamps.get(0).isMessageImprintDataFound() && stamps.get(0).isMessageImprintDataIntact());
        }
    }

    private static List<SignatureWrapper> facts(Path signed) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(signed.toFile()));
        validator.setCertificateVerifier(new CommonCertificateVerifier());
        String name = String.valueOf(signed.getFileName());
        if (name.endsWith(".p7s") || name.endsWith(".xml")) {
            validator.setDetachedContents(List.<DSSDocument>of(new FileDocument(
                    signed.resolveSibling(name.substring(0, name.length() - 4)).toFile())));
        }
        return validator.validateDocument().getDiagnosticData().getSignatures();
    }

    @Test
    void twoCardsSignAnEnvelope() throws Exception {
        Assumptions.assumeTrue(
                SoftToken.missing().isEmpty(), SoftToken.missing().orElse(""));
        char[] pin = "1234".toCharArray();
        TestPki pki = desk.council.services.pki();
        SoftToken first = SoftToken.create("presidente", pin).with(pki.identity(TestSigner.PRESIDENT), Use.PIN_ONCE);
        SoftToken second =
                SoftToken.create("segretario", pin).with(pki.identity(TestSigner.SECRETARY), Use.PIN_EACH_TIME);
        Pkcs11Driver driver = Pkcs11Driver.load(SoftToken.driver());
        Path content = SigningDesk.content(desk.folder(), SignatureForm.CADES_ENVELOPING, SIZE);
        Path target = SigningDesk.target(content, SignatureForm.CADES_ENVELOPING);
        try (SigningKey president = SigningKey.pkcs11(driver, first.label(), (token, purpose) -> pin.clone());
                SigningKey secretary = SigningKey.pkcs11(driver, second.label(), (token, purpose) -> pin.clone())) {
            desk.signer(SignatureForm.CADES_ENVELOPING, SignatureLevel.LTA)
                    .sign(
                            content,
                            target,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)),
                            Task.none());
        }
        assertEquals(Collections.nCopies(2, "CAdES-BASELINE-LTA"), desk.qualified(target));
    }

    @Test
    void anEnvelopeAroundAnEnvelopeIsVerifiedTwice() throws Exception {
        Path inner = desk.signAlone(SignatureForm.CADES_ENVELOPING, SignatureLevel.B, SIZE);
        Path outer = inner.resolveSibling("seduta.mp4.p7m.p7m");
        desk.signer(SignatureForm.ASIC_E_XADES, SignatureLevel.T)
                .reenvelop(inner, outer, List.of(Signatory.secretary(desk.secretary)), Task.none());
        assertEquals(List.of("CAdES-BASELINE-T"), desk.qualified(outer));
        Path first = outer.resolveSibling("first");
        Path second = outer.resolveSibling("second");
        Openssl.run("cms", "-verify", "-binary", "-inform", "DER", "-in", outer, "-noverify", "-out", first);
        Openssl.run("cms", "-verify", "-binary", "-inform", "DER", "-in", first, "-noverify", "-out", second);
        assertEquals(-1, Files.mismatch(inner, first));
        assertEquals(-1, Files.mismatch(inner.resolveSibling("seduta.mp4"), second));
    }
}
