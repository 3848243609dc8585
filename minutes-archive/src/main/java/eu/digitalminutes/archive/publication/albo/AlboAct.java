// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the albo publishes, and for whom (<i>atto in pubblicazione</i>). Immutable.
 *
 * @see <a href="https://www.agid.gov.it/it/piattaforme/albo-on-line">AgID, Linee guida sulla pubblicità legale, ch. 11</a>
 */
public final class AlboAct {
    /** What stands for a name that was masked. */
    public static final String MASK = "[…]";

    private final String kind;
    private final String reference;
    private final String subject;
    private final String requester;
    private final String office;
    private final String area;
    private final String responsible;
    private final List<AlboDocument> documents;
    private final List<String> personalNames;
    private final String meeting;
    private final String item;
    private final @Nullable LocalDate executable;

    private AlboAct(Builder builder) {
        kind = builder.kind;
        reference = builder.reference;
        subject = builder.subject;
        requester = builder.requester;
        office = builder.office;
        area = builder.area;
        responsible = builder.responsible;
        documents = List.copyOf(builder.documents);
        personalNames = List.copyOf(builder.personalNames);
        meeting = builder.meeting;
        item = builder.item;
        executable = builder.executable;
        if (kind.isBlank() || subject.isBlank() || requester.isBlank()) {
            throw new IllegalArgumentException("an entry names the kind of act, its subject and who asked for it");
        }
    }

    /**
     * Begins the description of an act.
     *
     * @param kind the kind of act, such as {@code Deliberazione del Consiglio}
     * @param subject the subject, as the public may read it
     * @param requester the body or office that asked for publication
     * @return a builder
     */
    public static Builder of(String kind, String subject, String requester) {
        return new Builder(kind, subject, requester);
    }

    /**
     * The same act, to be changed.
     *
     * @return a builder that holds the values of this act
     */
    public Builder toBuilder() {
        Builder builder = new Builder(kind, subject, requester);
        builder.reference = reference;
        builder.office = office;
        builder.area = area;
        builder.responsible = responsible;
        builder.documents.addAll(documents);
        builder.personalNames.addAll(personalNames);
        builder.meeting = meeting;
        builder.item = item;
        builder.executable = executable;
        return builder;
    }

    /**
     * The act without the names that are personal, and without documents that hold them: only extracts stay linked.
     *
     * @return a new act
     */
    public AlboAct masked() {
        Builder builder = new Builder(kind, hidden(subject), hidden(requester));
        builder.reference = hidden(reference);
        builder.office = office;
        builder.area = area;
        builder.responsible = responsible;
        builder.meeting = meeting;
        builder.item = item;
        builder.executable = executable;
        for (AlboDocument one : documents) {
            boolean extract = one.version() == AlboDocument.Version.EXTRACT;
            String name = hidden(one.name()).equals(one.name()) ? one.name() : "documento";
            builder.documents.add(new AlboDocument(
                    name,
                    hidden(one.description()),
                    one.mediaType(),
                    one.fingerprint(),
                    extract ? one.link() : "",
                    one.version()));
        }
        return builder.build();
    }

    /** Longer names first, so that no part of one is left. */
    String hidden(String text) {
        String shown = text;
        for (String name : personalNames.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            shown = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(shown)
                    .replaceAll(Matcher.quoteReplacement(MASK));
        }
        return shown;
    }

    /**
     * The kind of act.
     *
     * @return words for readers
     */
    public String kind() {
        return kind;
    }

    /**
     * Number and year of the act.
     *
     * @return such as {@code n. 12/2026}, or an empty text
     */
    public String reference() {
        return reference;
    }

    /**
     * The subject.
     *
     * @return words for readers
     */
    public String subject() {
        return subject;
    }

    /**
     * Who asked for publication.
     *
     * @return a body or an office
     */
    public String requester() {
        return requester;
    }

    /**
     * The unit that answers for the entry.
     *
     * @return its name, or an empty text
     */
    public String office() {
        return office;
    }

    /**
     * The homogeneous organisational area (<i>AOO</i>).
     *
     * @return its code or name, or an empty text
     */
    public String area() {
        return area;
    }

    /**
     * The officer responsible for publication.
     *
     * @return a name, or an empty text
     */
    public String responsible() {
        return responsible;
    }

    /**
     * The documents.
     *
     * @return an immutable list, the act first
     */
    public List<AlboDocument> documents() {
        return documents;
    }

    /**
     * The names that go when the days are over.
     *
     * @return an immutable list
     */
    public List<String> personalNames() {
        return personalNames;
    }

    /**
     * The meeting that adopted the act.
     *
     * @return its identifier, or an empty text
     */
    public String meeting() {
        return meeting;
    }

    /**
     * The agenda item that the act decides.
     *
     * @return its id, or an empty text
     */
    public String item() {
        return item;
    }

    /**
     * From when the act is executable.
     *
     * @return the first day, or empty if it is not known
     */
    public Optional<LocalDate> executable() {
        return Optional.ofNullable(executable);
    }

    /** The values of an act before it is made (<i>dati dell'atto</i>). */
    public static final class Builder {
        private final String kind;
        private String subject;
        private final String requester;
        private String reference = "";
        private String office = "";
        private String area = "";
        private String responsible = "";
        private final List<AlboDocument> documents = new ArrayList<>();
        private final List<String> personalNames = new ArrayList<>();
        private String meeting = "";
        private String item = "";
        private @Nullable LocalDate executable;

        private Builder(String kind, String subject, String requester) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.subject = Objects.requireNonNull(subject, "subject");
            this.requester = Objects.requireNonNull(requester, "requester");
        }

        /**
         * The subject.
         *
         * @param value words for readers
         * @return this builder
         */
        public Builder subject(String value) {
            subject = Objects.requireNonNull(value, "subject");
            return this;
        }

        /**
         * Number and year of the act.
         *
         * @param value such as {@code n. 12/2026}
         * @return this builder
         */
        public Builder reference(String value) {
            reference = Objects.requireNonNull(value, "reference");
            return this;
        }

        /**
         * The unit that answers for the entry.
         *
         * @param value its name
         * @return this builder
         */
        public Builder office(String value) {
            office = Objects.requireNonNull(value, "office");
            return this;
        }

        /**
         * The homogeneous organisational area.
         *
         * @param value its code or name
         * @return this builder
         */
        public Builder area(String value) {
            area = Objects.requireNonNull(value, "area");
            return this;
        }

        /**
         * The officer responsible for publication.
         *
         * @param value a name
         * @return this builder
         */
        public Builder responsible(String value) {
            responsible = Objects.requireNonNull(value, "responsible");
            return this;
        }

        /**
         * Adds a document, the act first.
         *
         * @param value the document
         * @return this builder
         */
        public Builder document(AlboDocument value) {
            documents.add(Objects.requireNonNull(value, "document"));
            return this;
        }

        /**
         * Adds a name that goes when the days are over.
         *
         * @param value the name as subject and descriptions write it
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder personalName(String value) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("a name to mask is not blank");
            }
            personalNames.add(value.strip());
            return this;
        }

        /**
         * The meeting and the agenda item that the act comes from.
         *
         * @param meetingId the meeting's identifier
         * @param itemId the item's id
         * @return this builder
         */
        public Builder adoptedBy(String meetingId, String itemId) {
            meeting = Objects.requireNonNull(meetingId, "meetingId");
            item = Objects.requireNonNull(itemId, "itemId");
            return this;
        }

        /**
         * From when the act is executable.
         *
         * @param day the first day
         * @return this builder
         */
        public Builder executableFrom(LocalDate day) {
            executable = Objects.requireNonNull(day, "day");
            return this;
        }

        /**
         * The act.
         *
         * @return an act with these values
         * @throws IllegalArgumentException if kind, subject or requester is blank
         */
        public AlboAct build() {
            return new AlboAct(this);
        }

        Builder executableIf(@Nullable LocalDate day) {
            executable = day;
            return this;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s: %s", kind, reference, subject);
    }
}
