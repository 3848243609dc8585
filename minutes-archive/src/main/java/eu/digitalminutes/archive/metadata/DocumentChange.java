// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.meeting.Person;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes a document another version of an earlier one (<i>tracciatura delle modifiche del documento</i>). Immutable.
 *
 * <p>The signed original is never changed: a correction that a later session approves becomes a new version, which names
 * the one before by its digest.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 5,
 *     TracciatureModificheDocumento</a>
 */
public final class DocumentChange {
    /** What was done to the document (<i>tipo di modifica</i>). */
    public enum Kind {
        /** It holds no longer (<i>annullamento</i>). */
        ANNULMENT("Annullamento"),
        /** A mistake was put right (<i>rettifica</i>). */
        RECTIFICATION("Rettifica"),
        /** Something was added (<i>integrazione</i>). */
        SUPPLEMENT("Integrazione"),
        /** A note was put beside it (<i>annotazione</i>). */
        ANNOTATION("Annotazione");

        private final String italian;

        Kind(String italian) {
            this.italian = italian;
        }

        String italian() {
            return italian;
        }
    }

    private final Kind kind;
    private final Person author;
    private final LocalDate date;
    private final @Nullable OffsetTime time;
    private final String previousIdentifier;
    private final Digest previousDigest;

    private DocumentChange(
            Kind kind,
            Person author,
            LocalDate date,
            @Nullable OffsetTime time,
            String previousIdentifier,
            Digest previousDigest) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.author = Objects.requireNonNull(author, "author");
        this.date = Objects.requireNonNull(date, "date");
        this.time = time;
        this.previousIdentifier = previousIdentifier;
        this.previousDigest = Objects.requireNonNull(previousDigest, "previousDigest");
        if (previousIdentifier.isBlank()) {
            throw new IllegalArgumentException("/previous/identifier: the earlier version has an identifier");
        }
    }

    /**
     * A change of which the day is known.
     *
     * @param kind what was done
     * @param author who did it
     * @param date the day
     * @param previousIdentifier the identifier of the version before; not blank
     * @param previousDigest the digest of the version before
     * @return the change
     * @throws IllegalArgumentException if the identifier is blank
     */
    public static DocumentChange of(
            Kind kind, Person author, LocalDate date, String previousIdentifier, Digest previousDigest) {
        return new DocumentChange(kind, author, date, null, previousIdentifier, previousDigest);
    }

    /**
     * The same change at a time of the day.
     *
     * @param value the time, with its zone
     * @return a new change
     */
    public DocumentChange withTime(OffsetTime value) {
        return new DocumentChange(
                kind, author, date, Objects.requireNonNull(value, "time"), previousIdentifier, previousDigest);
    }

    /**
     * What was done.
     *
     * @return the kind of change
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Who did it (<i>soggetto autore della modifica</i>).
     *
     * @return a person
     */
    public Person author() {
        return author;
    }

    /**
     * The day of the change.
     *
     * @return a date
     */
    public LocalDate date() {
        return date;
    }

    /**
     * The time of the change.
     *
     * @return the time, or empty if only the day is known
     */
    public Optional<OffsetTime> time() {
        return Optional.ofNullable(time);
    }

    /**
     * The identifier of the version before (<i>identificativo della versione precedente</i>).
     *
     * @return never blank
     */
    public String previousIdentifier() {
        return previousIdentifier;
    }

    /**
     * The digest of the version before (<i>impronta della versione precedente</i>).
     *
     * @return by SHA-256
     */
    public Digest previousDigest() {
        return previousDigest;
    }
}
