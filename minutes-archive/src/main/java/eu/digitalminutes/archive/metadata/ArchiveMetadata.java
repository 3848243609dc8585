// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the body knows about its minutes beyond what happened: register, filing, retention, who answers for the package
 * (<i>metadati di conservazione</i>). Immutable.
 *
 * <p>{@link #of(Minutes)} fills everything that follows from the minutes; {@link #toBuilder()} changes the rest.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 5</a>
 */
public final class ArchiveMetadata {
    /** The retention that AgID's metadata write for documents that are kept for ever. */
    public static final int PERMANENT = 9999;

    private final String documentType;
    private final Registration registration;
    private final Classification classification;
    private final String aggregation;
    private final int retentionYears;
    private final boolean reserved;
    private final String version;
    private final @Nullable DocumentChange change;
    private final List<String> keywords;
    private final Product product;
    private final Agent submitter;
    private final Agent holder;
    private final Agent authorizedSigner;

    private ArchiveMetadata(Builder builder) {
        documentType = required("documentType", builder.documentType);
        registration = required("registration", builder.registration);
        classification = required("classification", builder.classification);
        aggregation = required("aggregation", builder.aggregation);
        retentionYears = builder.retentionYears;
        reserved = builder.reserved;
        version = builder.version;
        change = builder.change;
        keywords = List.copyOf(builder.keywords);
        product = builder.product;
        submitter = required("submitter", builder.submitter);
        holder = required("holder", builder.holder);
        authorizedSigner = required("authorizedSigner", builder.authorizedSigner);
        if (retentionYears < 1 || retentionYears > PERMANENT) {
            throw new IllegalArgumentException(
                    "/retentionYears: documents are kept from 1 to 9999 years, not " + retentionYears);
        }
        if (change == null && version.matches("0*([2-9]|[1-9][0-9]+)")) {
            throw new IllegalArgumentException("/change: version " + version
                    + " says what was changed, by whom, when, and which version it takes the place of");
        }
        if (keywords.size() > 5) {
            throw new IllegalArgumentException("/keywords: at most 5 keywords, not " + keywords.size());
        }
    }

    /**
     * What follows from the minutes: a register and a series per organ, permanent retention, reserved if any item was
     * secret, the body as submitter and holder, the secretary as authorised signer of the index.
     *
     * <p>The day of the registration is set to the day on which the meeting was closed, the classification to the model
     * plan of the Italian municipalities; both, the relevant documents and the signer are for the body to confirm.
     *
     * @param minutes the minutes
     * @return complete metadata
     */
    public static ArchiveMetadata of(Minutes minutes) {
        return MetadataPreset.of(minutes).build();
    }

    /**
     * Reads a complete {@code metadata.json}.
     *
     * @param file the file, read once; unknown fields are ignored
     * @return the metadata
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code METADATA_INVALID}, naming file and place, if it is not understood
     */
    public static ArchiveMetadata read(Path file) throws IOException {
        return MetadataJson.read(file, new Builder());
    }

    /**
     * Reads a {@code metadata.json} that says only what does not follow from the minutes.
     *
     * @param file the file, read once; unknown fields are ignored
     * @param minutes the minutes, for the fields that the file does not have
     * @return the metadata
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code METADATA_INVALID}, naming file and place, if it is not understood
     */
    public static ArchiveMetadata read(Path file, Minutes minutes) throws IOException {
        return MetadataJson.read(file, MetadataPreset.of(minutes));
    }

    /**
     * Writes a {@code metadata.json} that appears whole or not at all.
     *
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public void write(Path target) throws IOException {
        MetadataJson.write(this, target);
    }

    /**
     * A builder that begins with these values.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.documentType = documentType;
        builder.registration = registration;
        builder.classification = classification;
        builder.aggregation = aggregation;
        builder.retentionYears = retentionYears;
        builder.reserved = reserved;
        builder.version = version;
        builder.change = change;
        builder.keywords = keywords;
        builder.product = product;
        builder.submitter = submitter;
        builder.holder = holder;
        builder.authorizedSigner = authorizedSigner;
        return builder;
    }

    /**
     * The kind of document (<i>tipologia documentale</i>).
     *
     * @return such as {@code Verbale di seduta del Consiglio}
     */
    public String documentType() {
        return documentType;
    }

    /**
     * The place in a register (<i>dati di registrazione</i>).
     *
     * @return the registration
     */
    public Registration registration() {
        return registration;
    }

    /**
     * The place in the filing plan (<i>classificazione</i>).
     *
     * @return the classification
     */
    public Classification classification() {
        return classification;
    }

    /**
     * The series that the minutes belong to (<i>serie documentale</i>).
     *
     * @return such as {@code verbali-consiglio-2026}
     */
    public String aggregation() {
        return aggregation;
    }

    /**
     * How long the minutes are kept (<i>tempo di conservazione</i>).
     *
     * @return years, 1 to 9999, where {@link #PERMANENT} means for ever
     */
    public int retentionYears() {
        return retentionYears;
    }

    /**
     * Whether access is restricted (<i>riservato</i>).
     *
     * @return true if it is; minutes with a secret item are described as reserved whatever stands here
     */
    public boolean reserved() {
        return reserved;
    }

    /**
     * The version of the document (<i>versione del documento</i>).
     *
     * @return such as {@code 1}
     */
    public String version() {
        return version;
    }

    /**
     * What makes this version another than the one before (<i>tracciatura delle modifiche</i>).
     *
     * @return the change; never empty for a version whose number is above 1
     */
    public Optional<DocumentChange> change() {
        return Optional.ofNullable(change);
    }

    /**
     * Words to find the minutes by (<i>parole chiave</i>).
     *
     * @return an immutable list of at most five
     */
    public List<String> keywords() {
        return keywords;
    }

    /**
     * The software that made minutes and package (<i>prodotto software</i>).
     *
     * @return the vendor's product, or this SDK
     */
    public Product product() {
        return product;
    }

    /**
     * Who submits the package (<i>soggetto che effettua il versamento</i>).
     *
     * @return the submitter
     */
    public Agent submitter() {
        return submitter;
    }

    /**
     * Whose documents they are (<i>soggetto produttore</i>).
     *
     * @return the holder
     */
    public Agent holder() {
        return holder;
    }

    /**
     * Who signs the index (<i>responsabile della conservazione</i>).
     *
     * @return the authorised signer
     */
    public Agent authorizedSigner() {
        return authorizedSigner;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the field \"" + field + "\" is missing");
        }
        return value;
    }

    /** Changes metadata step by step. Not for several threads. */
    public static final class Builder {
        private @Nullable String documentType;
        private @Nullable Registration registration;
        private @Nullable Classification classification;
        private @Nullable String aggregation;
        private int retentionYears = PERMANENT;
        private boolean reserved;
        private String version = "1";
        private @Nullable DocumentChange change;
        private List<String> keywords = List.of();
        private Product product = Product.sdk();
        private @Nullable Agent submitter;
        private @Nullable Agent holder;
        private @Nullable Agent authorizedSigner;

        Builder() {}

        /**
         * The kind of document.
         *
         * @param value the kind, in words
         * @return this builder
         */
        public Builder documentType(String value) {
            documentType = Objects.requireNonNull(value, "documentType");
            return this;
        }

        /**
         * The place in a register.
         *
         * @param value the registration
         * @return this builder
         */
        public Builder registration(Registration value) {
            registration = Objects.requireNonNull(value, "registration");
            return this;
        }

        /**
         * The place in the filing plan.
         *
         * @param value the classification
         * @return this builder
         */
        public Builder classification(Classification value) {
            classification = Objects.requireNonNull(value, "classification");
            return this;
        }

        /**
         * The series that the minutes belong to.
         *
         * @param value the series' identifier
         * @return this builder
         */
        public Builder aggregation(String value) {
            aggregation = Objects.requireNonNull(value, "aggregation");
            return this;
        }

        /**
         * How long the minutes are kept.
         *
         * @param value years, 1 to 9999, where {@link #PERMANENT} means for ever
         * @return this builder
         */
        public Builder retentionYears(int value) {
            retentionYears = value;
            return this;
        }

        /**
         * Whether access is restricted.
         *
         * @param value true if it is
         * @return this builder
         */
        public Builder reserved(boolean value) {
            reserved = value;
            return this;
        }

        /**
         * The version of the document.
         *
         * @param value such as {@code 1}
         * @return this builder
         */
        public Builder version(String value) {
            version = Objects.requireNonNull(value, "version");
            return this;
        }

        /**
         * What makes this version another than the one before.
         *
         * @param value the change
         * @return this builder
         */
        public Builder change(DocumentChange value) {
            change = Objects.requireNonNull(value, "change");
            return this;
        }

        /**
         * The version that follows on another, described as it was archived: its number goes up by one, and the change
         * names it by identifier and digest.
         *
         * @param previous the description of the version before
         * @param kind what was done
         * @param author who did it
         * @param date the day
         * @return this builder
         * @throws IllegalArgumentException if the description has no digest, no identifier or no number as its version
         */
        public Builder follows(DescribedDocument previous, DocumentChange.Kind kind, Person author, LocalDate date) {
            Digest digest = previous.digest()
                    .orElseThrow(() -> new IllegalArgumentException("the version before has no SHA-256 digest"));
            if (!previous.version().matches("[0-9]{1,8}")) {
                throw new IllegalArgumentException(
                        "the version before has no number, but is called: " + previous.version());
            }
            version = Integer.toString(Integer.parseInt(previous.version()) + 1);
            return change(DocumentChange.of(kind, author, date, previous.identifier(), digest));
        }

        /**
         * Words to find the minutes by.
         *
         * @param value at most five
         * @return this builder
         */
        public Builder keywords(List<String> value) {
            keywords = List.copyOf(value);
            return this;
        }

        /**
         * The software that made minutes and package.
         *
         * @param value the vendor's product
         * @return this builder
         */
        public Builder product(Product value) {
            product = Objects.requireNonNull(value, "product");
            return this;
        }

        /**
         * Who submits the package.
         *
         * @param value the submitter
         * @return this builder
         */
        public Builder submitter(Agent value) {
            submitter = Objects.requireNonNull(value, "submitter");
            return this;
        }

        /**
         * Whose documents they are.
         *
         * @param value the holder
         * @return this builder
         */
        public Builder holder(Agent value) {
            holder = Objects.requireNonNull(value, "holder");
            return this;
        }

        /**
         * Who signs the index.
         *
         * @param value the authorised signer
         * @return this builder
         */
        public Builder authorizedSigner(Agent value) {
            authorizedSigner = Objects.requireNonNull(value, "authorizedSigner");
            return this;
        }

        /**
         * The metadata.
         *
         * @return the metadata
         * @throws IllegalArgumentException if a value is missing or out of its bounds; the message begins with a JSON
         *     pointer into {@code metadata.json} where there is one
         */
        public ArchiveMetadata build() {
            return new ArchiveMetadata(this);
        }
    }
}
