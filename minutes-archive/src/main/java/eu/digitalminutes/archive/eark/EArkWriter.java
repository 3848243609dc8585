// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.archive.internal.xml.SelfDigest;
import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.metadata.DescribedDocument;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageOutput;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Fills an E-ARK package: the content first, its METS last, because it lists everything else. */
final class EArkWriter {
    private static final String XML = "application/xml";

    private final EArkKind kind;
    private final EArkVersion version;
    private final PackageOutput output;

    EArkWriter(EArkKind kind, EArkVersion version, PackageOutput output) {
        this.kind = kind;
        this.version = version;
        this.output = output;
    }

    void write(SignedMinutes signed, ArchiveMetadata metadata, List<AddedFile> added, List<Path> schemas)
            throws IOException {
        Fingerprint container = output.copy(EArkLayout.CONTAINER, signed.container());
        AdministrativeDocument document =
                AdministrativeDocument.of(signed, metadata, EArkLayout.CONTAINER_NAME, container);
        MetsWriter mets = new MetsWriter(kind, version, metadata, output.time());
        PackedFile files = write(
                EArkLayout.REPRESENTATION_PREMIS,
                XML,
                PremisWriter.ofFiles(signed, metadata, container, output.time()));
        PackedFile data =
                new PackedFile("data/" + EArkLayout.CONTAINER_NAME, AdministrativeDocument.CONTAINER_TYPE, container);
        PackedFile representation = write(
                EArkLayout.REPRESENTATION + EArkLayout.METS,
                XML,
                mets.representation(
                        document.subject(), new PackedFile(EArkLayout.PREMIS, XML, files.fingerprint()), data));
        PackedFile description = write(EArkLayout.DESCRIPTION, XML, document.toXml());
        Map<AddedFile, PackedFile> renditions = renditions(added);
        PackedFile premis = write(
                EArkLayout.PREMIS, XML, PremisWriter.ofPackage(signed, metadata, container, renditions, output.time()));
        List<PackedFile> documentation = new ArrayList<>();
        documentation.add(write(EArkLayout.DOCUMENTATION, "text/plain", documentation()));
        documentation.addAll(renditions.values());
        byte[] index = mets.root(new MetsWriter.Parts(
                output.name(),
                document.subject(),
                description,
                premis,
                documentation,
                schemas(schemas),
                representation));
        output.write(EArkLayout.METS, SelfDigest.append(index));
    }

    private Map<AddedFile, PackedFile> renditions(List<AddedFile> added) throws IOException {
        Map<AddedFile, PackedFile> packed = new LinkedHashMap<>();
        for (AddedFile file : added) {
            packed.put(file, write(EArkLayout.RENDITIONS + file.name(), file.mediaType(), file.content()));
        }
        return packed;
    }

    private List<PackedFile> schemas(List<Path> more) throws IOException {
        List<PackedFile> packed = new ArrayList<>();
        packed.add(write(EArkLayout.SCHEMAS + "allegato-5.xsd", XML, DescribedDocument.schema()));
        for (Path schema : more) {
            String name = FileNames.requirePortable(String.valueOf(schema.getFileName()));
            packed.add(new PackedFile(
                    EArkLayout.SCHEMAS + name,
                    XML,
                    output.write(EArkLayout.SCHEMAS + name, Files.readAllBytes(schema))));
        }
        return packed;
    }

    private PackedFile write(String name, String mediaType, byte[] content) throws IOException {
        return new PackedFile(name, mediaType, output.write(name, content));
    }

    private static byte[] documentation() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EArkWriter.class.getResourceAsStream("documentation.txt"), "documentation")) {
            return in.readAllBytes();
        }
    }
}
