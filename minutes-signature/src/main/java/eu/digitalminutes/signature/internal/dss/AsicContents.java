// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.europa.esig.dss.asic.cades.signature.manifest.ASiCWithCAdESSignatureManifestBuilder;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.asic.common.ASiCUtils;
import eu.europa.esig.dss.asic.common.validation.ASiCManifestParser;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ManifestEntry;
import eu.europa.esig.dss.model.ManifestFile;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;

/** An ASiC with CAdES signatures in the words of DSS: its own files in memory, the others by digest. */
public final class AsicContents {
    private static final int MAX_META_BYTES = 16 << 20;
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*signature[^/]*\\.p7s");
    private static final Pattern XML_SIGNATURES = Pattern.compile("META-INF/[^/]*signatures[^/]*\\.xml");
    private static final Pattern TIMESTAMP = Pattern.compile("META-INF/[^/]*timestamp[^/]*\\.tst");
    private static final Pattern EVIDENCE = Pattern.compile("META-INF/[^/]*evidencerecord[^/]*\\.(ers|xml)");
    private static final Pattern EVIDENCE_MANIFEST = Pattern.compile("META-INF/ASiCEvidenceRecordManifest[^/]*\\.xml");
    private static final Pattern ARCHIVE_MANIFEST = Pattern.compile("META-INF/ASiCArchiveManifest[^/]*\\.xml");
    private static final Pattern MANIFEST = Pattern.compile("META-INF/ASiCManifest[^/]*\\.xml");

    private AsicContents() {}

    /** Whether a name in a container is that of a CAdES signature. */
    public static boolean isSignature(String name) {
        return SIGNATURE.matcher(name).matches();
    }

    /** Whether a name in a container is that of a file of XAdES signatures. */
    public static boolean isXmlSignatures(String name) {
        return XML_SIGNATURES.matcher(name).matches();
    }

    /** Whether a name in a container is that of a bare time stamp. */
    public static boolean isTimestamp(String name) {
        return TIMESTAMP.matcher(name).matches();
    }

    /** Whether a name in a container is that of an evidence record. */
    public static boolean isEvidence(String name) {
        return EVIDENCE.matcher(name).matches();
    }

    /** The container as DSS wants it, over the given documents. */
    public static ASiCContent read(
            ContainerFile container, ASiCContainerType type, List<? extends DSSDocument> documents) throws IOException {
        ASiCContent content = new ASiCContent();
        content.setContainerType(type);
        InMemoryDocument whole = new InMemoryDocument(
                new byte[0], String.valueOf(container.path().getFileName()));
        whole.setMimeType(type == ASiCContainerType.ASiC_E ? MimeTypeEnum.ASICE : MimeTypeEnum.ASICS);
        content.setAsicContainer(whole);
        content.setContainerDocuments(new ArrayList<>());
        content.setSignedDocuments(new ArrayList<>(documents));
        for (Entry entry : container.entries()) {
            if (entry.isMeta() && !entry.name().endsWith("/")) {
                DSSDocument document = new InMemoryDocument(container.bytes(entry, MAX_META_BYTES), entry.name());
                if (entry.name().equals("mimetype")) {
                    content.setMimeTypeDocument(document);
                } else {
                    list(content, entry.name()).add(document);
                }
            }
        }
        return content;
    }

    private static List<DSSDocument> list(ASiCContent content, String name) {
        if (isSignature(name)) {
            return content.getSignatureDocuments();
        }
        if (isTimestamp(name)) {
            return content.getTimestampDocuments();
        }
        if (isEvidence(name)) {
            return content.getEvidenceRecordDocuments();
        }
        if (EVIDENCE_MANIFEST.matcher(name).matches()) {
            return content.getEvidenceRecordManifestDocuments();
        }
        if (ARCHIVE_MANIFEST.matcher(name).matches()) {
            return content.getArchiveManifestDocuments();
        }
        return MANIFEST.matcher(name).matches() ? content.getManifestDocuments() : content.getUnsupportedDocuments();
    }

    /** The same container seen as one with XAdES signatures; nothing is read again. */
    public static ASiCContent asXades(ASiCContent cades) {
        ASiCContent content = new ASiCContent();
        content.setContainerType(cades.getContainerType());
        content.setAsicContainer(cades.getAsicContainer());
        content.setContainerDocuments(List.of());
        content.setSignedDocuments(cades.getSignedDocuments());
        content.setMimeTypeDocument(cades.getMimeTypeDocument());
        for (List<DSSDocument> some : List.of(
                cades.getManifestDocuments(),
                cades.getSignatureDocuments(),
                cades.getArchiveManifestDocuments(),
                cades.getTimestampDocuments(),
                cades.getEvidenceRecordManifestDocuments(),
                cades.getUnsupportedDocuments())) {
            for (DSSDocument document : some) {
                (isXmlSignatures(document.getName()) ? content.getSignatureDocuments() : content.getManifestDocuments())
                        .add(document);
            }
        }
        return content;
    }

    /** Whether a name in a container's own folder is that of a signature, a stamp or a manifest with digests. */
    public static boolean isOwn(String name) {
        return isXmlSignatures(name)
                || isSignature(name)
                || isTimestamp(name)
                || isEvidence(name)
                || EVIDENCE_MANIFEST.matcher(name).matches()
                || ARCHIVE_MANIFEST.matcher(name).matches()
                || MANIFEST.matcher(name).matches();
    }

    /** The manifest of a CAdES signature to come, over the container's files. */
    public static byte[] manifest(ASiCContent content, String signatureName) {
        return Requested.bytes(
                new ASiCWithCAdESSignatureManifestBuilder(content, DigestAlgorithm.SHA256, signatureName).build());
    }

    /** The manifest that a signature signs. */
    public static Optional<DSSDocument> signedBy(ASiCContent content, String signatureName) {
        return Optional.ofNullable(ASiCManifestParser.getLinkedManifest(content.getManifestDocuments(), signatureName));
    }

    /** Whether an archive time stamp is over a signature. */
    public static boolean isArchived(ASiCContent content, String signatureName) {
        return ASiCUtils.isCoveredByManifest(content.getArchiveManifestDocuments(), signatureName);
    }

    /** Until when the certificate of the last archive time stamp is valid. */
    public static Optional<Instant> lastTimestampExpiry(ASiCContent content) {
        return content.getTimestampDocuments().stream()
                .map(stamp -> token(Requested.bytes(stamp)))
                .max(Comparator.comparing(TimestampToken::getGenerationTime))
                .flatMap(StandingSignature::expiry);
    }

    private static TimestampToken token(byte[] stamp) {
        try {
            return new TimestampToken(stamp, TimestampType.CONTAINER_TIMESTAMP);
        } catch (TSPException | IOException | CMSException e) {
            throw new MinutesException("TIMESTAMP_MALFORMED", "an archive time stamp cannot be read", e);
        }
    }

    /** The SHA-256 digests of the files that a manifest lists, by name. */
    public static Map<String, Digest> digests(DSSDocument manifest) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        try {
            ManifestFile file = ASiCManifestParser.getManifestFile(manifest);
            for (ManifestEntry entry : file == null ? List.<ManifestEntry>of() : file.getEntries()) {
                if (entry.getDigest() != null && entry.getDigest().getAlgorithm() == DigestAlgorithm.SHA256) {
                    digests.put(entry.getUri(), Digest.of(entry.getDigest().getValue()));
                }
            }
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "a manifest cannot be read: " + e.getMessage(), e);
        }
        return digests;
    }

    /** Every file of the container's own, by name, as DSS holds it now. */
    public static Map<String, byte[]> own(ASiCContent content) {
        Map<String, byte[]> own = new LinkedHashMap<>();
        for (List<DSSDocument> some : List.of(
                content.getManifestDocuments(),
                content.getSignatureDocuments(),
                content.getArchiveManifestDocuments(),
                content.getTimestampDocuments())) {
            some.forEach(document -> own.put(document.getName(), Requested.bytes(document)));
        }
        return own;
    }
}
