// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.exchange.WebVtt;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignatureEntry;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerEnd;
import eu.digitalminutes.signature.internal.container.ContainerWriter;
import eu.digitalminutes.signature.internal.dss.SigningCertificate;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.dss.XadesExtender;
import eu.digitalminutes.signature.internal.dss.XadesSigner;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Composes minutes into a signed container (<i>sottoscrizione del verbale</i>): an ASiC-E that holds the facts, the
 * written act, the time index and the recording, under the parallel signatures of President and Secretary.
 *
 * <p>Safe for several threads, each with its own keys.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31916201/">ETSI EN 319 162-1 (ASiC); CAD, art.
 *     21(2-ter)</a>
 */
public final class MinutesSigner {
    private final SigningProfile profile;
    private final XadesSigner signatures;

    /**
     * A signer by a profile.
     *
     * @param profile how to sign
     */
    public MinutesSigner(SigningProfile profile) {
        this.profile = Objects.requireNonNull(profile, "profile");
        this.signatures = new XadesSigner(profile);
    }

    /**
     * Composes and signs, without progress.
     *
     * @param composition what to sign
     * @param target the container to write; replaced if it exists
     * @param signatories who signs, in the order in which the signatures shall stand
     * @return the signed minutes
     * @throws IOException as the longer form says
     */
    public SignedMinutes sign(Composition composition, Path target, List<Signatory> signatories) throws IOException {
        return sign(composition, target, signatories, Task.none());
    }

    /**
     * Composes and signs. Each file is read once, while it is copied into the container; the recording must have the
     * digest that the minutes name. After any failure the target is as it was before.
     *
     * @param composition what to sign
     * @param target the container to write; replaced if it exists
     * @param signatories who signs, in the order in which the signatures shall stand
     * @param task progress and cancellation
     * @return the signed minutes
     * @throws IOException if a file cannot be read, or the target, which the exception then names, cannot be written
     * @throws ContentMismatchException if the recording is not the one that the minutes name
     * @throws SigningRefusedException if a key refuses
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws CancelledException if the task is cancelled
     * @throws MinutesException if a required role is missing, one certificate signs twice, or a certificate cannot sign
     */
    public SignedMinutes sign(Composition composition, Path target, List<Signatory> signatories, Task task)
            throws IOException {
        requireRoles(signatories);
        requireFiles(composition);
        // before the copy: a card of the wrong kind shall not cost the copy of 20 GB
        signatories.forEach(signatory -> SigningCertificate.requireUsable(
                signatory.key().certificateChain().get(0)));
        try (PendingFile pending = PendingFile.forTarget(target)) {
            List<ContainedFile> files = new ArrayList<>();
            try (ContainerWriter container = ContainerWriter.create(pending.path())) {
                container.add("mimetype", SignedContainer.ASIC_E.getBytes(StandardCharsets.US_ASCII));
                copy(composition, container, files, task);
                container.add(SignedContainer.MANIFEST, SignedContainer.manifest(files));
                int number = 1;
                for (Signatory signatory : signatories) {
                    container.add(SignedContainer.signatureName(number++), signatures.sign(files, signatory));
                }
                container.finish();
            } catch (java.nio.file.FileSystemException e) {
                throw e;
            } catch (IOException e) {
                throw pending.failure(e);
            }
            pending.commit();
            return SignedContainer.describe(target, composition.minutes(), files);
        }
    }

    /**
     * Adds a signature to a container that others have signed. The recording is not read, and the container is not
     * copied: the signature is written at its end. After a failure the container is as it was; after a stop of the
     * machine in the middle, the next call mends it.
     *
     * @param container a container that this SDK wrote
     * @param signatory who signs
     * @return the signed minutes, with every signature
     * @throws IOException if the container cannot be read or written
     * @throws SigningRefusedException if the key refuses
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException if the container is malformed or not signed yet, or this role or certificate has signed
     *     already
     */
    public SignedMinutes addSignature(Path container, Signatory signatory) throws IOException {
        ContainerEnd.mend(container);
        SignedContainer.Contents contents = SignedContainer.read(container);
        contents.requireNew(signatory.role(), signatory.key().certificateChain().get(0));
        byte[] signature = signatures.sign(contents.files(), signatory);
        ContainerEnd.append(container, Map.of(contents.nextSignatureName(), signature));
        return SignedContainer.describe(container, contents.minutes(), contents.files());
    }

    /**
     * Raises every signature of a container to a level, so that it can still be verified when certificates have expired
     * and services are gone. The recording is not read, and the container is not copied: its end is written anew. After a
     * failure the container is as it was.
     *
     * @param container a container that this SDK wrote
     * @param level {@link SignatureLevel#T} or {@link SignatureLevel#LT}; signatures that have reached it stay as they are
     * @param anchors trusted lists, for the chains and revocation data of level LT
     * @param access whether revocation data may be asked for online
     * @return the signed minutes, with every signature at the level
     * @throws IOException if the container or a list cannot be read, or the container not be written
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException with code {@code EVIDENCE_MISSING} if what the level needs is not to be had; if the
     *     profile has no time-stamping authority; if the container is malformed or not signed
     */
    public SignedMinutes extend(Path container, SignatureLevel level, TrustAnchors anchors, RevocationAccess access)
            throws IOException {
        TimestampAuthorities authority = profile.timestampAuthorities()
                .orElseThrow(() -> new MinutesException(
                        "TSA_MISSING", "extending to " + level + " needs a profile with a time-stamping authority"));
        ContainerEnd.mend(container);
        SignedContainer.Contents contents = SignedContainer.read(container);
        XadesExtender extender = new XadesExtender(Trust.load(anchors, access), authority);
        Map<String, byte[]> extended = new LinkedHashMap<>();
        for (SignatureEntry file : SignedContainer.signatures(container)) {
            if (file.isBelow(level)) {
                extended.put(file.name(), extender.extend(file.content(), contents.files(), level, file.signer()));
            }
        }
        if (!extended.isEmpty()) {
            ContainerEnd.replace(container, extended);
        }
        return SignedContainer.describe(container, contents.minutes(), contents.files());
    }

    private void requireRoles(List<Signatory> signatories) {
        Set<SignatoryRole> present = signatories.stream().map(Signatory::role).collect(Collectors.toSet());
        Set<SignatoryRole> missing = new HashSet<>(profile.requiredRoles());
        missing.removeAll(present);
        if (!missing.isEmpty()) {
            throw new MinutesException(
                    "SIGNATORY_MISSING",
                    "the profile wants a signature of "
                            + missing.stream().map(SignatoryRole::code).sorted().collect(Collectors.joining(", "))
                            + ": add that key, or a profile that leaves the role for later");
        }
        boolean distinct = signatories.stream()
                        .map(signatory -> signatory.key().certificateChain().get(0))
                        .distinct()
                        .count()
                == signatories.size();
        if (!distinct) {
            throw new MinutesException(
                    "SAME_SIGNATORY",
                    "one certificate was given for two roles: President and Secretary must be two persons");
        }
    }

    private static void requireFiles(Composition composition) throws IOException {
        for (RecordingPart part : composition.minutes().recordings()) {
            Path file = composition.recordings().get(part.name());
            if (file == null) {
                throw new MinutesException(
                        "RECORDING_FILE_MISSING",
                        "the minutes name the recording " + part.name() + " but no file was given for it");
            }
            if (Files.size(file) != part.fingerprint().bytes()) {
                throw new ContentMismatchException(
                        "RECORDING_CHANGED",
                        file + " has " + Files.size(file) + " bytes, the minutes name "
                                + part.fingerprint().bytes() + ": it is not the recording " + part.name(),
                        null);
            }
        }
    }

    private static void copy(Composition composition, ContainerWriter container, List<ContainedFile> files, Task task)
            throws IOException {
        Minutes minutes = composition.minutes();
        byte[] facts = MinutesJson.write(minutes);
        files.add(new ContainedFile(Minutes.FILE_NAME, "application/json", container.add(Minutes.FILE_NAME, facts)));
        if (composition.writtenAct().isPresent()) {
            Path act = composition.writtenAct().get();
            files.add(new ContainedFile(
                    Composition.WRITTEN_ACT, "application/pdf", container.add(Composition.WRITTEN_ACT, act, task)));
        }
        for (RecordingPart part : minutes.recordings()) {
            String name = SignedContainer.chaptersName(minutes, part);
            byte[] chapters =
                    WebVtt.chapters(minutes, part.name(), Locale.ITALIAN).getBytes(StandardCharsets.UTF_8);
            files.add(new ContainedFile(name, "text/vtt", container.add(name, chapters)));
        }
        for (Map.Entry<String, Path> file : composition.attachments().entrySet()) {
            files.add(new ContainedFile(
                    file.getKey(),
                    SignedContainer.mediaType(file.getKey()),
                    container.add(file.getKey(), file.getValue(), task)));
        }
        for (RecordingPart part : minutes.recordings()) {
            Path file = Objects.requireNonNull(composition.recordings().get(part.name()));
            Fingerprint found = container.add(part.name(), file, task);
            if (!found.equals(part.fingerprint())) {
                throw new ContentMismatchException(
                        "RECORDING_CHANGED",
                        file + " is not the recording " + part.name() + " that the minutes name: digest expected "
                                + part.fingerprint().digest() + ", found " + found.digest(),
                        null);
            }
            files.add(new ContainedFile(part.name(), part.mediaType(), found));
        }
    }
}
