// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.deliberation.step.ActReference;
import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.minutes.Approval;
import eu.digitalminutes.core.minutes.Rectification;
import eu.digitalminutes.core.minutes.RectificationKind;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a deliberation does to an earlier act (<i>effetti sull'atto collegato</i>): never a change of what was signed,
 * always a new act that names the old one.
 */
public final class LinkedActs {
    private LinkedActs() {}

    /**
     * The approval that a deliberation gives to the minutes of an earlier meeting (<i>approvazione del verbale</i>).
     *
     * @param newer an approved deliberation that approves minutes
     * @return meeting, vote and day, for the lineage of those minutes
     * @throws MinutesException with code {@code ACT_NOT_LINKED} if it does not approve minutes, or
     *     {@code ACT_NOT_APPROVED} if it is not approved
     */
    public static Approval approvalOfMinutes(Deliberation newer) {
        if (link(newer).kind() != LinkKind.APPROVES_MINUTES) {
            throw notLinked(newer, "does not approve minutes");
        }
        Ballot ballot = approval(newer);
        return new Approval(
                ballot.meeting().toString(),
                ballot.vote(),
                newer.standing().adopted().orElseThrow());
    }

    /**
     * The change that a deliberation makes to signed minutes (<i>rettifica del verbale</i>).
     *
     * @param newer an approved deliberation that changes minutes
     * @return kind, digest of the minutes before, meeting and reason, for the lineage of their new version
     * @throws MinutesException with code {@code ACT_NOT_LINKED} if it does not change minutes, or
     *     {@code ACT_NOT_APPROVED} if it is not approved
     */
    public static Rectification rectificationOfMinutes(Deliberation newer) {
        Link link = link(newer);
        RectificationKind kind = switch (link.kind()) {
            case RECTIFIES_MINUTES -> RectificationKind.RECTIFICATION;
            case INTEGRATES_MINUTES -> RectificationKind.INTEGRATION;
            case ANNOTATES_MINUTES -> RectificationKind.ANNOTATION;
            case ANNULS_MINUTES -> RectificationKind.ANNULMENT;
            default -> throw notLinked(newer, "does not change minutes");
        };
        Ballot ballot = approval(newer);
        return new Rectification(
                kind, link.digest().orElseThrow(), ballot.meeting().toString(), newer.title());
    }

    /**
     * Records on an earlier deliberation what a newer one in effect does to it (<i>autotutela</i>, L. 241/1990, art.
     * 21-quinquies and 21-nonies).
     *
     * @param newer the deliberation that rectifies, revokes or annuls; signed and in effect
     * @param older the deliberation that it names by number and digest
     * @param at when it is recorded
     * @param by who records it
     * @return the older deliberation with the step, the newer act's title its reason
     * @throws MinutesException with code {@code ACT_NOT_LINKED} if the newer does not name the older, or
     *     {@code ACT_NOT_IN_EFFECT} if it is not numbered, signed and in effect
     * @throws RefusedStepException if the older deliberation cannot take the step
     */
    public static Deliberation record(Deliberation newer, Deliberation older, OffsetDateTime at, String by) {
        Link link = link(newer);
        DeliberationNumber number = older.standing().number().orElseThrow(() -> notLinked(newer, "names an act"));
        boolean named = link.target().equals(number.toString())
                && link.digest().equals(older.standing().container());
        if (!named) {
            throw notLinked(newer, "names " + link.target() + ", not " + number + " with its digest");
        }
        Optional<Digest> container = newer.standing().container();
        if (newer.standing().effect().isEmpty()
                || container.isEmpty()
                || newer.standing().isEnded()) {
            throw new MinutesException(
                    "ACT_NOT_IN_EFFECT",
                    newer + " is not signed and in effect: number, sign, publish and record its effect first");
        }
        ActReference act =
                new ActReference(newer.standing().number().orElseThrow().toString(), container.get());
        Advance what = switch (link.kind()) {
            case RECTIFIES -> new Ending.Rectified(act);
            case REVOKES -> new Ending.Revoked(act);
            case ANNULS -> new Ending.Annulled(act);
            default -> throw notLinked(newer, "bears on minutes, not on a deliberation");
        };
        return older.take(new Step(at, by, newer.title(), what));
    }

    private static Link link(Deliberation newer) {
        return newer.link().orElseThrow(() -> notLinked(newer, "bears on no earlier act"));
    }

    private static Ballot approval(Deliberation newer) {
        return newer.standing()
                .approval()
                .filter(ballot -> !newer.standing().isEnded())
                .orElseThrow(() -> new MinutesException(
                        "ACT_NOT_APPROVED",
                        newer + " changes nothing while it is not approved; record the vote first"));
    }

    private static MinutesException notLinked(Deliberation newer, String why) {
        return new MinutesException("ACT_NOT_LINKED", newer + " " + why + "; check the link");
    }
}
