// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.Standing;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An act that a session adopted, as its page lists it (<i>deliberazione adottata</i>): its number, its days at the albo
 * and from when it is executable. Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 124
 *     and 134</a>
 */
public final class PublishedAct {
    private final String item;
    private final String number;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final @Nullable LocalDate executable;
    private final String link;

    private PublishedAct(
            String item,
            String number,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate executable,
            String link) {
        this.item = Objects.requireNonNull(item, "item");
        this.number = Objects.requireNonNull(number, "number");
        this.from = from;
        this.to = to;
        this.executable = executable;
        this.link = link;
    }

    /**
     * An act of which only the number is known yet.
     *
     * @param item the id of the agenda item that it decides
     * @param number how the act is called, such as {@code n. 12 del 2026}
     * @return the act
     */
    public static PublishedAct of(String item, String number) {
        return new PublishedAct(item, number, null, null, null, "");
    }

    /**
     * An act as its iter stands: number, publication and executability are taken over as far as they are known.
     *
     * @param item the id of the agenda item that it decides
     * @param deliberation the act's iter
     * @return the act
     * @throws IllegalArgumentException if it has no number yet
     */
    public static PublishedAct of(String item, Deliberation deliberation) {
        Standing standing = deliberation.standing();
        PublishedAct act = of(
                item,
                standing.number()
                        .map(number -> "n. " + number.number() + "/" + number.year())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the deliberation " + deliberation.reference() + " has no number yet")));
        Optional<Completion.Published> published = standing.publication();
        if (published.isPresent()) {
            act = act.atAlbo(published.get().from(), published.get().to());
        }
        return standing.effect()
                .map(Completion.BecameExecutable::on)
                .or(() -> standing.executableFrom().flatMap(TermRuling::firstDay))
                .map(act::executableFrom)
                .orElse(act);
    }

    /**
     * The same act with its days at the albo.
     *
     * @param first the first day of publication
     * @param last the last day of publication
     * @return a new act
     */
    public PublishedAct atAlbo(LocalDate first, LocalDate last) {
        return new PublishedAct(
                item,
                number,
                Objects.requireNonNull(first, "first"),
                Objects.requireNonNull(last, "last"),
                executable,
                link);
    }

    /**
     * The same act with the first day of its effect.
     *
     * @param day the day
     * @return a new act
     */
    public PublishedAct executableFrom(LocalDate day) {
        return new PublishedAct(item, number, from, to, Objects.requireNonNull(day, "day"), link);
    }

    /**
     * The same act with a link to its entry at the albo.
     *
     * @param address the entry's page, relative to the page of the session; empty for none
     * @return a new act
     */
    public PublishedAct withLink(String address) {
        return new PublishedAct(item, number, from, to, executable, Objects.requireNonNull(address, "address"));
    }

    /**
     * The agenda item that the act decides.
     *
     * @return its id
     */
    public String item() {
        return item;
    }

    /**
     * How the act is called.
     *
     * @return such as {@code n. 12/2026}
     */
    public String number() {
        return number;
    }

    /**
     * The first day at the albo.
     *
     * @return the day, or empty if it is not published yet
     */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    /**
     * The last day at the albo.
     *
     * @return the day, or empty if it is not published yet
     */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    /**
     * The first day of effect.
     *
     * @return the day, or empty if it is not known yet
     */
    public Optional<LocalDate> executable() {
        return Optional.ofNullable(executable);
    }

    /**
     * The entry at the albo.
     *
     * @return a relative address, or an empty text
     */
    public String link() {
        return link;
    }
}
