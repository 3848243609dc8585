// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.asic;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.SignatureFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** How signed minutes lie in an ASiC-E: names, media types, and what a container already holds. */
public final class SignedContainer {
    /** The media type that every ASiC-E declares in its first file. */
    public static final String ASIC_E = "application/vnd.etsi.asic-e+zip";
    /** The name of the list of files. */
    public static final String MANIFEST = "META-INF/manifest.xml";

    private static final int MAX_FACTS = 16 << 20;
    private static final int MAX_SIGNATURE = 16 << 20;

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "json", "application/json",
            "pdf", "application/pdf",
            "vtt", "text/vtt",
            "xml", "application/xml",
            "txt", "text/plain",
            "mp4", "video/mp4",
            "webm", "video/webm",
            "wav", "audio/wav",
            "html", "text/html");

    private SignedContainer() {}

    /** The media type that a file's name suggests. */
    public static String mediaType(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    }

    /** The name of the time index of one part of the recording: plain for a single part. */
    public static String chaptersName(Minutes minutes, RecordingPart part) {
        int index = minutes.recordings().indexOf(part);
        return minutes.recordings().size() == 1 ? "chapters.vtt" : "chapters-" + (index + 1) + ".vtt";
    }

    /** The name of the signature file of a number, counted from 1. */
    public static String signatureName(int number) {
        return String.format(Locale.ROOT, "META-INF/signatures%03d.xml", number);
    }

    /** What a container already holds, learnt from its signatures without reading the recording. */
    public record Contents(Minutes minutes, List<ContainedFile> files, List<SignatureFile> signatures, int next) {
        /** Refuses somebody who has signed already. */
        public void requireNew(SignatoryRole role, X509Certificate certificate) {
            for (SignatureFile signature : signatures) {
                if (signature.role().filter(role::equals).isPresent()) {
                    throw new MinutesException(
                            "ROLE_HAS_SIGNED", "the " + role.code() + " has signed already: " + signature.signer());
                }
                if (signature.certificate().equals(certificate)) {
                    throw new MinutesException(
                            "SAME_SIGNATORY",
                            signature.signer() + " has signed already in another role: President and Secretary must be"
                                    + " two persons");
                }
            }
        }

        /** The name for one more signature file. */
        public String nextSignatureName() {
            return signatureName(next);
        }
    }

    /** Reads what a container holds; the recording's bytes are not touched. */
    public static Contents read(Path path) throws IOException {
        try (ContainerFile container = ContainerFile.open(path)) {
            List<SignatureFile> signatures = new ArrayList<>();
            int next = 1;
            for (Entry entry : container.entries()) {
                if (SignatureFile.isName(entry.name())) {
                    signatures.addAll(SignatureFile.read(container.bytes(entry, MAX_SIGNATURE)));
                    next = Math.max(next, number(entry.name()) + 1);
                }
            }
            if (signatures.isEmpty()) {
                throw new MinutesException(
                        "NOT_SIGNED_YET", path + " holds no signature to add to: sign its files instead");
            }
            Entry facts = container
                    .entry(Minutes.FILE_NAME)
                    .orElseThrow(() -> new MinutesException("MINUTES_MISSING", path + " holds no minutes.json"));
            Minutes minutes = MinutesJson.read(container.bytes(facts, MAX_FACTS));
            List<ContainedFile> files = files(container, signatures.get(0), minutes);
            return new Contents(minutes, files, signatures, next);
        }
    }

    /** Every file of signatures of a container, in its order. */
    public static List<SignatureEntry> signatures(Path path) throws IOException {
        try (ContainerFile container = ContainerFile.open(path)) {
            List<SignatureEntry> found = new ArrayList<>();
            for (Entry entry : container.entries()) {
                if (SignatureFile.isName(entry.name())) {
                    byte[] content = container.bytes(entry, MAX_SIGNATURE);
                    found.add(new SignatureEntry(entry.name(), content, SignatureFile.read(content)));
                }
            }
            return found;
        }
    }

    private static List<ContainedFile> files(ContainerFile container, SignatureFile signature, Minutes minutes) {
        Map<String, Digest> digests = signature.digests();
        List<ContainedFile> files = new ArrayList<>();
        for (Entry entry : container.entries()) {
            Digest digest = digests.get(entry.name());
            if (digest != null) {
                files.add(new ContainedFile(
                        entry.name(), mediaType(entry.name(), minutes), new Fingerprint(digest, entry.bytes())));
            } else if (!entry.isMeta()) {
                throw new MinutesException(
                        "FILE_NOT_SIGNED",
                        container.path() + " holds " + entry.name() + ", which " + signature.signer()
                                + " did not sign: nobody should sign it now");
            }
        }
        return files;
    }

    /** The media type that the minutes give a part of the recording, else what the name suggests. */
    public static String mediaType(String name, Minutes minutes) {
        return minutes.recordings().stream()
                .filter(part -> part.name().equals(name))
                .map(RecordingPart::mediaType)
                .findFirst()
                .orElse(mediaType(name));
    }

    /** The list of files that an OpenDocument-like manifest gives; signatures do not rest on it. */
    public static byte[] manifest(List<ContainedFile> files) {
        String namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("manifest", "manifest", namespace);
            xml.writeNamespace("manifest", namespace);
            xml.writeAttribute("manifest", namespace, "version", "1.2");
            entry(xml, namespace, "/", ASIC_E);
            for (ContainedFile file : files) {
                entry(xml, namespace, file.name(), file.mediaType());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void entry(XMLStreamWriter xml, String namespace, String path, String mediaType)
            throws XMLStreamException {
        xml.writeEmptyElement("manifest", "file-entry", namespace);
        xml.writeAttribute("manifest", namespace, "full-path", path);
        xml.writeAttribute("manifest", namespace, "media-type", mediaType);
    }

    /** The signed minutes as a container now holds them. */
    public static SignedMinutes describe(Path path, Minutes minutes, List<ContainedFile> files) throws IOException {
        try (ContainerFile container = ContainerFile.open(path)) {
            List<AppliedSignature> applied = new ArrayList<>();
            for (Entry entry : container.entries()) {
                if (SignatureFile.isName(entry.name())) {
                    SignatureFile.read(container.bytes(entry, MAX_SIGNATURE))
                            .forEach(signature -> applied.add(signature.applied()));
                }
            }
            return SignedMinutes.of(path, minutes, files, applied);
        }
    }

    private static int number(String name) {
        String digits = name.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }
}
