// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The evidence of an archive (<i>evidenze di conservazione</i>): a folder with one subfolder for each run, out of which the
 * record of any object is put together.
 *
 * <p>A run is there whole or not at all, and none is ever changed; what a killed process left of one is removed by the
 * next. One process at a time works on the store; readers need
 * not wait. What is in the folder holds no content, only hashes and names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998; RFC 6283</a>
 */
public final class EvidenceStore {
    private final Path folder;

    private EvidenceStore(Path folder) {
        this.folder = folder;
    }

    /**
     * The evidence in a folder.
     *
     * @param folder where it lies; made with the first run
     * @return the store; nothing is read yet
     */
    public static EvidenceStore in(Path folder) {
        return new EvidenceStore(Objects.requireNonNull(folder, "folder"));
    }

    /**
     * The runs.
     *
     * @return in their order
     * @throws IOException if one cannot be read
     * @throws MinutesException with code {@code EVIDENCE_DAMAGED} if one cannot be understood
     */
    public List<EvidenceRun> runs() throws IOException {
        return RunFolder.all(folder);
    }

    /**
     * Has every object stamped that has no record yet, with one time stamp. Each file is read once; memory is some 100 bytes
     * for each object. Objects that have a record are neither read nor compared.
     *
     * <p>A run that is killed, cancelled or stopped by a failure, the authority's too, is gone on with by the next one with
     * the same function: files that were hashed and still have the same size and time are not read again, so that after a
     * failure of the authority nothing is. Until then the hashes are kept in the store, in a file beside the runs; whoever
     * may write there is trusted with them. What is damaged of them is read again.
     *
     * @param objects the objects, in any order; a name that comes twice stops the run
     * @param function what to hash with
     * @param authority who stamps
     * @param task progress and cancellation
     * @return the run, or none if every object has a record
     * @throws IOException if a file cannot be read or written; then there is no run, and what was hashed is kept
     * @throws MinutesException with code {@code EVIDENCE_BUSY} if another process works on the store, {@code
     *     EVIDENCE_DAMAGED}, {@code OBJECT_TWICE}, {@code CONTENT_CHANGING}, {@code OBJECT_NOT_AT_HAND}, or as the authority and
     *     the task throw it; then there is no run, and what was hashed is kept
     */
    public RunOutcome create(
            Stream<PreservedObject> objects, HashFunction function, EvidenceAuthority authority, Task task)
            throws IOException {
        try (StoreTurn turn = StoreTurn.take(folder);
                Chains chains = new Chains(folder, turn.runs());
                PendingRun pending = turn.begin(RunKind.CREATION, function);
                ObjectHasher hasher = new ObjectHasher(folder, RunKind.CREATION, List.of(function))) {
            for (PreservedObject object : each(objects)) {
                if (chains.latest(object.name()).isEmpty()) {
                    ObjectHashes hashes = hasher.hash(object, task);
                    pending.add(new ObjectEntry(object.name(), 0, hashes.plain(0), hashes.canonical(0)));
                }
            }
            EvidenceRun run = pending.isEmpty() ? null : pending.commit(List.of(), authority);
            hasher.close();
            Leftovers.removeJournals(folder, RunKind.CREATION);
            return new RunOutcome(run, hasher.resumed(), List.of());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Has the last time stamps of all records stamped again, with one time stamp for each hash function in use: before their
     * certificates end, or what they are signed with weakens. No object is read, and the work does not grow with their number.
     *
     * @param authority who stamps; another one than before is the better choice
     * @return the runs, one for each function; none if there are no records
     * @throws IOException if the store cannot be read or written; runs made before stay
     * @throws MinutesException as {@link #create} says
     */
    public List<EvidenceRun> renew(EvidenceAuthority authority) throws IOException {
        List<EvidenceRun> made = new ArrayList<>();
        try (StoreTurn turn = StoreTurn.take(folder)) {
            for (HashFunction function : HashFunction.values()) {
                Renewal.of(turn, function, authority).ifPresent(made::add);
            }
        }
        return made;
    }

    /**
     * Hashes objects with another function before the old one weakens, and has them stamped together with all that proved them
     * so far, with one time stamp. Each file is read once, for both functions; an object that is no longer what its record
     * proves is left out and named. A run that is stopped is gone on with as {@link #create} says; a file that was hashed by
     * it and has the same size and time since is held against its record by the hash of that time.
     *
     * @param objects the objects; those that already went over are not read again
     * @param function the new function
     * @param authority who stamps
     * @param task progress and cancellation
     * @return the run, or none if nothing went over, and findings: {@code OBJECT_ALTERED}, {@code OBJECT_WITHOUT_RECORD},
     *     {@code OBJECTS_LEFT}
     * @throws IOException as {@link #create} says
     * @throws MinutesException as {@link #create} says
     */
    public RunOutcome rehash(
            Stream<PreservedObject> objects, HashFunction function, EvidenceAuthority authority, Task task)
            throws IOException {
        try (StoreTurn turn = StoreTurn.take(folder);
                Chains chains = new Chains(folder, turn.runs());
                PendingRun pending = turn.begin(RunKind.REHASH, function);
                Rehash rehash = new Rehash(folder, chains, function, pending, task)) {
            for (PreservedObject object : each(objects)) {
                rehash.add(object);
            }
            List<Integer> replaced = rehash.replaced(EvidenceRun.standing(turn.runs()));
            EvidenceRun run = pending.isEmpty() ? null : pending.commit(replaced, authority);
            rehash.close();
            Leftovers.removeJournals(folder, RunKind.REHASH);
            return new RunOutcome(run, rehash.resumed(), rehash.findings());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The evidence record of an object, complete and in DER: it proves the object alone, without this store.
     *
     * @param object the object's name in the store
     * @return the record, some kilobytes, or empty if the object has none
     * @throws IOException if the store cannot be read
     * @throws MinutesException with code {@code EVIDENCE_DAMAGED} if what is needed for it is not whole
     */
    public Optional<byte[]> record(String object) throws IOException {
        return record(object, EvidenceForm.ASN1);
    }

    /**
     * The evidence record of an object in the form that is asked for. Both forms come from the same time stamps, at the same
     * cost; no object is read.
     *
     * @param object the object's name in the store
     * @param form the form
     * @return the record, some kilobytes, or empty if the object has none
     * @throws IOException if the store cannot be read
     * @throws MinutesException with code {@code EVIDENCE_DAMAGED} if what is needed for it is not whole, {@code
     *     EVIDENCE_NOT_IN_XML} if a run that it went through was made before records were written in XML, or a file of it is
     *     XML that has no canonical form or, beyond 8 MiB, was not given one
     */
    public Optional<byte[]> record(String object, EvidenceForm form) throws IOException {
        Objects.requireNonNull(form, "form");
        try (Chains chains = new Chains(folder, runs())) {
            Optional<Chains.Place> place = chains.latest(object);
            return place.isEmpty() ? Optional.empty() : Optional.of(chains.record(place.get(), form));
        }
    }

    /**
     * The records of many objects in DER, with the store opened once.
     *
     * @param objects names in the store; those without a record are passed over
     * @param target is given each name with its record, in the order of the names
     * @throws IOException if the store cannot be read
     * @throws MinutesException as {@link #record(String)} says
     */
    public void records(Stream<String> objects, BiConsumer<String, byte[]> target) throws IOException {
        try (Chains chains = new Chains(folder, runs())) {
            Iterator<String> names = objects.iterator();
            while (names.hasNext()) {
                String name = names.next();
                Optional<Chains.Place> place = chains.latest(name);
                if (place.isPresent()) {
                    target.accept(name, chains.record(place.get(), EvidenceForm.ASN1));
                }
            }
        }
    }

    /**
     * Writes the evidence record of an object to a file in DER, {@code .ers} by custom.
     *
     * @param object the object's name in the store
     * @param target the file; replaced if it exists
     * @throws IOException as {@link #export(String, Path, EvidenceForm)} says
     * @throws MinutesException as {@link #export(String, Path, EvidenceForm)} says
     */
    public void export(String object, Path target) throws IOException {
        export(object, target, EvidenceForm.ASN1);
    }

    /**
     * Writes the evidence record of an object to a file.
     *
     * @param object the object's name in the store
     * @param target the file; replaced if it exists
     * @param form the form
     * @throws IOException if the store cannot be read or the file not written; the target is then as it was
     * @throws MinutesException with code {@code OBJECT_UNKNOWN} if the object has no record, or as {@link #record(String,
     *     EvidenceForm)} says; the target is then as it was
     */
    public void export(String object, Path target, EvidenceForm form) throws IOException {
        byte[] record = record(object, form)
                .orElseThrow(() -> new MinutesException(
                        "OBJECT_UNKNOWN", object + " has no evidence record in " + folder + "; create it first"));
        PendingFile.write(target, record);
    }

    private static Iterable<PreservedObject> each(Stream<PreservedObject> objects) {
        Iterator<PreservedObject> iterator = objects.iterator();
        return () -> iterator;
    }
}
