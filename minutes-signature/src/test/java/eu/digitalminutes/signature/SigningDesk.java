// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.testkit.TrustedListsWriter;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureQualification;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A President and a Secretary with their keys, who sign any file in any form, and DSS by itself, who judges it. */
final class SigningDesk implements AutoCloseable {
    final Path folder;
    final Council council;
    final SigningKey president;
    final SigningKey secretary;
    private final Trust trust;
    private final TrustedListsCertificateSource plainTrust;
    private int folders;

    SigningDesk(Path folder) throws IOException {
        this.folder = folder;
        council = new Council(Files.createDirectories(folder.resolve("council")));
        president = council.key(TestSigner.PRESIDENT);
        secretary = council.key(TestSigner.SECRETARY);
        trust = Trust.load(lists(), RevocationAccess.ONLINE);
        plainTrust = PlainDss.trust(
                TrustedListsWriter.of(council.services.pki()).write(),
                Files.createDirectories(folder.resolve("cache")));
    }

    /** Trusted lists without revocation lists: those are asked online. */
    TrustAnchors lists() throws IOException {
        Path lotl = TrustBundle.write(folder.resolve("trust"), council.services.pki());
        try (var lists = Files.newDirectoryStream(folder.resolve("trust/crl"))) {
            for (Path list : lists) {
                Files.delete(list);
            }
        }
        return TrustAnchors.offlineLists(lotl);
    }

    SigningProfile profile(SignatureForm form, SignatureLevel level) {
        return council.profile().toBuilder().form(form).level(level).build();
    }

    FileSigner signer(SignatureForm form, SignatureLevel level) {
        return signer(profile(form, level));
    }

    FileSigner signer(SigningProfile profile) {
        return new FileSigner(profile, trust, Clock.systemUTC());
    }

    MinutesSigner minutesSigner(SigningProfile profile) {
        return new MinutesSigner(profile, trust, Clock.systemUTC());
    }

    SignatureExtender extender() throws IOException {
        return SignatureExtender.of(TimestampAuthority.at(council.services.tsa()), lists(), RevocationAccess.ONLINE);
    }

    List<Signatory> both() {
        return List.of(Signatory.president(president), Signatory.secretary(secretary));
    }

    /** A new folder, for one case. */
    Path folder() throws IOException {
        return Files.createDirectories(folder.resolve("case-" + ++folders));
    }

    /** What suits the form, in a folder: a PDF, or bytes of some size that nobody can compress. */
    static Path content(Path folder, SignatureForm form, int bytes) throws IOException {
        if (form == SignatureForm.PADES) {
            return Files.write(folder.resolve("atto.pdf"), pdf());
        }
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(folder.resolve("seduta.mp4"), content);
    }

    static byte[] pdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        return out.toByteArray();
    }

    /** Where a signed file of a form goes, beside what it signs. */
    static Path target(Path content, SignatureForm form) {
        String name = form == SignatureForm.PADES ? "atto-firmato" : String.valueOf(content.getFileName());
        return content.resolveSibling(name + form.extension());
    }

    /** Signs by both; the signed file lies beside the content, in a new folder. */
    Path sign(SignatureForm form, SignatureLevel level, int bytes) throws IOException {
        Path content = content(folder(), form, bytes);
        return signer(form, level)
                .sign(content, target(content, form), both(), Task.none())
                .path();
    }

    /** Signs by the President alone. */
    Path signAlone(SignatureForm form, SignatureLevel level, int bytes) throws IOException {
        Path content = content(folder(), form, bytes);
        return signer(form, level)
                .sign(content, target(content, form), List.of(Signatory.president(president)), Task.none())
                .path();
    }

    /** What DSS says, which is given the content only where it lies outside. */
    SimpleReport judge(Path signed) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(signed.toFile()));
        validator.setCertificateVerifier(PlainDss.online(plainTrust));
        String name = String.valueOf(signed.getFileName());
        if (name.endsWith(".p7s") || name.endsWith(".xml")) {
            Path content = signed.resolveSibling(name.substring(0, name.length() - 4));
            validator.setDetachedContents(List.<DSSDocument>of(new FileDocument(content.toFile())));
        }
        return validator.validateDocument().getSimpleReport();
    }

    /** The formats of all signatures, each of which must be qualified and sound. */
    List<String> qualified(Path signed) {
        SimpleReport report = judge(signed);
        List<String> formats = new ArrayList<>();
        for (String id : report.getSignatureIdList()) {
            if (report.getIndication(id) != Indication.TOTAL_PASSED
                    || report.getSignatureQualification(id) != SignatureQualification.QESIG) {
                throw new AssertionError(report.getIndication(id) + " " + report.getSubIndication(id) + " "
                        + report.getSignatureQualification(id) + " "
                        + report.getAdESValidationErrors(id) + report.getAdESValidationWarnings(id));
            }
            formats.add(String.valueOf(report.getSignatureFormat(id)));
        }
        return formats;
    }

    @Override
    public void close() {
        president.close();
        secretary.close();
        council.close();
    }
}
