// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.redaction.PublicView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Minutes as an Akoma Ntoso 3.0 debate (<i>resoconto in formato LegalDocML</i>), and debates of others as values.
 *
 * <p>What is written keeps the schema, and every reference in it points to something. It also carries the facts it was
 * made of, so that reading gives them back whole. Nothing is in it that the given view does not hold.
 *
 * @see <a href="https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html">OASIS, Akoma
 *     Ntoso 1.0 (3.0), part 1</a>
 */
public final class AkomaNtoso {
    private AkomaNtoso() {}

    /**
     * Writes what the public may see; the same minutes always give the same bytes.
     *
     * @param view the public view
     * @return the document in UTF-8; a character that XML does not allow stands as U+FFFD, with a warning in the log
     * @throws MinutesException with code {@code EVENT_OUT_OF_ORDER} if the events are not in order of time
     */
    public static byte[] write(PublicView view) {
        return write(MinutesDebate.of(view.minutes()));
    }

    /**
     * Writes what the public may see to a file that appears whole or not at all.
     *
     * @param view the public view
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     * @throws MinutesException as {@link #write(PublicView)} says
     */
    public static void write(PublicView view, Path target) throws IOException {
        PendingFile.write(target, write(view));
    }

    /**
     * Writes all that minutes hold, what is secret too: for the body itself, not for the public.
     *
     * @param minutes the minutes
     * @return the document in UTF-8
     * @throws MinutesException as {@link #write(PublicView)} says
     */
    public static byte[] writeFull(Minutes minutes) {
        return write(MinutesDebate.of(minutes));
    }

    /**
     * Writes a debate, such as one that was read.
     *
     * @param debate the debate
     * @return the document in UTF-8
     * @throws IllegalArgumentException if a reference in it points to nothing, or two things have one eId
     */
    public static byte[] write(Debate debate) {
        byte[] document = AknWriter.write(debate);
        List<String> problems = AknReferences.problems(document);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the debate is not coherent: " + String.join("; ", problems));
        }
        return document;
    }

    /**
     * Reads a debate of whatever body, in the final namespace or in that of the drafts WD17 and CSD13.
     *
     * @param file the document, read once; at most 16 MiB
     * @return the debate, with what could not be taken over as notices
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code AKN_UNREADABLE}, naming the file, if it is no such document, declares a
     *     document type, is too large or too deep, gives one eId twice or does not say its day; {@code AKN_NO_DEBATE}
     *     if it is a document of another type
     */
    public static Debate read(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw AknTree.unreadable("it is a folder");
            }
            if (Files.size(file) > AknTree.MAX_BYTES) {
                throw AknTree.unreadable("it has more than " + AknTree.MAX_BYTES + " bytes");
            }
            return read(Files.readAllBytes(file));
        } catch (MinutesException e) {
            throw new MinutesException(e.code(), file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a debate from memory.
     *
     * @param document the bytes of the document
     * @return the debate, with what could not be taken over as notices
     * @throws MinutesException as {@link #read(Path)} says
     */
    public static Debate read(byte[] document) {
        return AknReader.read(document);
    }
}
