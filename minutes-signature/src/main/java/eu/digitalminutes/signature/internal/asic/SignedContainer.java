// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.asic;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** How signed minutes lie in an ASiC-E: names, media types and the list of files. */
public final class SignedContainer {
    /** The media type that every ASiC-E declares in its first file. */
    public static final String ASIC_E = "application/vnd.etsi.asic-e+zip";
    /** The media type that every ASiC-S declares in its first file. */
    public static final String ASIC_S = "application/vnd.etsi.asic-s+zip";
    /** The name of the list of files. */
    public static final String MANIFEST = "META-INF/manifest.xml";

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

    /** The most that the facts of a meeting may take; they are held in memory. */
    public static final int MAX_FACTS = 16 << 20;

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

    /** The media type that the minutes give a part of the recording, else what the name suggests. */
    public static String mediaType(String name, Minutes minutes) {
        return minutes.recording(name).map(RecordingPart::mediaType).orElse(mediaType(name));
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
}
