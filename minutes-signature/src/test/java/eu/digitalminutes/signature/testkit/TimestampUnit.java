// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * Answers requests for time stamps.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161</a>
 */
final class TimestampUnit {

    /** ETSI EN 319 421 5.2: best practices policy for time stamps. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("0.4.0.2023.1.1");

    /** A policy that nobody asks for. */
    private static final ASN1ObjectIdentifier OTHER_POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    private static final String WEB_PAGE = "<html><body>Prova: accedi alla rete per continuare</body></html>";

    private final TestIdentity unit;
    private final TestIdentity stranger;
    private final Clock clock;
    private final AtomicLong serialNumbers = new AtomicLong();

    /** A unit; {@code stranger} signs in its place where the fault is that its certificate is the wrong one. */
    TimestampUnit(TestIdentity unit, TestIdentity stranger, Clock clock) {
        this.unit = unit;
        this.stranger = stranger;
        this.clock = clock;
    }

    /** The answer in DER to a request in DER, with the faults that concern its content. */
    byte[] answer(byte[] request, Set<String> policies, Set<TsaFault> faults, Duration clockOff) throws IOException {
        if (faults.contains(TsaFault.GARBAGE)) {
            return WEB_PAGE.getBytes(StandardCharsets.UTF_8);
        }
        Instant now = faults.contains(TsaFault.CLOCK_OFF) ? clock.instant().plus(clockOff) : clock.instant();
        try {
            TimeStampRequest asked = misread(new TimeStampRequest(request), faults);
            TimeStampResponseGenerator generator = new TimeStampResponseGenerator(
                    tokens(asked), TSPAlgorithms.ALLOWED, policies.isEmpty() ? null : identifiers(policies));
            if (faults.contains(TsaFault.REJECTS)) {
                return generator
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.timeNotAvailable, "Prova: rifiutata")
                        .getEncoded();
            }
            BigInteger serialNumber = BigInteger.valueOf(serialNumbers.incrementAndGet());
            TimeStampResponse response = generator.generate(asked, serialNumber, Date.from(now));
            if (response.getTimeStampToken() == null) {
                return response.getEncoded();
            }
            if (faults.contains(TsaFault.WRONG_CERTIFICATE)) {
                response = resigned(response);
            }
            byte[] encoded = response.getEncoded();
            if (faults.contains(TsaFault.BROKEN_SIGNATURE)) {
                breakSignature(encoded, response);
            }
            return encoded;
        } catch (TSPException | CMSException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The time stamp could not be made", e);
        }
    }

    private TimeStampTokenGenerator tokens(TimeStampRequest asked)
            throws TSPException, GeneralSecurityException, OperatorCreationException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build(
                                TestIdentity.signatureAlgorithm(unit.privateKey()),
                                unit.privateKey(),
                                unit.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                POLICY);
        tokens.setAccuracySeconds(1);
        if (asked.getCertReq()) {
            List<X509Certificate> chain = unit.chain();
            tokens.addCertificates(new JcaCertStore(chain));
        }
        return tokens;
    }

    private static Set<ASN1ObjectIdentifier> identifiers(Set<String> policies) {
        return policies.stream().map(ASN1ObjectIdentifier::new).collect(Collectors.toSet());
    }

    /** The same stamp signed by the stranger, which the generator of stamps would refuse to make. */
    private TimeStampResponse resigned(TimeStampResponse response)
            throws TSPException, CMSException, IOException, GeneralSecurityException, OperatorCreationException {
        ESSCertIDv2 essential = new ESSCertIDv2(MessageDigest.getInstance("SHA-256")
                .digest(stranger.certificate().getEncoded()));
        AttributeTable signed = new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(essential))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signed))
                .build(
                        TestIdentity.signatureAlgorithm(stranger.privateKey()),
                        stranger.privateKey(),
                        stranger.certificate()));
        generator.addCertificates(new JcaCertStore(stranger.chain()));
        CMSSignedData data = generator.generate(
                new CMSProcessableByteArray(
                        PKCSObjectIdentifiers.id_ct_TSTInfo,
                        response.getTimeStampToken().getTimeStampInfo().getEncoded()),
                true);
        return new TimeStampResponse(
                new DERSequence(new ASN1Encodable[] {new PKIStatusInfo(PKIStatus.granted), data.toASN1Structure()})
                        .getEncoded());
    }

    private static void breakSignature(byte[] encoded, TimeStampResponse response) {
        byte[] signature = response.getTimeStampToken()
                .toCMSSignedData()
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next()
                .getSignature();
        for (int at = encoded.length - signature.length; at >= 0; at--) {
            if (Arrays.equals(encoded, at, at + signature.length, signature, 0, signature.length)) {
                encoded[at + signature.length - 1] ^= 1;
                return;
            }
        }
        throw new IllegalStateException("The stamp does not hold its own signature");
    }

    /** The request as a faulty unit understands it. */
    private static TimeStampRequest misread(TimeStampRequest request, Set<TsaFault> faults) {
        byte[] digest = request.getMessageImprintDigest().clone();
        if (faults.contains(TsaFault.WRONG_HASH)) {
            digest[0] ^= 1;
        }
        BigInteger nonce = request.getNonce();
        if (nonce != null && faults.contains(TsaFault.WRONG_NONCE)) {
            nonce = nonce.add(BigInteger.ONE);
        }
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(request.getCertReq());
        if (request.getReqPolicy() != null) {
            generator.setReqPolicy(faults.contains(TsaFault.WRONG_POLICY) ? OTHER_POLICY : request.getReqPolicy());
        }
        return generator.generate(request.getMessageImprintAlgOID(), digest, nonce);
    }
}
