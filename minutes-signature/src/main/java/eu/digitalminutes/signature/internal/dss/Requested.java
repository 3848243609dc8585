// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.enumerations.CommitmentTypeEnum;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.SignerLocation;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;

/** A request in the words of DSS, the same for every syntax. */
final class Requested {
    private Requested() {}

    /** Puts into DSS's parameters what a request says of the signer. */
    static void into(AbstractSignatureParameters<?> parameters, SigningRequest request, TimestampType contentStamp) {
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        List<CertificateToken> chain =
                request.chain().stream().map(CertificateToken::new).toList();
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(request.time()));
        if (!request.claimedRole().isEmpty()) {
            parameters.bLevel().setClaimedSignerRoles(List.of(request.claimedRole()));
        }
        if (!request.place().isEmpty()) {
            SignerLocation location = new SignerLocation();
            location.setLocality(request.place());
            location.setCountry("IT");
            parameters.bLevel().setSignerLocation(location);
        }
        if (!request.commitments().isEmpty()) {
            parameters
                    .bLevel()
                    .setCommitmentTypeIndications(request.commitments().stream()
                            .map(commitment -> CommitmentTypeEnum.valueOf(name(commitment.name())))
                            .map(eu.europa.esig.dss.enumerations.CommitmentType.class::cast)
                            .toList());
        }
        if (!request.contentTimestamps().isEmpty()) {
            parameters.setContentTimestamps(request.contentTimestamps().stream()
                    .map(stamp -> token(stamp, contentStamp))
                    .toList());
        }
    }

    /** DSS writes the words of the standard in camel case. */
    private static String name(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }

    private static TimestampToken token(byte[] stamp, TimestampType type) {
        try {
            return new TimestampToken(stamp, type);
        } catch (TSPException | IOException | CMSException e) {
            throw new MinutesException("TIMESTAMP_MALFORMED", "the content time stamp cannot be read", e);
        }
    }

    /** A device's value as DSS wants it. */
    static SignatureValue value(X509Certificate certificate, byte[] value) {
        EncryptionAlgorithm encryption = EncryptionAlgorithm.forKey(certificate.getPublicKey());
        return new SignatureValue(SignatureAlgorithm.getAlgorithm(encryption, DigestAlgorithm.SHA256), value);
    }

    /** Files as DSS wants them for signing: by their digests alone. */
    static List<DSSDocument> digests(List<ContainedFile> files) {
        List<DSSDocument> documents = new ArrayList<>();
        for (ContainedFile file : files) {
            documents.add(new DigestDocument(
                    DigestAlgorithm.SHA256,
                    file.fingerprint().digest().value(),
                    file.name(),
                    MediaType.of(file.mediaType(), file.name())));
        }
        return documents;
    }

    /** The bytes of a small document. */
    static byte[] bytes(DSSDocument document) {
        if (document instanceof InMemoryDocument memory) {
            return memory.getBytes();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new MinutesException("SIGNATURE_UNWRITABLE", "the signature could not be kept in memory", e);
        }
        return out.toByteArray();
    }
}
