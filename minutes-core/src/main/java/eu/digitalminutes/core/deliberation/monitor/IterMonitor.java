// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.DeliberationState;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.deliberation.Standing;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows where many deliberations stand while they move (<i>monitoraggio dell'iter in tempo reale</i>).
 *
 * <p>Holds the deliberations of one register of proposals, in memory; after a restart the host gives back those that it
 * keeps. May be used by several threads: steps are taken one at a time, questions wait for nobody.
 */
public final class IterMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(IterMonitor.class);

    private final Map<String, Deliberation> acts = new ConcurrentSkipListMap<>();
    private final List<MovementListener> listeners = new CopyOnWriteArrayList<>();

    /** A monitor that holds nothing yet. */
    public IterMonitor() {}

    /**
     * Tells a listener of every movement from now on.
     *
     * @param listener who is told
     */
    public void listen(MovementListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Takes a deliberation as it is now: new, or moved by others such as the accounting desk.
     *
     * @param act the deliberation; nothing happens if it took no step since the monitor last saw it
     * @throws MinutesException with code {@code HISTORY_DIVERGES} if the monitor knows another history under the same
     *     reference; nothing is changed
     */
    public synchronized void put(Deliberation act) {
        Deliberation known = acts.get(act.reference());
        int seen = known == null ? 0 : known.history().size();
        if (known != null && !continues(act, known)) {
            throw new MinutesException(
                    "HISTORY_DIVERGES",
                    act + " does not continue what is known as " + known + "; read it again and repeat the step");
        }
        if (known == null || act.history().size() > seen) {
            acts.put(act.reference(), act);
            DeliberationState from = known == null ? DeliberationState.DRAFT : known.state();
            tell(new Movement(
                    act, from, act.history().subList(seen, act.history().size())));
        }
    }

    private static boolean continues(Deliberation act, Deliberation known) {
        int seen = known.history().size();
        return act.organ() == known.organ()
                && act.ipaCode().equals(known.ipaCode())
                && act.draft().equals(known.draft())
                && act.history().size() >= seen
                && act.history().subList(0, seen).equals(known.history());
    }

    /**
     * Lets a deliberation take a step, whatever other threads do with it.
     *
     * @param reference which one
     * @param step the step
     * @return the deliberation afterwards
     * @throws MinutesException with code {@code DELIBERATION_UNKNOWN} if the monitor does not hold it
     * @throws RefusedStepException if the step breaks a rule; nothing is changed and nobody is told
     */
    public synchronized Deliberation take(String reference, Step step) {
        Deliberation known = acts.get(reference);
        if (known == null) {
            throw new MinutesException(
                    "DELIBERATION_UNKNOWN", "no deliberation " + reference + " is held; put it first");
        }
        Deliberation next = known.take(step);
        put(next);
        return next;
    }

    private void tell(Movement movement) {
        for (MovementListener listener : listeners) {
            try {
                listener.told(movement);
            } catch (RuntimeException e) {
                LOG.warn("A listener of the iter failed at {}; the step stands", movement.act(), e);
            }
        }
    }

    /**
     * One deliberation with its history.
     *
     * @param reference which one
     * @return the deliberation as it is now, or empty if it is not held
     */
    public Optional<Deliberation> act(String reference) {
        return Optional.ofNullable(acts.get(reference));
    }

    /**
     * The deliberations that a question asks for.
     *
     * @param which the question
     * @return an immutable list, by reference
     */
    public List<Deliberation> acts(Predicate<Deliberation> which) {
        return acts.values().stream().filter(which).toList();
    }

    /**
     * The deliberations of an organ that stand somewhere.
     *
     * @param organ which organ
     * @param state where
     * @return an immutable list, by reference
     */
    public List<Deliberation> acts(OrganKind organ, DeliberationState state) {
        return acts(act -> act.organ() == organ && act.state() == state);
    }

    /**
     * What every deliberation waits for, from whom and since when.
     *
     * @return an immutable list, by reference
     */
    public List<Duty> waiting() {
        return acts.values().stream().flatMap(act -> Duties.of(act).stream()).toList();
    }

    /**
     * What the law sets a day for and has come by a day, such as effect to be recorded or a statute to be voted again.
     *
     * @param day the day
     * @return duties of that day and before, by reference
     */
    public List<Duty> due(LocalDate day) {
        return waiting().stream()
                .filter(duty -> duty.on().filter(on -> !on.isAfter(day)).isPresent())
                .toList();
    }

    /**
     * The deliberations whose publication ends on a day (<i>fine della pubblicazione</i>): personal data that are no longer
     * needed come off on the next.
     *
     * @param day the last day at the albo
     * @return an immutable list, by reference
     */
    public List<Deliberation> publishedUntil(LocalDate day) {
        return acts(act -> act.standing()
                .publication()
                .filter(albo -> albo.to().equals(day))
                .isPresent());
    }

    /**
     * Where the deliberations stand, for a public page.
     *
     * @param at when it is drawn up
     * @param shown which of them the public may see; those about persons may have to be left out
     * @return a snapshot
     */
    public Board board(OffsetDateTime at, Predicate<Deliberation> shown) {
        return new Board(
                at, acts.values().stream().filter(shown).map(IterMonitor::row).toList());
    }

    private static Board.Row row(Deliberation act) {
        Standing standing = act.standing();
        Optional<LocalDate> effect = standing.effect()
                .map(Completion.BecameExecutable::on)
                .or(() -> standing.isEnded()
                        ? Optional.empty()
                        : standing.executableFrom().flatMap(TermRuling::firstDay));
        return new Board.Row(
                act.reference(),
                act.title(),
                act.organ(),
                act.state(),
                standing.number().map(DeliberationNumber::toString),
                standing.adopted(),
                effect,
                standing.publication().map(Completion.Published::to),
                act.history().stream()
                        .map(step -> new Board.Passed(step.what().kind(), step.at()))
                        .toList());
    }
}
