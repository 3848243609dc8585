// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.signature.internal.dss.Evidence;
import eu.digitalminutes.signature.internal.dss.StandingSignature;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.internal.signing.StandingFile;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.signed.SignedFile;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps signatures provable (<i>estensione e rinnovo delle firme</i>): time stamps, then chains and revocation data, then
 * archive time stamps, which are renewed before the last one fades.
 *
 * <p>What is signed is not read, save for archive time stamps of XAdES, which the standard has over the bytes themselves:
 * those are read once, for all signatures together.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31910201/">ETSI EN 319 102-1, clause 4.2; DPCM 22
 *     February 2013, art. 41 and 62</a>
 */
public final class SignatureExtender {
    private final Evidence evidence;

    private SignatureExtender(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * An extender with one time-stamping authority.
     *
     * @param authority who gives the time stamps
     * @param anchors trusted lists, for the chains and revocation data from level LT; read and verified now
     * @param access whether the services that certificates name may be asked
     * @return the extender; safe for several threads
     * @throws IOException if a list cannot be read
     */
    public static SignatureExtender of(TimestampAuthority authority, TrustAnchors anchors, RevocationAccess access)
            throws IOException {
        return of(TimestampAuthorities.inOrder(authority), anchors, access);
    }

    /**
     * An extender with several time-stamping authorities.
     *
     * @param authorities who gives the time stamps, one in the place of the other
     * @param anchors trusted lists, for the chains and revocation data from level LT; read and verified now
     * @param access whether the services that certificates name may be asked
     * @return the extender; safe for several threads
     * @throws IOException if a list cannot be read
     */
    public static SignatureExtender of(TimestampAuthorities authorities, TrustAnchors anchors, RevocationAccess access)
            throws IOException {
        return new SignatureExtender(
                new Evidence(Trust.load(anchors, access), Objects.requireNonNull(authorities, "authorities")));
    }

    /**
     * Raises every signature of a file to a level at least.
     *
     * @param signed the signed file in any form, or a folder of signed minutes
     * @param level {@link SignatureLevel#T}, LT or LTA; signatures that have reached it stay as they are
     * @return the first signed file, with every signature at the level
     * @throws IOException as the longer form says
     */
    public SignedFile extend(Path signed, SignatureLevel level) throws IOException {
        return extend(signed, level, List.of(), Map.of());
    }

    /**
     * Raises signatures of a file to a level at least. After a failure the file is as it was; of a folder, the files that
     * were done before it are extended.
     *
     * @param signed the signed file in any form, or a folder of signed minutes
     * @param level {@link SignatureLevel#T}, LT or LTA; signatures that have reached it stay as they are
     * @param numbers which signatures, counted from 1 in the order of {@link SignedFile#signatures()}; none for all
     * @param content where the files of detached XAdES signatures lie, if not beside them, by name
     * @return the first signed file, with the signatures at the level
     * @throws IOException if the file cannot be read or written
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException with code {@code EVIDENCE_MISSING} if what the level needs is not to be had; {@code
     *     NOT_SIGNED_YET} if there is nothing to extend; {@code SIGNATURES_INSEPARABLE} if some of them stand in one
     *     structure with others
     */
    public SignedFile extend(Path signed, SignatureLevel level, List<Integer> numbers, Map<String, Path> content)
            throws IOException {
        if (level == SignatureLevel.B) {
            throw new IllegalArgumentException("every signature has level B; extend to T, LT or LTA");
        }
        List<SignedStore> stores = opened(signed, content);
        for (SignedStore store : stores) {
            store.raise(evidence, level, numbers);
        }
        return StandingFile.describe(stores.get(0).path(), stores.get(0));
    }

    /**
     * Adds one more archive time stamp over everything, if the proof would end within some time; else nothing is done. Call
     * it for each preserved file, say once a month with half a year.
     *
     * @param signed the signed file, at level LTA
     * @param within how far ahead the end of the proof is looked for
     * @return the signed file, as it now is
     * @throws IOException if the file cannot be read or written
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     * @throws MinutesException with code {@code LEVEL_TOO_LOW} if it has not reached LTA; {@code EVIDENCE_MISSING} if the
     *     data to validate the last stamp is not to be had
     */
    public SignedFile renew(Path signed, Duration within) throws IOException {
        Instant horizon = Instant.now().plus(within);
        List<SignedStore> stores = opened(signed, Map.of());
        for (SignedStore store : stores) {
            List<StandingSignature> signatures = store.signatures();
            Evidence.requireSigned(signatures, store.path().toString());
            if (signatures.stream().anyMatch(signature -> signature.level() != SignatureLevel.LTA)) {
                throw new MinutesException(
                        "LEVEL_TOO_LOW", store.path() + " has not reached level LTA yet: extend it to LTA instead");
            }
            Optional<Instant> until = store.provableUntil(signatures);
            if (until.isEmpty() || until.get().isBefore(horizon)) {
                store.renew(evidence);
            }
        }
        return StandingFile.describe(stores.get(0).path(), stores.get(0));
    }

    private static List<SignedStore> opened(Path signed, Map<String, Path> content) throws IOException {
        List<SignedStore> stores = content.isEmpty()
                ? SignedStores.openAll(signed)
                : new ArrayList<>(List.of(SignedStores.open(signed, content)));
        for (SignedStore store : stores) {
            store.mend();
        }
        return stores;
    }
}
