// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.archive.internal.xml.SelfDigest;
import eu.digitalminutes.archive.metadata.DescribedDocument;
import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Holds an E-ARK package against the requirements of CSIP and SIP and against its METS, reading each file once. */
final class EArkVerifier {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(EArkVerifier.class);
    private static final String REPRESENTATIONS = "representations/";
    private static final int MAX_OF_A_KIND = 20;

    private final PackageInput input;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Map<String, String>> computed = new HashMap<>();
    private final Map<String, byte[]> kept = new TreeMap<>();
    private final Map<String, MetsReference> listed = new LinkedHashMap<>();
    private final List<Report> described = new ArrayList<>();
    private long keptBytes;

    EArkVerifier(PackageInput input) {
        this.input = input;
    }

    Report verify() throws IOException {
        byte[] index = input.content(EArkLayout.METS);
        MetsDocument root = read(EArkLayout.METS, index);
        if (!SelfDigest.isKept(index)) {
            fail("INDEX_ALTERED", EArkLayout.METS);
        }
        checkStructure(root);
        checkRequirements(root, scopes(root));
        take(root);
        for (Map.Entry<String, byte[]> entry : List.copyOf(kept.entrySet())) {
            if (isMetsOfRepresentation(entry.getKey())) {
                MetsDocument representation = read(entry.getKey(), entry.getValue());
                checkRequirements(representation, Set.of("every"));
                take(representation);
            }
        }
        checkUnlisted();
        for (Map.Entry<String, byte[]> entry : kept.entrySet()) {
            checkMetadata(entry.getKey(), entry.getValue());
        }
        Report report = Report.of(findings);
        for (Report one : described) {
            report = report.and(one);
        }
        return report;
    }

    private MetsDocument read(String name, byte[] content) {
        try {
            return MetsDocument.read(name, content);
        } catch (XMLStreamException e) {
            throw input.malformed(name + " cannot be read as XML: " + e.getMessage());
        }
    }

    private Set<String> scopes(MetsDocument root) {
        Set<String> scopes = new HashSet<>(Set.of("root", "every"));
        for (String folder : List.of("documentation", "schemas", "representations")) {
            if (input.sizes().keySet().stream().anyMatch(name -> name.startsWith(folder + "/"))) {
                scopes.add(folder);
            }
        }
        if (root.packageType().equals("SIP")) {
            scopes.add("sip");
        }
        return scopes;
    }

    private void checkStructure(MetsDocument root) {
        if (!input.name().equals(root.identifier())) {
            warn("CSIPSTR2", input.name(), input.name(), root.identifier());
        }
        warnIfEmpty("CSIPSTR5", "", "metadata/");
        warnIfEmpty("CSIPSTR9", "", REPRESENTATIONS);
        warnIfEmpty("CSIPSTR15", "", "schemas/");
        warnIfEmpty("CSIPSTR16", "", "documentation/");
        Set<String> representations = new TreeSet<>();
        for (String name : input.sizes().keySet()) {
            int slash = name.indexOf('/', REPRESENTATIONS.length());
            if (name.startsWith(REPRESENTATIONS) && slash > 0) {
                representations.add(name.substring(0, slash + 1));
            }
        }
        for (String one : representations) {
            warnIfEmpty("CSIPSTR11", one, "data/");
            warnIfEmpty("CSIPSTR12", one, EArkLayout.METS);
            warnIfEmpty("CSIPSTR13", one, "metadata/");
        }
    }

    private void warnIfEmpty(String requirement, String folder, String inside) {
        if (input.sizes().keySet().stream().noneMatch(name -> name.startsWith(folder + inside))) {
            warn(requirement, folder.isEmpty() ? inside : folder);
        }
    }

    private void checkRequirements(MetsDocument mets, Set<String> scopes) {
        for (Requirement requirement : Requirement.all()) {
            int count = 0;
            for (Node node : requirement.brokenIn(mets.tree(), scopes)) {
                if (count++ < MAX_OF_A_KIND) {
                    findings.add(CATALOGUE.finding(requirement.id(), requirement.weight(), mets.place(node)));
                }
            }
        }
        Set<String> identifiers = new HashSet<>();
        mets.ambiguous(identifiers).forEach(id -> fail("CSIP0", mets.name() + "#" + id));
        for (Element pointer : mets.elements("fptr")) {
            String target = pointer.getAttribute("FILEID");
            String division = ((Element) pointer.getParentNode()).getAttribute("LABEL");
            if (!identifiers.contains(target)) {
                String requirement = division.equals("Documentation")
                        ? "CSIP116"
                        : division.equals("Schemas") ? "CSIP118" : "CSIP119";
                fail(requirement, mets.place(pointer), target);
            }
        }
    }

    /** Takes what a METS refers to, each file read once. */
    private void take(MetsDocument mets) throws IOException {
        Map<String, List<MetsReference>> references = new LinkedHashMap<>();
        for (MetsReference reference : mets.references()) {
            if (reference.href().isBlank()) {
                continue;
            }
            if (reference.isElsewhere()) {
                findings.add(CATALOGUE.undecided("FILE_ELSEWHERE", mets.name(), printable(reference)));
                continue;
            }
            String name = stored(mets.folder(), reference.path());
            if (!PackageInput.isContained(name) || reference.path().startsWith("/")) {
                throw input.malformed(
                        mets.name() + " refers to \"" + printable(reference) + "\", which leads out of it");
            }
            references.computeIfAbsent(name, any -> new ArrayList<>()).add(reference);
        }
        readAhead(references);
        for (Map.Entry<String, List<MetsReference>> entry : references.entrySet()) {
            String name = entry.getKey();
            long bound = entry.getValue().stream().filter(one -> !one.isBare()).count();
            boolean isKnown = listed.containsKey(name) || name.equals(EArkLayout.METS);
            if (bound > 1 || (bound > 0 && isKnown)) {
                fail("FILE_LISTED_TWICE", name);
            }
            if (!isKnown) {
                takeFile(name, entry.getValue());
            }
        }
    }

    private static String printable(MetsReference reference) {
        return reference.href().replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * Some count from the package what lies in the folder of the METS, some write a space in an address as forms do:
     * where there is no file of the one name, the other is meant.
     */
    private String stored(String folder, String path) {
        String beside = folder + path;
        String name = path.startsWith(folder) && !input.sizes().containsKey(beside) ? path : beside;
        String asInForms = name.replace('+', ' ');
        return !input.sizes().containsKey(name) && input.sizes().containsKey(asInForms) ? asInForms : name;
    }

    /** What only its digest is wanted of is read beside others. */
    private void readAhead(Map<String, List<MetsReference>> references) throws IOException {
        Map<String, Map<String, MessageDigest>> wanted = new LinkedHashMap<>();
        references.forEach((name, all) -> {
            Long size = input.sizes().get(name);
            boolean isKnown = listed.containsKey(name) || computed.containsKey(name) || name.equals(EArkLayout.METS);
            if (size != null && !isKnown && !isSmallAndWanted(name, size, all)) {
                wanted.put(name, digests(algorithms(all)));
            }
        });
        Map<String, MessageDigest[]> files = new LinkedHashMap<>();
        wanted.forEach((name, digests) -> files.put(name, digests.values().toArray(new MessageDigest[0])));
        input.readAll(files);
        wanted.forEach(this::keep);
    }

    private static Set<String> algorithms(List<MetsReference> references) {
        Set<String> algorithms = new TreeSet<>(Set.of(Digest.ALGORITHM));
        references.forEach(reference -> reference.algorithm().ifPresent(algorithms::add));
        return algorithms;
    }

    private void takeFile(String name, List<MetsReference> references) throws IOException {
        listed.put(name, references.get(0));
        Long size = input.sizes().get(name);
        if (size == null) {
            fail("FILE_MISSING", name);
            return;
        }
        Map<String, String> ahead = computed.get(name);
        Map<String, String> found =
                ahead != null ? ahead : compute(name, algorithms(references), isSmallAndWanted(name, size, references));
        for (MetsReference reference : references) {
            if (!reference.size().isEmpty() && !reference.size().equals(Long.toString(size))) {
                fail("FILE_SIZE_WRONG", name, reference.size(), Long.toString(size));
            }
            Optional<String> algorithm = reference.algorithm();
            if (algorithm.isEmpty()) {
                if (!reference.isBare()) {
                    findings.add(CATALOGUE.undecided("HASH_UNKNOWN", name, reference.function()));
                }
            } else if (!reference.checksum().equals(found.get(algorithm.get()))) {
                fail(
                        "FILE_ALTERED",
                        name,
                        algorithm.get(),
                        reference.checksum(),
                        found.getOrDefault(algorithm.get(), ""));
            }
        }
        if (references.stream().allMatch(MetsReference::isBare)) {
            findings.add(CATALOGUE.undecided("HASH_UNKNOWN", name, ""));
        }
    }

    private boolean isSmallAndWanted(String name, long size, List<MetsReference> references) {
        boolean wanted = isMetsOfRepresentation(name)
                || references.stream()
                        .anyMatch(one ->
                                one.type().startsWith("PREMIS") || one.type().endsWith(EArkLayout.ALLEGATO_5));
        return wanted && size <= PackageInput.MAX_CONTENT / 4;
    }

    private static boolean isMetsOfRepresentation(String name) {
        return name.matches("representations/[^/]+/METS\\.xml");
    }

    private static Map<String, MessageDigest> digests(Set<String> algorithms) {
        Map<String, MessageDigest> digests = new TreeMap<>();
        for (String algorithm : algorithms) {
            try {
                digests.put(algorithm, MessageDigest.getInstance(algorithm));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this runtime has no " + algorithm, e);
            }
        }
        return digests;
    }

    private Map<String, String> compute(String name, Set<String> algorithms, boolean isKept) throws IOException {
        Map<String, MessageDigest> digests = digests(algorithms);
        MessageDigest[] all = digests.values().toArray(new MessageDigest[0]);
        if (isKept) {
            byte[] content = input.content(name, all);
            keptBytes += content.length;
            if (keptBytes > PackageInput.MAX_CONTENT) {
                throw input.malformed("its metadata are longer than any");
            }
            kept.put(name, content);
        } else {
            input.read(name, all);
        }
        return keep(name, digests);
    }

    private Map<String, String> keep(String name, Map<String, MessageDigest> digests) {
        Map<String, String> found = new TreeMap<>();
        digests.forEach(
                (algorithm, digest) -> found.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        computed.put(name, found);
        return found;
    }

    private void checkUnlisted() {
        for (String name : input.sizes().keySet()) {
            if (name.startsWith("../")) {
                fail("CSIPSTR1", name);
            } else if (!listed.containsKey(name) && !name.equals(EArkLayout.METS)) {
                fail("FILE_NOT_LISTED", name);
            }
        }
    }

    /** What the metadata say of the files is held against the files. */
    private void checkMetadata(String name, byte[] content) throws IOException {
        MetsReference reference = listed.get(name);
        if (reference == null || isMetsOfRepresentation(name)) {
            return;
        }
        if (reference.type().startsWith("PREMIS")) {
            PremisFixity.check(
                    content,
                    (file, algorithm, hex) -> compare(name, file, algorithm, hex),
                    () -> fail("PREMIS_INVALID", name));
        } else {
            DescribedDocument document = DescribedDocument.read(content, name);
            described.add(document.report());
            Optional<Digest> digest = document.digest();
            if (digest.isPresent()) {
                checkDescribed(document, digest.get(), name);
            }
        }
    }

    private void checkDescribed(DescribedDocument document, Digest digest, String name) throws IOException {
        Optional<String> container = computed.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(REPRESENTATIONS)
                        && digest.hex().equals(entry.getValue().get(Digest.ALGORITHM)))
                .map(Map.Entry::getKey)
                .findFirst();
        if (container.isEmpty()) {
            fail("METADATA_MISMATCH", name, digest.hex());
            return;
        }
        try (SeekableByteChannel channel = input.channel(container.get())) {
            described.add(document.against(channel));
        }
    }

    /** PREMIS counts paths from the folder that holds its folder {@code metadata}. */
    private void compare(String premis, String file, String algorithm, String hex) {
        int metadata = premis.indexOf("metadata/");
        String name = (metadata < 0 ? "" : premis.substring(0, metadata)) + file;
        String found = computed.getOrDefault(name, Map.of()).get(algorithm);
        if (found != null && !found.equals(hex)) {
            fail("PREMIS_MISMATCH", name, hex, found);
        }
    }

    private void fail(String code, String where, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, where, arguments));
    }

    private void warn(String code, String where, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.WARN, where, arguments));
    }
}
