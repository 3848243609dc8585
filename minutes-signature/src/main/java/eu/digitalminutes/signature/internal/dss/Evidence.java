// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESLevelBaselineLTA;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Adds evidence to signatures, always to finished ones: time stamps, chains and revocation data, archive time stamps. */
public final class Evidence {
    private final Trust trust;
    private final TimestampAuthorities authorities;

    /** Evidence out of the given trust and with time stamps of the authority. */
    public Evidence(Trust trust, TimestampAuthorities authorities) {
        this.trust = trust;
        this.authorities = authorities;
    }

    /**
     * The signatures of a block at a level at least; those that have reached it stay as they are.
     *
     * <p>An archive time stamp over XAdES signatures is over the bytes of what they cover, which must then be readable; all
     * else is over digests.
     *
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException with code {@code EVIDENCE_MISSING} if what the level needs is not to be had
     */
    public byte[] raise(SignatureBlock block, SignatureLevel level) {
        if (block.kind() != SignatureKind.CADES) {
            return raisedAsOne(block, level);
        }
        List<byte[]> raised = new ArrayList<>();
        List<byte[]> signers = CmsSigners.single(block.content());
        requireSigned(signers, block.name());
        for (byte[] one : signers) {
            raised.add(raisedAsOne(block.with(one), level));
        }
        return raised.size() == 1 ? raised.get(0) : CmsSigners.merged(raised);
    }

    private byte[] raisedAsOne(SignatureBlock block, SignatureLevel level) {
        List<StandingSignature> standing = block.signatures();
        requireSigned(standing, block.name());
        boolean below = standing.stream().anyMatch(one -> one.level().compareTo(level) < 0);
        return below ? extended(block, standing, level) : block.content();
    }

    /**
     * Fails if there is nothing to extend.
     *
     * @param where what should hold signatures, for the message
     * @throws MinutesException with code {@code NOT_SIGNED_YET}
     */
    public static void requireSigned(List<?> signatures, String where) {
        if (signatures.isEmpty()) {
            throw new MinutesException("NOT_SIGNED_YET", where + " holds no signature to extend: sign it first");
        }
    }

    /** One more archive time stamp on every signature, over all that is there. */
    public byte[] renewed(SignatureBlock block) {
        if (block.kind() != SignatureKind.CADES) {
            return extended(block, block.signatures(), SignatureLevel.LTA);
        }
        List<byte[]> renewed = CmsSigners.single(block.content()).stream()
                .map(block::with)
                .map(one -> extended(one, one.signatures(), SignatureLevel.LTA))
                .toList();
        return renewed.size() == 1 ? renewed.get(0) : CmsSigners.merged(renewed);
    }

    /** An archive time stamp over a whole container with CAdES signatures, by a manifest with the digests of its files. */
    public Map<String, byte[]> archived(ASiCContent content) {
        return explained("the container", SignatureLevel.LTA, () -> {
            CAdESSignatureParameters parameters = cades(SignatureKind.CADES.level(SignatureLevel.LTA));
            return AsicContents.own(
                    new ASiCWithCAdESLevelBaselineLTA(trust.forExtension(), Timestamps.source(authorities))
                            .extend(content, parameters));
        });
    }

    private byte[] extended(SignatureBlock block, List<StandingSignature> standing, SignatureLevel level) {
        String signer =
                standing.stream().map(StandingSignature::signer).findFirst().orElse("");
        SignatureLevel possible = block.kind() == SignatureKind.PADES ? possible(standing, level) : level;
        boolean needsTrust = possible.compareTo(SignatureLevel.T) > 0;
        CertificateVerifier verifier = needsTrust ? trust.forExtension() : Trust.forSigning();
        DSSDocument file = new InMemoryDocument(block.content(), block.name());
        return explained(signer, level, () -> Requested.bytes(extended(block, standing, possible, verifier, file)));
    }

    private DSSDocument extended(
            SignatureBlock block,
            List<StandingSignature> standing,
            SignatureLevel level,
            CertificateVerifier verifier,
            DSSDocument file) {
        TSPSource stamps = Timestamps.source(authorities);
        switch (block.kind()) {
            case XADES -> {
                XAdESSignatureParameters parameters = new XAdESSignatureParameters();
                parameters.setSignatureLevel(block.kind().level(level));
                parameters.setDetachedContents(block.documents());
                XAdESService service = new XAdESService(verifier);
                service.setTspSource(stamps);
                return service.extendDocument(file, parameters);
            }
            case CADES -> {
                CAdESSignatureParameters parameters = cades(block.kind().level(level));
                parameters.setDetachedContents(block.documents());
                CAdESService service = new CAdESService(verifier);
                service.setTspSource(stamps);
                return service.extendDocument(file, parameters);
            }
            case PADES -> {
                PAdESService service = new PAdESService(verifier);
                service.setTspSource(stamps);
                if (level == SignatureLevel.T && reached(standing, SignatureLevel.LT)) {
                    return service.timestamp(file, new PAdESTimestampParameters());
                }
                PAdESSignatureParameters parameters = new PAdESSignatureParameters();
                parameters.setSignatureLevel(block.kind().level(level));
                return service.extendDocument(file, parameters);
            }
        }
        throw new IllegalStateException("a kind without a service: " + block.kind());
    }

    /** In a PDF every stamp is over all before it: where one signature stands higher, the others can only follow it there. */
    private static SignatureLevel possible(List<StandingSignature> standing, SignatureLevel level) {
        boolean archived = level == SignatureLevel.LT && reached(standing, SignatureLevel.LTA);
        return archived ? SignatureLevel.LTA : level;
    }

    private static boolean reached(List<StandingSignature> standing, SignatureLevel level) {
        return standing.stream().anyMatch(one -> one.level().compareTo(level) >= 0);
    }

    /** An archive time stamp by the digest that is known of what is signed: another one, as DSS takes, would read it again. */
    private static CAdESSignatureParameters cades(eu.europa.esig.dss.enumerations.SignatureLevel level) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        return parameters;
    }

    /** Does some work with time stamps and trust, and says in plain words what stood in its way. */
    <T> T explained(String signer, SignatureLevel level, Supplier<T> work) {
        try {
            return work.get();
        } catch (DSSExternalResourceException e) {
            throw new ServiceUnavailableException(
                    "EVIDENCE_UNAVAILABLE",
                    "the signature of " + signer + " cannot be extended to " + level
                            + ": a service that a certificate names does not answer (" + e.getMessage()
                            + "); try again, or give current revocation lists",
                    e);
        } catch (AlertException e) {
            throw new MinutesException(
                    "EVIDENCE_MISSING",
                    "the signature of " + signer + " cannot be extended to " + level
                            + ": revocation data or a trusted chain is missing ("
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                            + "); give current trusted and revocation lists, or allow online access",
                    e);
        } catch (IllegalInputException e) {
            throw new MinutesException(
                    "LEVEL_REACHED",
                    "the signature of " + signer + " cannot be extended to " + level + ": " + e.getMessage(),
                    e);
        } catch (UncheckedIOException e) {
            throw new MinutesException("CONTENT_UNREADABLE", "what is signed cannot be read: " + e.getMessage(), e);
        } catch (DSSException e) {
            throw Timestamps.refused(authorities, e);
        }
    }
}
