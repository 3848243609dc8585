// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.archive.internal.premis.Premis;
import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells in PREMIS what happened to the minutes: which files there are, how they came about, and through whom. */
final class PremisWriter {
    private static final String CONTAINER = "container";
    private static final String SOFTWARE = "software";
    private static final String BODY = "body";
    private static final String PROGRAM = "executing program";

    private final SignedMinutes signed;
    private final ArchiveMetadata metadata;
    private final Fingerprint container;
    private final String packedAt;
    private final Premis premis;

    private PremisWriter(
            SignedMinutes signed, ArchiveMetadata metadata, Fingerprint container, Instant time, Premis premis) {
        this.signed = signed;
        this.metadata = metadata;
        this.container = container;
        this.packedAt = Premis.time(time);
        this.premis = premis;
    }

    /** What happened to the files of the representation until they were packed. */
    static byte[] ofFiles(SignedMinutes signed, ArchiveMetadata metadata, Fingerprint container, Instant time) {
        return Premis.document(premis -> new PremisWriter(signed, metadata, container, time, premis).files());
    }

    /** How the package came about, and what was made for it. */
    static byte[] ofPackage(
            SignedMinutes signed,
            ArchiveMetadata metadata,
            Fingerprint container,
            Map<AddedFile, PackedFile> added,
            Instant time) {
        return Premis.document(premis -> new PremisWriter(signed, metadata, container, time, premis).packaging(added));
    }

    private void files() {
        container("data/" + EArkLayout.CONTAINER_NAME);
        signed.files().forEach(this::contained);
        captures();
        signatures();
        premis.event(
                "message digest calculation",
                packedAt,
                "impronta del contenitore firmato",
                event -> event.outcome(
                                Digest.ALGORITHM + " " + container.digest().hex(), List.of())
                        .agent(SOFTWARE, PROGRAM)
                        .object(CONTAINER));
        software();
        premis.agent(BODY, AgentName.of(metadata.holder()), "organization");
        for (int i = 0; i < signed.signatures().size(); i++) {
            premis.agent("signer-" + (i + 1), signed.signatures().get(i).signer(), "person");
        }
    }

    private void packaging(Map<AddedFile, PackedFile> added) {
        container(EArkLayout.CONTAINER);
        Set<String> sources = new LinkedHashSet<>();
        added.keySet().forEach(file -> sources.addAll(file.sources()));
        sources.forEach(name -> signed.file(name).ifPresent(this::contained));
        Map<AddedFile, String> made = new LinkedHashMap<>();
        added.forEach((file, packed) -> {
            String id = "rendition-" + (made.size() + 1);
            made.put(file, id);
            premis.file(
                    id,
                    packed.fingerprint(),
                    packed.mediaType(),
                    packed.href(),
                    List.of(Premis.Relation.hasSource(ids(file))));
        });
        made.forEach((file, id) -> premis.event(
                file.isNormalized() ? "normalization" : "creation", packedAt, file.description(), event -> {
                    event.outcome("success", List.of()).agent(SOFTWARE, PROGRAM);
                    ids(file).forEach(source -> event.object(source, "source"));
                    event.object(id, "outcome");
                }));
        premis.event(
                "information package creation",
                packedAt,
                "pacchetto E-ARK del verbale " + signed.minutes().meeting().id(),
                event -> event.outcome("success", List.of())
                        .agent(SOFTWARE, PROGRAM)
                        .object(CONTAINER));
        software();
    }

    /** What is not in the container by its name came from the container as a whole. */
    private List<String> ids(AddedFile file) {
        List<String> ids = file.sources().stream()
                .map(name -> signed.file(name).isPresent() ? id(name) : CONTAINER)
                .distinct()
                .toList();
        return ids.isEmpty() ? List.of(CONTAINER) : ids;
    }

    private void container(String name) {
        premis.file(CONTAINER, container, AdministrativeDocument.CONTAINER_TYPE, name, List.of());
    }

    private void contained(ContainedFile file) {
        premis.file(
                id(file.name()),
                file.fingerprint(),
                file.mediaType(),
                file.name(),
                List.of(Premis.Relation.isIncludedIn(CONTAINER)));
    }

    private void captures() {
        List<RecordingPart> parts = signed.minutes().recordings();
        for (int i = 0; i < parts.size(); i++) {
            RecordingPart part = parts.get(i);
            String object = signed.file(part.name()).isPresent() ? id(part.name()) : CONTAINER;
            premis.event(
                    "capture",
                    part.start().toString(),
                    "registrazione della seduta, parte " + (i + 1) + " di " + parts.size() + ", fino al " + part.end(),
                    event -> event.agent(BODY, "implementer").object(object));
        }
    }

    private void signatures() {
        List<AppliedSignature> signatures = signed.signatures();
        for (int i = 0; i < signatures.size(); i++) {
            AppliedSignature signature = signatures.get(i);
            String signer = "signer-" + (i + 1);
            premis.event(
                    "digital signature generation",
                    signature.signingTime().toString(),
                    "firma di livello " + signature.level()
                            + signature
                                    .role()
                                    .map(role -> ", " + role.label().italian())
                                    .orElse(""),
                    event -> {
                        signature
                                .timestamp()
                                .ifPresent(stamp -> event.outcome("marca temporale del " + stamp, List.of()));
                        event.agent(signer, "authorizer").object(CONTAINER);
                    });
        }
    }

    private void software() {
        premis.software(SOFTWARE, metadata.product().name(), metadata.product().version());
    }

    private static String id(String name) {
        return CONTAINER + "/" + name;
    }
}
