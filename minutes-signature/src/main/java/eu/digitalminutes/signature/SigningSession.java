// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.dss.DeviceValue;
import eu.digitalminutes.signature.internal.dss.StandingSignature;
import eu.digitalminutes.signature.internal.signing.ImpedimentText;
import eu.digitalminutes.signature.internal.signing.SessionFolder;
import eu.digitalminutes.signature.internal.signing.SessionFolder.Pending;
import eu.digitalminutes.signature.internal.signing.StandingMinutes;
import eu.digitalminutes.signature.key.BatchSigningKey;
import eu.digitalminutes.signature.key.PreparedSignature;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.signed.DocumentProgress;
import eu.digitalminutes.signature.signed.SigningState;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Minutes that several people sign, each when he can (<i>libro firma</i>): the President today, the Secretary tomorrow,
 * several minutes in one go.
 *
 * <p>What is to be signed is kept in a folder; who has signed, in the documents themselves. A signature that a device has
 * made is written to the folder before anything else is done with it, so that neither a crash nor a time-stamping authority
 * that is down costs the signer a second PIN: the next call puts it in its place. President and Secretary may work at the
 * same time, on two machines.
 *
 * <p>For one thread for each role.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2005-03-07;82">CAD, art. 21(2-ter)
 *     and 35; opinion DAIT 98736 on a President who cannot sign</a>
 */
public final class SigningSession {
    private final MinutesSigner signer;
    private final SessionFolder folder;
    private final SessionFolder.Task task;

    private SigningSession(MinutesSigner signer, SessionFolder folder) throws IOException {
        this.signer = Objects.requireNonNull(signer, "signer");
        this.folder = folder;
        this.task = folder.read();
    }

    /**
     * Begins a session over minutes that are {@link MinutesSigner#compose composed} or signed by some.
     *
     * @param folder where the session is kept; created if need be
     * @param documents the containers to sign
     * @param signer signs them; its profile says who must sign
     * @return the session
     * @throws FileAlreadyExistsException if the folder holds a session already
     * @throws IOException if a document cannot be read or the folder not be written
     * @throws MinutesException if a document is no minutes
     */
    public static SigningSession begin(Path folder, List<Path> documents, MinutesSigner signer) throws IOException {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a signing session needs a document at least");
        }
        for (Path document : documents) {
            StandingMinutes.open(document).store();
        }
        SessionFolder kept = new SessionFolder(folder);
        kept.begin(new SessionFolder.Task(documents, signer.profile().requiredRoles()));
        return new SigningSession(signer, kept);
    }

    /**
     * Goes on with a session, after a day or after a crash. Nothing is done yet: see {@link #resume(SignatoryRole)}.
     *
     * @param folder where the session is kept
     * @param signer signs the documents
     * @return the session
     * @throws IOException if the folder cannot be read
     * @throws MinutesException with code {@code SESSION_MALFORMED} if it holds no session
     */
    public static SigningSession open(Path folder, MinutesSigner signer) throws IOException {
        return new SigningSession(signer, new SessionFolder(folder));
    }

    /**
     * Signs every document in which the role's signature is missing. A {@link BatchSigningKey} is asked once for all, any
     * other key once for each. Signatures made in an earlier call that did not come to its end are put in their place first,
     * without asking anybody.
     *
     * @param signatory who signs
     * @return the progress of every document
     * @throws IOException if a document cannot be read or written
     * @throws SigningRefusedException if the key refuses; what it signed before is kept
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer; what was signed is kept,
     *     and put in its place by the next call
     * @throws MinutesException as {@link MinutesSigner#addSignature} says, before the key is asked
     */
    public List<DocumentProgress> sign(Signatory signatory) throws IOException {
        SignatoryRole role = signatory
                .role()
                .orElseThrow(() -> new IllegalArgumentException("minutes are signed in a role that they know"));
        settle(role);
        List<Pending> prepared = new ArrayList<>();
        for (Path document : lacking(role)) {
            prepared.add(new Pending(
                    document, signer.prepare(document, signatory.key().certificateChain(), role), null));
        }
        if (!prepared.isEmpty()) {
            obtain(role, signatory.key(), prepared);
            settle(role);
        }
        return progress();
    }

    /** Has the key sign, and keeps each value before the next is asked for. */
    private void obtain(SignatoryRole role, SigningKey key, List<Pending> prepared) throws IOException {
        List<Pending> all = new ArrayList<>(prepared);
        if (key instanceof BatchSigningKey batch && all.size() > 1) {
            List<byte[]> values = DeviceValue.ofAll(
                    batch, all.stream().map(one -> one.prepared().dataToSign()).toList());
            for (int i = 0; i < all.size(); i++) {
                all.set(i, valued(all.get(i), values.get(i)));
            }
            folder.keep(role, all);
            return;
        }
        List<Pending> done = new ArrayList<>();
        for (Pending one : all) {
            done.add(verified(one, key.sign(one.prepared().dataToSign())));
            folder.keep(role, done);
        }
    }

    /** A wrong value is never kept: each later call would stumble over it. */
    private Pending verified(Pending one, byte[] value) {
        signer.requireValue(one.prepared(), value);
        return valued(one, value);
    }

    private static Pending valued(Pending one, byte[] value) {
        return new Pending(one.document(), one.prepared(), value);
    }

    /**
     * Puts signatures of a role in their place that were made, but whose call did not come to its end.
     *
     * @param role whose
     * @return the progress of every document
     * @throws IOException if a document cannot be read or written
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer; nothing is lost
     * @throws MinutesException if a kept signature does not fit its document any more
     */
    public List<DocumentProgress> resume(SignatoryRole role) throws IOException {
        settle(role);
        return progress();
    }

    private void settle(SignatoryRole role) throws IOException {
        List<Pending> left = new ArrayList<>(folder.pendingOf(role));
        for (Pending one : List.copyOf(left)) {
            byte[] value = one.value();
            if (value == null) {
                continue;
            }
            if (!stands(one)) {
                signer.complete(one.document(), one.prepared(), value);
            }
            left.remove(one);
            folder.keep(role, left);
        }
    }

    /** A crash may have come between the signature and the note that it stands. */
    private static boolean stands(Pending one) throws IOException {
        X509Certificate certificate = one.prepared().certificates().get(0);
        return StandingMinutes.open(one.document()).signatures().stream()
                .anyMatch(signature -> signature.certificate().equals(certificate));
    }

    /**
     * Prepares the role's signature of every document in which it is missing, for a device elsewhere, and keeps what it
     * prepared.
     *
     * @param certificates the signer's certificate and those above it
     * @param role the quality in which the person signs
     * @return what the device has to sign, by document
     * @throws IOException if a document cannot be read or the folder not be written
     * @throws MinutesException as {@link MinutesSigner#prepare} says
     */
    public Map<Path, PreparedSignature> prepare(List<X509Certificate> certificates, SignatoryRole role)
            throws IOException {
        settle(role);
        Map<Path, PreparedSignature> prepared = new LinkedHashMap<>();
        List<Pending> all = new ArrayList<>();
        for (Path document : lacking(role)) {
            PreparedSignature one = signer.prepare(document, certificates, role);
            prepared.put(document, one);
            all.add(new Pending(document, one, null));
        }
        folder.keep(role, all);
        return prepared;
    }

    /**
     * Takes the values of signatures that were prepared, today or in another process, keeps them, and puts the signatures
     * in their place.
     *
     * @param role whose
     * @param values the device's values, by document; documents that are left out stay prepared
     * @return the progress of every document
     * @throws IOException if a document cannot be read or written
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer; the values are kept
     * @throws MinutesException with code {@code PREPARED_UNKNOWN} if nothing was prepared for a document; else as
     *     {@link MinutesSigner#complete} says
     */
    public List<DocumentProgress> complete(SignatoryRole role, Map<Path, byte[]> values) throws IOException {
        Map<Path, byte[]> left = new LinkedHashMap<>();
        values.forEach((document, value) -> left.put(document.toAbsolutePath().normalize(), value));
        List<Pending> all = new ArrayList<>();
        for (Pending one : folder.pendingOf(role)) {
            byte[] value = left.remove(one.document());
            all.add(value == null ? one : verified(one, value));
        }
        if (!left.isEmpty()) {
            throw new MinutesException(
                    "PREPARED_UNKNOWN",
                    "no signature of the " + role.code() + " is prepared for " + left.keySet() + ": prepare it first");
        }
        folder.keep(role, all);
        return resume(role);
    }

    /**
     * Certifies that somebody is unable to sign for the time being (<i>attestazione di impedimento</i>): the minutes are
     * then effective, and the signature follows when it can. Writes a statement that lists the documents with their
     * digests, signed by the Secretary, into the folder.
     *
     * @param role who cannot sign; not the Secretary
     * @param reason why, in the Secretary's words
     * @param secretary certifies it
     * @return the signed statement, a {@code .p7m}
     * @throws FileAlreadyExistsException if it is certified already
     * @throws IOException if it cannot be written
     * @throws MinutesException if the Secretary's certificate cannot sign, or all have signed
     */
    public Path certifyImpediment(SignatoryRole role, String reason, Signatory secretary) throws IOException {
        if (role == SignatoryRole.SECRETARY
                || !secretary.role().equals(java.util.Optional.of(SignatoryRole.SECRETARY))) {
            throw new IllegalArgumentException("the Secretary certifies the impediment of another");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an impediment needs a reason");
        }
        List<Path> waiting = lacking(role);
        if (waiting.isEmpty()) {
            throw new MinutesException(
                    "ROLE_HAS_SIGNED", "the " + role.code() + " has signed every document: nothing is to certify");
        }
        Path statement = folder.impediment(role);
        if (Files.exists(statement)) {
            throw new FileAlreadyExistsException(statement.toString(), null, "is certified already");
        }
        List<SignedMinutes> minutes = new ArrayList<>();
        for (Path document : waiting) {
            minutes.add(StandingMinutes.open(document).describe());
        }
        Path text = statement.resolveSibling("impediment-" + role.code() + ".txt");
        PendingFile.write(text, ImpedimentText.of(role, reason, minutes, secretary));
        try {
            signer.fileSigner(SignatureForm.CADES_ENVELOPING).sign(text, statement, List.of(secretary), Task.none());
        } finally {
            Files.deleteIfExists(text);
        }
        return statement;
    }

    /**
     * Who has signed what.
     *
     * @return the progress of every document; their recordings are not read
     * @throws IOException if a document cannot be read
     */
    public List<DocumentProgress> progress() throws IOException {
        Map<SignatoryRole, Set<Path>> waiting = new EnumMap<>(SignatoryRole.class);
        Set<SignatoryRole> certified = EnumSet.noneOf(SignatoryRole.class);
        for (SignatoryRole role : task.roles()) {
            waiting.put(
                    role, folder.pendingOf(role).stream().map(Pending::document).collect(Collectors.toSet()));
            if (Files.exists(folder.impediment(role))) {
                certified.add(role);
            }
        }
        List<DocumentProgress> progress = new ArrayList<>();
        for (Path document : task.documents()) {
            Set<SignatoryRole> signed = signed(document);
            Set<SignatoryRole> missing = EnumSet.copyOf(task.roles());
            missing.removeAll(signed);
            Set<SignatoryRole> pending = EnumSet.copyOf(missing);
            pending.removeIf(role -> !waiting.getOrDefault(role, Set.of()).contains(document));
            Set<SignatoryRole> impeded = EnumSet.copyOf(missing);
            impeded.retainAll(certified);
            progress.add(DocumentProgress.of(document, signed, pending, missing, impeded));
        }
        return progress;
    }

    /**
     * How far the whole session has come.
     *
     * @return the state of the document that is furthest behind
     * @throws IOException if a document cannot be read
     */
    public SigningState state() throws IOException {
        SigningState least = SigningState.COMPLETE;
        for (DocumentProgress document : progress()) {
            least = document.state().compareTo(least) < 0 ? document.state() : least;
        }
        return least;
    }

    private List<Path> lacking(SignatoryRole role) throws IOException {
        List<Path> lacking = new ArrayList<>();
        for (Path document : task.documents()) {
            if (!signed(document).contains(role)) {
                lacking.add(document);
            }
        }
        return lacking;
    }

    private static Set<SignatoryRole> signed(Path document) throws IOException {
        Set<SignatoryRole> roles = EnumSet.noneOf(SignatoryRole.class);
        for (StandingSignature signature : StandingMinutes.open(document).signatures()) {
            signature.role().ifPresent(roles::add);
        }
        return roles;
    }
}
