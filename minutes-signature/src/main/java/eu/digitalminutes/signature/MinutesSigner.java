// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.dss.DeviceValue;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.inplace.KeptBytes;
import eu.digitalminutes.signature.internal.signing.Composer;
import eu.digitalminutes.signature.internal.signing.Signers;
import eu.digitalminutes.signature.internal.signing.SigningAct;
import eu.digitalminutes.signature.internal.signing.StagedFolder;
import eu.digitalminutes.signature.internal.signing.StandingMinutes;
import eu.digitalminutes.signature.key.PreparedSignature;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignerIdentity;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Composes minutes and has them signed (<i>sottoscrizione del verbale</i>): the facts, the written act, the time index and
 * the recording, under the parallel signatures of President and Secretary.
 *
 * <p>By default they lie in one ASiC-E. In the forms {@code p7m}, {@code p7s} and {@code xades} they lie in a folder, each
 * file with a signature of its own or all under one, and the recording is signed where it is.
 *
 * <p>Safe for several threads, each with its own keys.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31916201/">ETSI EN 319 162-1 (ASiC); CAD, art.
 *     21(2-ter)</a>
 */
public final class MinutesSigner {
    private final SigningProfile profile;
    private final SigningAct act;

    /**
     * A signer by a profile of level B or T.
     *
     * @param profile how to sign
     * @throws IllegalArgumentException if its level needs trusted lists
     */
    public MinutesSigner(SigningProfile profile) {
        this(profile, Trust.none(), Clock.systemUTC());
    }

    MinutesSigner(SigningProfile profile, Trust trust, Clock clock) {
        this.profile = Objects.requireNonNull(profile, "profile");
        this.act = new SigningAct(profile, trust, clock);
    }

    /**
     * A signer that knows trusted lists: it reaches the levels LT and LTA while signing, and refuses a certificate that is
     * revoked or suspended before its PIN is spent.
     *
     * @param profile how to sign
     * @param anchors trusted lists, read and verified now
     * @param access whether the services that certificates name may be asked
     * @return the signer
     * @throws IOException if a list cannot be read
     */
    public static MinutesSigner trusting(SigningProfile profile, TrustAnchors anchors, RevocationAccess access)
            throws IOException {
        return new MinutesSigner(profile, Trust.load(anchors, access), Clock.systemUTC());
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
     * Composes and signs. Each file is read once, while it is copied or digested; the recording must have the digest that
     * the minutes name. After any failure the target is as it was before.
     *
     * @param composition what to sign
     * @param target the container to write, replaced if it exists; in the forms that lie in a folder, a new folder
     * @param signatories who signs, in the order in which the signatures shall stand
     * @param task progress and cancellation
     * @return the signed minutes
     * @throws IOException if a file cannot be read, or the target, which the exception then names, cannot be written
     * @throws ContentMismatchException if the recording is not the one that the minutes name, or changes while it is read
     * @throws SigningRefusedException if a key refuses
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws CancelledException if the task is cancelled
     * @throws MinutesException if a required role is missing, one person signs twice, a person is not the one whom the
     *     minutes have in the role, a certificate cannot sign, or the clock is wrong
     */
    public SignedMinutes sign(Composition composition, Path target, List<Signatory> signatories, Task task)
            throws IOException {
        Signers.requireRoles(signatories, profile.requiredRoles());
        Signers.requireDistinct(signatories);
        signatories.forEach(signatory -> requireAble(composition.minutes(), signatory));
        return written(composition, target, signatories, task);
    }

    /**
     * Composes without signing: the first signature is then {@link #addSignature added} or {@link #prepare prepared}. Costs
     * and failures are those of signing.
     *
     * @param composition what is going to be signed
     * @param target the container to write, replaced if it exists
     * @param task progress and cancellation
     * @return the minutes, without signatures
     * @throws IOException if a file cannot be read or the target, which the exception then names, be written
     * @throws MinutesException with code {@code FORM_UNSUITABLE} if the profile's form is no container
     */
    public SignedMinutes compose(Composition composition, Path target, Task task) throws IOException {
        if (Composer.isFolder(profile.form())) {
            throw new MinutesException(
                    "FORM_UNSUITABLE",
                    "the form " + profile.form().code() + " has no place for minutes that nobody has signed: compose an"
                            + " ASiC-E, or sign at once");
        }
        return written(composition, target, List.of(), task);
    }

    private SignedMinutes written(Composition composition, Path target, List<Signatory> signatories, Task task)
            throws IOException {
        Composer composer = new Composer(composition, task);
        composer.requireFiles();
        if (Composer.isFolder(profile.form())) {
            try (StagedFolder staged = StagedFolder.forTarget(target)) {
                signed(composer.folder(staged.path(), profile.form()), signatories);
                staged.commit();
            }
        } else {
            try (PendingFile pending = PendingFile.forTarget(target)) {
                try {
                    signed(List.of(composer.container(pending.path(), profile.form())), signatories);
                } catch (FileSystemException e) {
                    throw e.getFile() != null
                                    && e.getFile().equals(pending.path().toString())
                            ? pending.failure(e)
                            : e;
                } catch (IOException e) {
                    throw pending.failure(e);
                }
                new KeptBytes(target).settle();
                pending.commit();
            }
        }
        return StandingMinutes.open(target, composition.minutes()).describe();
    }

    private void signed(List<SignedStore> stores, List<Signatory> signatories) throws IOException {
        for (Signatory signatory : signatories) {
            act.sign(stores, signatory);
        }
        if (!signatories.isEmpty()) {
            act.finish(stores);
        }
    }

    private void requireAble(Minutes minutes, Signatory signatory) {
        // before the copy: a card of the wrong kind or person shall not cost the copy of 20 GB
        act.requireUsable(signatory.certificate());
        signatory.role().ifPresent(role -> requireIdentity(minutes, role, signatory.certificate()));
    }

    private void requireIdentity(Minutes minutes, SignatoryRole role, X509Certificate certificate) {
        if (profile.signers() == SignerIdentity.RECORDED) {
            Signers.requireInRole(minutes, role, certificate);
        }
    }

    /**
     * Adds a signature to minutes that others have signed, or that wait for the first. The recording is not read, and a
     * container is not copied: the signature is written at its end. After a failure everything is as it was; after a stop
     * of the machine in the middle, the next call mends it. Where only the archive time
     * stamp of level LTA is not to be had, the signature stands at LT: {@link SignatureExtender#extend extend} it.
     *
     * @param container a container or folder that this SDK wrote
     * @param signatory who signs
     * @return the signed minutes, with every signature
     * @throws IOException if the container cannot be read or written
     * @throws SigningRefusedException if the key refuses
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException if the container is malformed, this role or person has signed already, or the person is not
     *     the one whom the minutes have in the role
     */
    public SignedMinutes addSignature(Path container, Signatory signatory) throws IOException {
        StandingMinutes standing = StandingMinutes.open(container);
        requireAble(standing.minutes(), signatory);
        act.sign(unsigned(standing.stores(), signatory), signatory);
        act.finish(standing.stores());
        return standing.describe();
    }

    /** Which files of a folder wait for a signature; a stop in the middle may have left it to some of them. */
    private static List<SignedStore> unsigned(List<SignedStore> stores, Signatory signatory) throws IOException {
        List<SignedStore> unsigned = new ArrayList<>();
        List<MinutesException> refused = new ArrayList<>();
        for (SignedStore store : stores) {
            try {
                Signers.requireNew(store.signatures(), signatory.role(), signatory.certificate());
                unsigned.add(store);
            } catch (MinutesException e) {
                refused.add(e);
            }
        }
        if (unsigned.isEmpty()) {
            throw refused.get(0);
        }
        return unsigned;
    }

    /**
     * Prepares a signature for a device elsewhere, as a web page's or an app's. Nothing is written and the recording is not
     * read.
     *
     * @param container a container that this SDK composed or signed
     * @param certificates the signer's certificate and those above it
     * @param role the quality in which the person signs
     * @return what the device has to sign, to be completed with its value
     * @throws IOException if the container cannot be read
     * @throws MinutesException as {@link #addSignature} says; {@code FORM_UNSUITABLE} for a folder of files each signed on
     *     its own
     */
    public PreparedSignature prepare(Path container, List<X509Certificate> certificates, SignatoryRole role)
            throws IOException {
        StandingMinutes standing = StandingMinutes.open(container);
        X509Certificate certificate = certificates.get(0);
        requireIdentity(standing.minutes(), role, certificate);
        Signers.requireNew(standing.signatures(), Optional.of(role), certificate);
        return act.prepare(standing.store(), certificates, role.label().italian());
    }

    /**
     * Completes a prepared signature with the value that the device gave, and writes it to the container. After a failure
     * everything is as it was, and the value can be used again.
     *
     * @param container the container for which it was prepared
     * @param prepared the prepared signature, as it was or read from its JSON
     * @param value the device's value
     * @return the signed minutes, with every signature
     * @throws IOException if the container cannot be read or written
     * @throws SigningRefusedException with code {@code SIGNATURE_VALUE_WRONG} if the certificate does not verify the value
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException with code {@code PREPARED_OTHER} if it was prepared for something else; if the role or
     *     person has signed meanwhile
     */
    public SignedMinutes complete(Path container, PreparedSignature prepared, byte[] value) throws IOException {
        StandingMinutes standing = StandingMinutes.open(container);
        Signers.requireNew(
                standing.signatures(),
                SignatoryRole.of(prepared.claimedRole()),
                prepared.certificates().get(0));
        act.complete(standing.store(), prepared, value);
        return standing.describe();
    }

    /** How it signs. */
    SigningProfile profile() {
        return profile;
    }

    /** A signer of files with the same trust and clock, in a form of its own. */
    FileSigner fileSigner(SignatureForm form) {
        return new FileSigner(profile.toBuilder().form(form).build(), act.trust(), act.clock());
    }

    /** Fails unless the certificate of a prepared signature verifies a value. */
    void requireValue(PreparedSignature prepared, byte[] value) {
        DeviceValue.verified(prepared.certificates().get(0), prepared.dataToSign(), value);
    }
}
