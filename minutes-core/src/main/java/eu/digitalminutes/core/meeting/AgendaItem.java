// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.proposal.Proposal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A point of the agenda (<i>punto all'ordine del giorno</i>). Immutable. */
public final class AgendaItem {
    private final String id;
    private final String number;
    private final String title;
    private final Publicity publicity;
    private final ItemKind kind;
    private final ItemOrigin origin;
    private final @Nullable OffsetDateTime noticeAt;
    private final String rapporteur;
    private final List<String> papers;
    private final @Nullable Proposal proposal;

    private AgendaItem(Draft draft) {
        id = draft.id;
        number = Objects.requireNonNull(draft.number, "number");
        title = Objects.requireNonNull(draft.title, "title");
        publicity = draft.publicity;
        kind = draft.kind;
        origin = draft.origin;
        noticeAt = draft.noticeAt;
        rapporteur = draft.rapporteur;
        papers = List.copyOf(draft.papers);
        proposal = draft.proposal;
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("not the id of an agenda item: " + id);
        }
    }

    /** The fields while they change. */
    private static final class Draft {
        private final String id;
        private final String number;
        private String title;
        private Publicity publicity;
        private ItemKind kind = ItemKind.PROPOSAL;
        private ItemOrigin origin = ItemOrigin.NOTICE;
        private @Nullable OffsetDateTime noticeAt;
        private String rapporteur = "";
        private List<String> papers = List.of();
        private @Nullable Proposal proposal;

        private Draft(String id, String number, String title, Publicity publicity) {
            this.id = id;
            this.number = number;
            this.title = title;
            this.publicity = publicity;
        }

        private Draft(AgendaItem item) {
            this(item.id, item.number, item.title, item.publicity);
            kind = item.kind;
            origin = item.origin;
            noticeAt = item.noticeAt;
            rapporteur = item.rapporteur;
            papers = item.papers;
            proposal = item.proposal;
        }
    }

    /**
     * A point of the notice, a proposal until said otherwise.
     *
     * @param id its name in the events, letters, digits and hyphens
     * @param number its number as printed, such as {@code 3} or {@code 3-bis}
     * @param title what it is about (<i>oggetto</i>)
     * @param publicity whether it is treated in public
     * @return the point
     * @throws IllegalArgumentException if the id has other characters than ASCII letters, digits and hyphens
     */
    public static AgendaItem of(String id, String number, String title, Publicity publicity) {
        return new AgendaItem(new Draft(id, number, title, Objects.requireNonNull(publicity, "publicity")));
    }

    /**
     * This point under another title.
     *
     * @param value what it is about
     * @return a new point
     */
    public AgendaItem withTitle(String value) {
        Draft draft = new Draft(this);
        draft.title = value;
        return new AgendaItem(draft);
    }

    /**
     * This point as of another kind.
     *
     * @param value the kind
     * @return a new point
     */
    public AgendaItem withKind(ItemKind value) {
        Draft draft = new Draft(this);
        draft.kind = Objects.requireNonNull(value, "kind");
        return new AgendaItem(draft);
    }

    /**
     * This point as added by a supplementary notice (<i>avviso integrativo</i>).
     *
     * @param at when that notice was sent
     * @return a new point
     */
    public AgendaItem addedByNotice(OffsetDateTime at) {
        Draft draft = new Draft(this);
        draft.origin = ItemOrigin.ADDED_NOTICE;
        draft.noticeAt = Objects.requireNonNull(at, "at");
        return new AgendaItem(draft);
    }

    /**
     * This point as brought up in the meeting (<i>fuori sacco</i>).
     *
     * @return a new point
     */
    public AgendaItem outsideAgenda() {
        Draft draft = new Draft(this);
        draft.origin = ItemOrigin.OUTSIDE_AGENDA;
        draft.noticeAt = null;
        return new AgendaItem(draft);
    }

    /**
     * This point with who explains it.
     *
     * @param value the rapporteur (<i>relatore</i>), in words
     * @return a new point
     */
    public AgendaItem withRapporteur(String value) {
        Draft draft = new Draft(this);
        draft.rapporteur = Objects.requireNonNull(value, "rapporteur");
        return new AgendaItem(draft);
    }

    /**
     * This point with one more paper.
     *
     * @param annex the name of an annex of the minutes
     * @return a new point
     */
    public AgendaItem withPaper(String annex) {
        Draft draft = new Draft(this);
        List<String> more = new ArrayList<>(papers);
        more.add(Objects.requireNonNull(annex, "annex"));
        draft.papers = more;
        return new AgendaItem(draft);
    }

    /**
     * This point with what the organ is asked to decide.
     *
     * @param value the proposal
     * @return a new point
     */
    public AgendaItem withProposal(Proposal value) {
        Draft draft = new Draft(this);
        draft.proposal = Objects.requireNonNull(value, "proposal");
        return new AgendaItem(draft);
    }

    /**
     * The name by which events speak of it.
     *
     * @return unique in the meeting
     */
    public String id() {
        return id;
    }

    /**
     * The number as printed.
     *
     * @return such as {@code 3} or {@code 3-bis}
     */
    public String number() {
        return number;
    }

    /**
     * What it is about.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Whether it is treated in public.
     *
     * @return the publicity
     */
    public Publicity publicity() {
        return publicity;
    }

    /**
     * What kind of point it is.
     *
     * @return the kind
     */
    public ItemKind kind() {
        return kind;
    }

    /**
     * How it came to the agenda.
     *
     * @return the origin
     */
    public ItemOrigin origin() {
        return origin;
    }

    /**
     * When the supplementary notice that added it was sent.
     *
     * @return the instant, or empty if it was in the first notice or came up in the meeting
     */
    public Optional<OffsetDateTime> noticeAt() {
        return Optional.ofNullable(noticeAt);
    }

    /**
     * Who explains it.
     *
     * @return words, or empty text
     */
    public String rapporteur() {
        return rapporteur;
    }

    /**
     * The papers that members could read.
     *
     * @return names of annexes, possibly none
     */
    public List<String> papers() {
        return papers;
    }

    /**
     * What the organ is asked to decide.
     *
     * @return the proposal, or empty if its opinions and spending are not known here
     */
    public Optional<Proposal> proposal() {
        return Optional.ofNullable(proposal);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgendaItem that
                && id.equals(that.id)
                && number.equals(that.number)
                && title.equals(that.title)
                && publicity == that.publicity
                && kind == that.kind
                && origin == that.origin
                && Objects.equals(noticeAt, that.noticeAt)
                && rapporteur.equals(that.rapporteur)
                && papers.equals(that.papers)
                && Objects.equals(proposal, that.proposal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, number, title, publicity, kind, origin, noticeAt, rapporteur, papers, proposal);
    }

    @Override
    public String toString() {
        return number + ". " + title;
    }
}
