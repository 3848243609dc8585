// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import eu.digitalminutes.archive.internal.xml.SelfDigest;
import eu.digitalminutes.archive.internal.xml.XmlTree;
import eu.digitalminutes.archive.metadata.DescribedDocument;
import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Holds a package for ParER against its index, reading each file once. */
final class SacerVerifier {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(SacerVerifier.class);
    private static final String DESCRIPTION = "DocumentoAmministrativoInformatico";
    private static final String WHERE = SubmissionIndex.FILE_NAME + "/ProfiloNormativo";

    private final PackageInput input;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> digests = new HashSet<>();

    SacerVerifier(PackageInput input) {
        this.input = input;
    }

    Report verify() throws IOException {
        byte[] xml = input.content(SubmissionIndex.FILE_NAME);
        SubmissionIndex index = SubmissionIndex.read(xml);
        if (!SelfDigest.isKept(xml)) {
            fail("INDEX_ALTERED", SubmissionIndex.FILE_NAME);
        }
        Set<String> unlisted = new TreeSet<>(input.sizes().keySet());
        unlisted.remove(SubmissionIndex.FILE_NAME);
        List<SacerComponent> held = new ArrayList<>();
        for (SacerComponent component : index.components()) {
            if (!component.name().isEmpty()) {
                if (!PackageInput.isContained(component.path())) {
                    throw input.malformed("its index names a file that would lie outside of it");
                }
                if (unlisted.remove(component.path())) {
                    held.add(component);
                } else if (!input.sizes().containsKey(component.path())) {
                    fail("FILE_MISSING", component.path());
                }
            }
        }
        check(held);
        unlisted.forEach(name -> fail("FILE_NOT_LISTED", name));
        Report described = describe(xml);
        return index.report().and(Report.of(findings)).and(described);
    }

    private void check(List<SacerComponent> components) throws IOException {
        Map<SacerComponent, MessageDigest[]> computations = new LinkedHashMap<>();
        components.forEach(component -> computations.put(component, computations(component)));
        Map<String, MessageDigest[]> files = new LinkedHashMap<>();
        computations.forEach((component, all) -> files.put(component.path(), all));
        input.readAll(files);
        computations.forEach(this::check);
    }

    /** SHA-256, by which the metadata know a file, and after it what the index uses, where that is another. */
    private static MessageDigest[] computations(SacerComponent component) {
        String algorithm = component.algorithm().orElse(Digest.ALGORITHM);
        return algorithm.equals(Digest.ALGORITHM)
                ? new MessageDigest[] {Fingerprinter.sha256()}
                : new MessageDigest[] {Fingerprinter.sha256(), digest(algorithm)};
    }

    private void check(SacerComponent component, MessageDigest[] computed) {
        byte[] sha256 = computed[0].digest();
        byte[] found = computed.length == 1 ? sha256 : computed[1].digest();
        digests.add(HexFormat.of().formatHex(sha256));
        if (component.algorithm().isPresent()
                && !Arrays.equals(component.digest().orElseThrow(), found)) {
            fail(
                    "HASH-004-001",
                    component.path(),
                    component.hash(),
                    HexFormat.of().formatHex(found));
        }
    }

    /** The metadata of Allegato 5 must be about a file of the unit. */
    private Report describe(byte[] xml) {
        Optional<Element> description = description(xml);
        if (description.isEmpty()) {
            return Report.of(List.of());
        }
        DescribedDocument document = DescribedDocument.read(XmlTree.write(description.get()), WHERE);
        List<Finding> mismatches = new ArrayList<>();
        document.digest().ifPresent(digest -> {
            if (!digests.isEmpty() && !digests.contains(digest.hex())) {
                mismatches.add(CATALOGUE.finding("METADATA_MISMATCH", Severity.FAIL, WHERE, digest.hex()));
            }
        });
        return document.report().and(Report.of(mismatches));
    }

    private static Optional<Element> description(byte[] xml) {
        try {
            Document tree = XmlTree.read(xml);
            NodeList found = tree.getElementsByTagName(DESCRIPTION);
            boolean isThere = found.getLength() > 0
                    && found.item(0).getParentNode().getNodeName().equals("ProfiloNormativo");
            return isThere ? Optional.of((Element) found.item(0)) : Optional.empty();
        } catch (XMLStreamException e) {
            // What cannot be read was told already.
            return Optional.empty();
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime has no " + algorithm, e);
        }
    }

    private void fail(String code, String where, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, where, arguments));
    }
}
