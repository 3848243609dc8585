// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
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

    private static final String WEB_PAGE = "<html><body>Prova: accedi alla rete per continuare</body></html>";

    private final TestIdentity unit;
    private final Clock clock;
    private final AtomicLong serialNumbers = new AtomicLong();

    TimestampUnit(TestIdentity unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** The answer in DER to a request in DER, with the faults that concern its content. */
    byte[] answer(byte[] request, Set<TsaFault> faults, Duration clockOff) throws IOException {
        if (faults.contains(TsaFault.GARBAGE)) {
            return WEB_PAGE.getBytes(StandardCharsets.UTF_8);
        }
        Instant now = faults.contains(TsaFault.CLOCK_OFF) ? clock.instant().plus(clockOff) : clock.instant();
        try {
            TimeStampRequest asked = misread(new TimeStampRequest(request), faults);
            TimeStampResponseGenerator generator = new TimeStampResponseGenerator(tokens(asked), TSPAlgorithms.ALLOWED);
            if (faults.contains(TsaFault.REJECTS)) {
                return generator
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.timeNotAvailable, "Prova: rifiutata")
                        .getEncoded();
            }
            BigInteger serialNumber = BigInteger.valueOf(serialNumbers.incrementAndGet());
            return generator.generate(asked, serialNumber, Date.from(now)).getEncoded();
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
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
            generator.setReqPolicy(request.getReqPolicy());
        }
        return generator.generate(request.getMessageImprintAlgOID(), digest, nonce);
    }
}
