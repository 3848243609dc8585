// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.dss.Evidence;
import eu.digitalminutes.signature.internal.dss.SignatureBlock;
import eu.digitalminutes.signature.internal.dss.SigningRequest;
import eu.digitalminutes.signature.internal.dss.StandingSignature;
import eu.digitalminutes.signature.internal.inplace.FileTurn;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file with signatures, or one that waits for its first, in one of the forms. Each call looks at the file anew. */
public abstract class SignedStore {
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final SignatureForm form;

    SignedStore(Path path, SignatureForm form) {
        this.path = path;
        this.form = form;
    }

    /** Where it lies. */
    public final Path path() {
        return path;
    }

    /** Its form. */
    public final SignatureForm form() {
        return form;
    }

    /** Mends what a stop in the middle of an earlier change has left. */
    public abstract void mend() throws IOException;

    /** What is signed, by the digests that the first signature names; large files are not read where there is one. */
    public abstract List<ContainedFile> files() throws IOException;

    /** The signatures, in the parts of the file that hold them. */
    public abstract List<SignatureBlock> blocks() throws IOException;

    /** The next signature over the same files, under a name of its own or, where that is empty, the next in line. */
    public abstract Planned plan(SigningRequest request, String name) throws IOException;

    /**
     * Puts a signature in its place, beside those that have come in meanwhile.
     *
     * @throws MinutesException with code {@code CONTAINER_BUSY} if somebody else is doing so at this moment
     */
    public final void put(Planned planned, byte[] signature, Guard guard) throws IOException {
        FileTurn.holding(path, () -> {
            guard.admit(signatures());
            add(planned, signature);
        });
    }

    /** Says whether a signature may still come to those that stand: somebody may have been quicker. */
    public interface Guard {
        /** Fails if it may not. */
        void admit(List<StandingSignature> standing);
    }

    /** Puts a signature in its place, in turn. */
    abstract void add(Planned planned, byte[] signature) throws IOException;

    /** Puts changed parts in the place of the old ones. */
    public abstract void replace(Map<String, byte[]> changed) throws IOException;

    /** The parts over documents whose bytes can be read, for time stamps that are over those. */
    List<SignatureBlock> readable() throws IOException {
        return blocks();
    }

    /** Ends the reading of {@link #readable() readable parts}. */
    void closeReadable() throws IOException {}

    /** Every signature that stands, in the order of the file. */
    public final List<StandingSignature> signatures() throws IOException {
        List<StandingSignature> all = new ArrayList<>();
        for (SignatureBlock block : blocks()) {
            all.addAll(block.signatures());
        }
        return all;
    }

    /**
     * Until when every signature can be proven by its last time stamp; empty if one has none.
     *
     * @param signatures those that stand, as they were read
     */
    public Optional<Instant> provableUntil(List<StandingSignature> signatures) throws IOException {
        Instant earliest = Instant.MAX;
        for (StandingSignature signature : signatures) {
            Optional<Instant> until = signature.provableUntil();
            if (until.isEmpty()) {
                return until;
            }
            earliest = until.get().isBefore(earliest) ? until.get() : earliest;
        }
        return earliest.equals(Instant.MAX) ? Optional.empty() : Optional.of(earliest);
    }

    /**
     * Raises signatures to a level at least.
     *
     * @param numbers which, counted from 1; none for all of them
     */
    public void raise(Evidence evidence, SignatureLevel level, List<Integer> numbers) throws IOException {
        change(level, numbers, block -> evidence.raise(block, level));
    }

    /** Adds one more archive time stamp over everything. */
    public void renew(Evidence evidence) throws IOException {
        change(SignatureLevel.LTA, List.of(), evidence::renewed);
    }

    /** What makes new bytes of a part. */
    interface Change {
        byte[] of(SignatureBlock block);
    }

    private void change(SignatureLevel level, List<Integer> numbers, Change change) throws IOException {
        FileTurn.holding(path, () -> changeInTurn(level, numbers, change));
    }

    private void changeInTurn(SignatureLevel level, List<Integer> numbers, Change change) throws IOException {
        boolean bytes = level == SignatureLevel.LTA;
        try {
            List<SignatureBlock> blocks = chosen(bytes ? readable() : blocks(), numbers);
            Evidence.requireSigned(blocks, path.toString());
            List<byte[]> after = SharedReading.changed(blocks, change);
            Map<String, byte[]> changed = new LinkedHashMap<>();
            for (int i = 0; i < blocks.size(); i++) {
                if (!Arrays.equals(blocks.get(i).content(), after.get(i))) {
                    changed.put(blocks.get(i).name(), after.get(i));
                }
            }
            if (!changed.isEmpty()) {
                replace(changed);
            }
        } finally {
            if (bytes) {
                closeReadable();
            }
        }
    }

    private List<SignatureBlock> chosen(List<SignatureBlock> blocks, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return blocks;
        }
        List<SignatureBlock> chosen = new ArrayList<>();
        int number = 0;
        for (SignatureBlock block : blocks) {
            int signatures = block.signatures().size();
            List<Integer> here = new ArrayList<>();
            for (int i = 1; i <= signatures; i++) {
                here.add(number + i);
            }
            number += signatures;
            if (numbers.containsAll(here)) {
                chosen.add(block);
            } else if (here.stream().anyMatch(numbers::contains)) {
                throw new MinutesException(
                        "SIGNATURES_INSEPARABLE",
                        "in " + path + " the signatures " + here + " stand in one structure and are extended together");
            }
        }
        if (chosen.isEmpty()) {
            throw new MinutesException(
                    "SIGNATURE_UNKNOWN", path + " holds " + number + " signatures, and none numbered " + numbers);
        }
        return chosen;
    }

    /** The SHA-256 of a stream, which is read to its end and closed. */
    static Digest digest(InputStream content) throws IOException {
        MessageDigest digest = Fingerprinter.sha256();
        try (content) {
            byte[] block = new byte[BLOCK];
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                digest.update(block, 0, count);
            }
        }
        return Digest.of(digest.digest());
    }

    /** A form that cannot do what is asked. */
    static MinutesException unsupported(SignatureForm form, String what) {
        return new MinutesException("FORM_UNSUITABLE", "the form " + form.code() + " " + what);
    }
}
