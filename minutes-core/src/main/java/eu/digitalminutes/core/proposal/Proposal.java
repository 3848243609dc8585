// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an organ is asked to decide (<i>proposta di deliberazione</i>), with opinions and spending. Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 49</a>
 */
public final class Proposal {
    private final String reference;
    private final String proponent;
    private final String office;
    private final boolean policy;
    private final Effect effect;
    private final List<Opinion> opinions;
    private final List<Commitment> commitments;
    private final String coverageVisa;

    private Proposal(
            String reference,
            String proponent,
            String office,
            boolean policy,
            Effect effect,
            List<Opinion> opinions,
            List<Commitment> commitments,
            String coverageVisa) {
        this.reference = Objects.requireNonNull(reference, "reference");
        this.proponent = Objects.requireNonNull(proponent, "proponent");
        this.office = Objects.requireNonNull(office, "office");
        this.policy = policy;
        this.effect = Objects.requireNonNull(effect, "effect");
        this.opinions = List.copyOf(opinions);
        this.commitments = List.copyOf(commitments);
        this.coverageVisa = Objects.requireNonNull(coverageVisa, "coverageVisa");
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a proposal has a reference");
        }
        if (policy && effect != Effect.NONE) {
            throw new IllegalArgumentException("a mere policy act has no effect on budget or assets");
        }
        if (!commitments.isEmpty() && effect != Effect.SPENDING) {
            throw new IllegalArgumentException("a proposal that commits money spends");
        }
    }

    /**
     * A proposal without effect on budget or assets.
     *
     * @param reference its number in the register of proposals, such as {@code 41/2026}
     * @param proponent who proposes it, in words
     * @return the proposal, of which a technical opinion is due
     * @throws IllegalArgumentException if the reference is blank
     */
    public static Proposal of(String reference, String proponent) {
        return new Proposal(reference, proponent, "", false, Effect.NONE, List.of(), List.of(), "");
    }

    /**
     * This proposal, prepared by an office.
     *
     * @param value the organisational unit (<i>unità organizzativa</i>), in words
     * @return a new proposal
     */
    public Proposal preparedBy(String value) {
        return new Proposal(reference, proponent, value, policy, effect, opinions, commitments, coverageVisa);
    }

    /**
     * This proposal as mere direction (<i>mero atto di indirizzo</i>), on which no opinion is due.
     *
     * @return a new proposal
     * @throws IllegalArgumentException if it has an effect on budget or assets
     */
    public Proposal asPolicy() {
        return new Proposal(reference, proponent, office, true, effect, opinions, commitments, coverageVisa);
    }

    /**
     * This proposal with its effect on budget or assets.
     *
     * @param value the effect
     * @return a new proposal
     * @throws IllegalArgumentException if it is mere direction and the effect is not none, or it commits money and does
     *     not spend
     */
    public Proposal withEffect(Effect value) {
        return new Proposal(reference, proponent, office, policy, value, opinions, commitments, coverageVisa);
    }

    /**
     * This proposal with one more opinion.
     *
     * @param opinion the opinion; a later one of a kind replaces the earlier in what counts
     * @return a new proposal
     */
    public Proposal withOpinion(Opinion opinion) {
        List<Opinion> more = new ArrayList<>(opinions);
        more.add(opinion);
        return new Proposal(reference, proponent, office, policy, effect, more, commitments, coverageVisa);
    }

    /**
     * This proposal with one more commitment; it then spends.
     *
     * @param commitment the commitment
     * @return a new proposal
     * @throws IllegalArgumentException if it is mere direction
     */
    public Proposal withCommitment(Commitment commitment) {
        List<Commitment> more = new ArrayList<>(commitments);
        more.add(commitment);
        return new Proposal(reference, proponent, office, policy, Effect.SPENDING, opinions, more, coverageVisa);
    }

    /**
     * This proposal with the visa that attests financial coverage (<i>visto di copertura finanziaria</i>).
     *
     * @param value who gave it and when, in words
     * @return a new proposal
     */
    public Proposal withCoverageVisa(String value) {
        return new Proposal(reference, proponent, office, policy, effect, opinions, commitments, value);
    }

    /**
     * Its number in the register of proposals.
     *
     * @return not blank
     */
    public String reference() {
        return reference;
    }

    /**
     * Who proposes it.
     *
     * @return words; may be empty
     */
    public String proponent() {
        return proponent;
    }

    /**
     * The office that prepared it.
     *
     * @return words; may be empty
     */
    public String office() {
        return office;
    }

    /**
     * Whether it is mere direction.
     *
     * @return true if no opinion is due
     */
    public boolean isPolicy() {
        return policy;
    }

    /**
     * What it does to budget or assets.
     *
     * @return the effect
     */
    public Effect effect() {
        return effect;
    }

    /**
     * The opinions, in the order in which they were given.
     *
     * @return an immutable list
     */
    public List<Opinion> opinions() {
        return opinions;
    }

    /**
     * The opinion of a kind that counts: the last one.
     *
     * @param kind which
     * @return the opinion, or empty if none was given
     */
    public Optional<Opinion> opinion(OpinionKind kind) {
        return opinions.stream().filter(opinion -> opinion.kind() == kind).reduce((earlier, later) -> later);
    }

    /**
     * The money that it binds.
     *
     * @return an immutable list
     */
    public List<Commitment> commitments() {
        return commitments;
    }

    /**
     * The visa of financial coverage.
     *
     * @return who gave it and when, in words; empty if there is none
     */
    public String coverageVisa() {
        return coverageVisa;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Proposal that
                && reference.equals(that.reference)
                && proponent.equals(that.proponent)
                && office.equals(that.office)
                && policy == that.policy
                && effect == that.effect
                && opinions.equals(that.opinions)
                && commitments.equals(that.commitments)
                && coverageVisa.equals(that.coverageVisa);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reference, proponent, office, policy, effect, opinions, commitments, coverageVisa);
    }

    @Override
    public String toString() {
        return "proposal " + reference;
    }
}
