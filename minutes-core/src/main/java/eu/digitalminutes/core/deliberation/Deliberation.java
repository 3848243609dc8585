// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision of an organ on its way from draft to preservation (<i>deliberazione</i>). Immutable: a step gives a new
 * value, and the history is the only source of what is known.
 *
 * <p>A step that breaks a rule is refused with the rule, its source and what to do. Each call reads the history once,
 * some dozens of steps.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 42,
 *     48, 49, 124, 125, 134, 151 and 183</a>
 */
public final class Deliberation {
    private final String ipaCode;
    private final OrganKind organ;
    private final String title;
    private final Proposal draft;
    private final LocalRules rules;
    private final @Nullable Link link;
    private final List<Step> history;
    private final Unfolding unfolding;
    private final Standing standing;

    private Deliberation(
            String ipaCode,
            OrganKind organ,
            String title,
            Proposal draft,
            LocalRules rules,
            @Nullable Link link,
            List<Step> history) {
        this.ipaCode = ipaCode;
        this.organ = Objects.requireNonNull(organ, "organ");
        this.title = title;
        this.draft = Objects.requireNonNull(draft, "draft");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.link = link;
        this.history = List.copyOf(history);
        if (ipaCode.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a deliberation has a body and a title");
        }
        this.unfolding = new Unfolding(draft, rules);
        this.history.forEach(unfolding::take);
        this.standing = new Standing(unfolding);
    }

    /**
     * A draft, whose history is empty.
     *
     * @param ipaCode the body's code in the index of public administrations
     * @param organ which organ is to decide
     * @param title the object (<i>oggetto</i>)
     * @param proposal what it is asked to decide; opinions that it holds count as given
     * @param rules the local rules that hold for the organ, for the whole iter
     * @return the deliberation
     * @throws IllegalArgumentException if the code or the title is blank
     */
    public static Deliberation draft(
            String ipaCode, OrganKind organ, String title, Proposal proposal, LocalRules rules) {
        return new Deliberation(ipaCode, organ, title, proposal, rules, null, List.of());
    }

    /**
     * This deliberation as one that bears on an earlier act; the history is kept.
     *
     * @param value which act, and how
     * @return a new deliberation
     */
    public Deliberation bearingOn(Link value) {
        return new Deliberation(ipaCode, organ, title, draft, rules, Objects.requireNonNull(value, "value"), history);
    }

    /**
     * Takes a step.
     *
     * @param step what happens
     * @return a new deliberation whose history ends with the step
     * @throws RefusedStepException with the code of the first rule that it breaks and all reasons; this deliberation is
     *     as it was
     */
    public Deliberation take(Step step) {
        List<Refusal> refusals = refusals(step);
        if (!refusals.isEmpty()) {
            throw new RefusedStepException("deliberation " + reference(), refusals);
        }
        List<Step> longer = new ArrayList<>(history);
        longer.add(step);
        return new Deliberation(ipaCode, organ, title, draft, rules, link, longer);
    }

    /**
     * Why a step may not be taken, without taking it.
     *
     * @param step the step
     * @return every rule that it breaks; empty if it may be taken
     */
    public List<Refusal> refusals(Step step) {
        return StepRules.refusals(this, unfolding, step);
    }

    /**
     * Why no step of a kind may be taken from here, whatever it says; for a button that is to be greyed out.
     *
     * @param kind the kind of step
     * @return every rule that stands against it; empty if it depends on what the step says
     */
    public List<Refusal> refusals(StepKind kind) {
        return PositionRules.refusals(unfolding, kind);
    }

    /**
     * What the history comes to.
     *
     * @return the standing
     */
    public Standing standing() {
        return standing;
    }

    /**
     * Where it stands; short for that of the standing.
     *
     * @return the state
     */
    public DeliberationState state() {
        return standing.state();
    }

    /**
     * The number in the register of proposals, by which it is known before it has its own.
     *
     * @return not blank
     */
    public String reference() {
        return draft.reference();
    }

    /**
     * The body that decides.
     *
     * @return its code in the index of public administrations
     */
    public String ipaCode() {
        return ipaCode;
    }

    /**
     * The organ that decides.
     *
     * @return the kind of organ
     */
    public OrganKind organ() {
        return organ;
    }

    /**
     * The object (<i>oggetto</i>).
     *
     * @return not blank
     */
    public String title() {
        return title;
    }

    /**
     * The proposal as it was drafted; {@link Standing#proposal()} has what came to it.
     *
     * @return the proposal before the first step
     */
    public Proposal draft() {
        return draft;
    }

    /**
     * The local rules by which it is judged.
     *
     * @return the rules
     */
    public LocalRules rules() {
        return rules;
    }

    /**
     * Which earlier act it bears on.
     *
     * @return the link, or empty if none
     */
    public Optional<Link> link() {
        return Optional.ofNullable(link);
    }

    /**
     * Every step taken, in order.
     *
     * @return an immutable list
     */
    public List<Step> history() {
        return history;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Deliberation that
                && ipaCode.equals(that.ipaCode)
                && organ == that.organ
                && title.equals(that.title)
                && draft.equals(that.draft)
                && rules.equals(that.rules)
                && Objects.equals(link, that.link)
                && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ipaCode, organ, title, draft, rules, link, history);
    }

    @Override
    public String toString() {
        return "deliberation " + reference() + " " + state().code();
    }
}
