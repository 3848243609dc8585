// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.internal.inplace.KeptBytes;
import eu.digitalminutes.signature.internal.signing.Signers;
import eu.digitalminutes.signature.internal.signing.SigningAct;
import eu.digitalminutes.signature.internal.signing.StandingFile;
import eu.digitalminutes.signature.key.PreparedSignature;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.signed.SignedFile;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Signs any file in any of the forms (<i>firma di un documento informatico</i>): a recording as {@code .p7m} or with a
 * {@code .p7s} beside it, a PDF in itself. The file is read once, whatever the number of signers, and never changed.
 *
 * <p>Safe for several threads, each with its own keys.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/dec_impl/2015/1506/oj">Decision (EU) 2015/1506; ETSI EN 319 122-1, 132-1,
 *     142-1, 162-1</a>
 */
public final class FileSigner {
    private final SigningProfile profile;
    private final SigningAct act;

    /**
     * A signer by a profile of level B or T.
     *
     * @param profile how to sign, and in which form
     * @throws IllegalArgumentException if its level needs trusted lists
     */
    public FileSigner(SigningProfile profile) {
        this(profile, Trust.none(), Clock.systemUTC());
    }

    FileSigner(SigningProfile profile, Trust trust, Clock clock) {
        this.profile = Objects.requireNonNull(profile, "profile");
        this.act = new SigningAct(profile, trust, clock);
    }

    /**
     * A signer that knows trusted lists: it reaches the levels LT and LTA while signing, and refuses a certificate that is
     * revoked or suspended before its PIN is spent.
     *
     * @param profile how to sign, and in which form
     * @param anchors trusted lists, read and verified now
     * @param access whether the services that certificates name may be asked
     * @return the signer
     * @throws IOException if a list cannot be read
     */
    public static FileSigner trusting(SigningProfile profile, TrustAnchors anchors, RevocationAccess access)
            throws IOException {
        return new FileSigner(profile, Trust.load(anchors, access), Clock.systemUTC());
    }

    /**
     * Signs a file by one or several persons in parallel. The file is read once; after any failure the target is as it was.
     *
     * @param file the file to sign
     * @param target the signed file to write, replaced if it exists. For a {@code .p7m} and {@code .p7s} its name is best
     *     the file's with that end, since verifiers learn the content's name from it
     * @param signatories who signs
     * @param task progress and cancellation
     * @return the signed file
     * @throws IOException if the file cannot be read, or the target, which the exception then names, be written
     * @throws ContentMismatchException if the file changes while it is read
     * @throws SigningRefusedException if a key refuses
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws CancelledException if the task is cancelled
     * @throws MinutesException if a certificate cannot sign, the clock is wrong, or the form does not suit the file
     */
    public SignedFile sign(Path file, Path target, List<Signatory> signatories, Task task) throws IOException {
        if (signatories.isEmpty()) {
            throw new IllegalArgumentException("nobody was given who signs " + file);
        }
        Signers.requireDistinct(signatories);
        signatories.forEach(signatory -> act.requireUsable(signatory.certificate()));
        return written(file, target, signatories, task);
    }

    /**
     * Puts a signed envelope in one more envelope (<i>firma a matrioska</i>, {@code .p7m.p7m}): who signs so vouches for
     * the earlier signatures too. Costs a copy of the whole; {@link #addSignature a parallel signature} costs none.
     *
     * @param envelope a {@code .p7m}
     * @param target the new envelope to write; replaced if it exists
     * @param signatories who signs
     * @param task progress and cancellation
     * @return the new envelope
     * @throws IOException as {@link #sign} says
     * @throws MinutesException with code {@code ENVELOPE_MALFORMED} if the file is no envelope; else as {@link #sign} says
     */
    public SignedFile reenvelop(Path envelope, Path target, List<Signatory> signatories, Task task) throws IOException {
        SignedStore inner = SignedStores.open(envelope, Map.of());
        if (inner.form() != SignatureForm.CADES_ENVELOPING) {
            throw new MinutesException("ENVELOPE_MALFORMED", envelope + " is no envelope (.p7m): sign it instead");
        }
        SigningProfile enveloping =
                profile.toBuilder().form(SignatureForm.CADES_ENVELOPING).build();
        return new FileSigner(enveloping, act.trust(), act.clock()).sign(envelope, target, signatories, task);
    }

    /**
     * Lays out a file in the profile's form without signing it: the first signature is then {@link #addSignature added} or
     * {@link #prepare prepared}. Costs and failures are those of signing.
     *
     * @param file the file that is going to be signed
     * @param target the file to write; replaced if it exists
     * @param task progress and cancellation
     * @return the file, without signatures
     * @throws IOException if the file cannot be read, or the target, which the exception then names, be written
     */
    public SignedFile begin(Path file, Path target, Task task) throws IOException {
        return written(file, target, List.of(), task);
    }

    private SignedFile written(Path file, Path target, List<Signatory> signatories, Task task) throws IOException {
        if (Files.exists(target) && Files.isSameFile(file, target)) {
            throw new FileSystemException(
                    target.toString(), null, "is the file to sign, which is never changed; name another one to write");
        }
        try (PendingFile pending = PendingFile.forTarget(target)) {
            List<ContainedFile> files;
            try {
                String name = String.valueOf(file.getFileName());
                SignedStore store = SignedStores.begin(pending.path(), profile.form(), file, name, task);
                for (Signatory signatory : signatories) {
                    act.sign(List.of(store), signatory);
                }
                if (!signatories.isEmpty()) {
                    act.finish(List.of(store));
                }
                files = store.files();
            } catch (FileSystemException e) {
                throw pending.path().toString().equals(e.getFile()) ? pending.failure(e) : e;
            } catch (IOException e) {
                throw pending.failure(e);
            }
            new KeptBytes(target).settle();
            pending.commit();
            if (signatories.isEmpty()) {
                return SignedFile.of(target, profile.form(), files, List.of(), Optional.empty());
            }
        }
        return StandingFile.describe(target, SignedStores.open(target, Map.of()));
    }

    /**
     * Adds a parallel signature to a file that others have signed, whatever its form; the profile's form does not matter.
     * What is signed is not read, and not copied unless another program wrote it in BER or it is a PDF. After a failure
     * everything is as it was; after a stop of the machine in the middle, the next call mends it. Where only the archive time
     * stamp of level LTA is not to be had, the signature stands at LT: {@link SignatureExtender#extend extend} it.
     *
     * @param signed the signed file
     * @param signatory who signs
     * @return the signed file, with every signature
     * @throws IOException if it cannot be read or written
     * @throws SigningRefusedException if the key refuses
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException if the file is malformed or this role or person has signed already
     */
    public SignedFile addSignature(Path signed, Signatory signatory) throws IOException {
        SignedStore store = opened(signed);
        Signers.requireNew(store.signatures(), signatory.role(), signatory.certificate());
        act.requireUsable(signatory.certificate());
        act.sign(List.of(store), signatory);
        act.finish(List.of(store));
        return StandingFile.describe(signed, store);
    }

    /**
     * Signs one of the signatures of a file (<i>controfirma</i>), at level B: who does so vouches for that signature.
     *
     * @param signed the signed file, in any form but a PDF
     * @param number which signature, counted from 1 in the order of {@link SignedFile#signatures()}
     * @param signatory who signs
     * @return the signed file
     * @throws IOException if it cannot be read or written
     * @throws SigningRefusedException if the key refuses
     * @throws MinutesException with code {@code SIGNATURE_UNKNOWN} if there is no signature of that number; {@code
     *     COUNTERSIGNATURE_TOO_LATE} if its evidence would not cover a countersignature any more
     */
    public SignedFile counterSign(Path signed, int number, Signatory signatory) throws IOException {
        SignedStore store = opened(signed);
        act.counterSign(store, number, signatory);
        return StandingFile.describe(signed, store);
    }

    /**
     * Prepares a signature for a device elsewhere. Nothing is written, and what is signed is read only if nobody has signed
     * it yet.
     *
     * @param signed a file that was {@link #begin begun} or signed
     * @param certificates the signer's certificate and those above it
     * @param claimedRole the quality in which the person signs; empty to claim none
     * @return what the device has to sign, to be completed with its value
     * @throws IOException if the file cannot be read
     * @throws MinutesException as {@link #addSignature} says
     */
    public PreparedSignature prepare(Path signed, List<X509Certificate> certificates, String claimedRole)
            throws IOException {
        SignedStore store = opened(signed);
        Signers.requireNew(store.signatures(), SignatoryRole.of(claimedRole), certificates.get(0));
        return act.prepare(store, certificates, claimedRole);
    }

    /**
     * Completes a prepared signature with the value that the device gave, and writes it. After a failure everything is as
     * it was, and the value can be used again.
     *
     * @param signed the file for which it was prepared
     * @param prepared the prepared signature, as it was or read from its JSON
     * @param value the device's value
     * @return the signed file, with every signature
     * @throws IOException if it cannot be read or written
     * @throws SigningRefusedException with code {@code SIGNATURE_VALUE_WRONG} if the certificate does not verify the value
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException with code {@code PREPARED_OTHER} if it was prepared for something else
     */
    public SignedFile complete(Path signed, PreparedSignature prepared, byte[] value) throws IOException {
        SignedStore store = opened(signed);
        Signers.requireNew(
                store.signatures(),
                SignatoryRole.of(prepared.claimedRole()),
                prepared.certificates().get(0));
        act.complete(store, prepared, value);
        return StandingFile.describe(signed, store);
    }

    private static SignedStore opened(Path signed) throws IOException {
        SignedStore store = SignedStores.open(signed, Map.of());
        store.mend();
        return store;
    }
}
