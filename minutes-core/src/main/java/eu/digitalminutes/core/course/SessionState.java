// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** In which state a meeting is (<i>stato della seduta</i>). */
public enum SessionState implements Coded {
    /** Called, not yet opened. */
    CONVENED("convened", "convocata", "convened"),
    /** Open: only now is something treated and voted. */
    OPEN("open", "aperta", "open"),
    /** Suspended. */
    SUSPENDED("suspended", "sospesa", "suspended"),
    /** Closed by the chair. */
    CLOSED("closed", "chiusa", "closed"),
    /** Never opened, for want of the legal number. */
    DESERTED("deserted", "deserta", "deserted"),
    /** Called off. */
    CANCELLED("cancelled", "revocata", "cancelled"),
    /** Ended because the legal number was lost. */
    DISSOLVED("dissolved", "sciolta", "dissolved");

    private final String code;
    private final Text label;

    SessionState(String code, String italian, String english) {
        this.code = code;
        this.label = new Text(italian, english);
    }

    /**
     * The word that stands for it in {@code minutes.json}.
     *
     * @return lower-case words joined by hyphens
     */
    @Override
    public String code() {
        return code;
    }

    /**
     * The words for people.
     *
     * @return the words in both languages
     */
    public Text label() {
        return label;
    }

    /**
     * The value behind a word of {@code minutes.json}.
     *
     * @param code the word
     * @return the value, or empty if no value has that word
     */
    public static Optional<SessionState> ofCode(String code) {
        return Coded.find(values(), code);
    }

    /**
     * Whether the meeting is over, in whatever way.
     *
     * @return true if nothing can happen any more
     */
    public boolean isOver() {
        return this == CLOSED || this == DESERTED || this == CANCELLED || this == DISSOLVED;
    }

    /**
     * The state after something happened.
     *
     * @param what what happened
     * @return the next state, this one if it changes nothing; empty if it cannot happen in this state
     */
    public Optional<SessionState> after(Occurrence what) {
        if (what instanceof Conduct.Opened) {
            return step(OPEN, CONVENED);
        } else if (what instanceof Conduct.Suspended) {
            return step(SUSPENDED, OPEN);
        } else if (what instanceof Conduct.Resumed) {
            return step(OPEN, SUSPENDED);
        } else if (what instanceof Conduct.Closed) {
            return step(CLOSED, OPEN, SUSPENDED);
        } else if (what instanceof Conduct.Dissolved) {
            return step(DISSOLVED, OPEN, SUSPENDED);
        } else if (what instanceof Conduct.Deserted) {
            return step(DESERTED, CONVENED);
        } else if (what instanceof Conduct.Cancelled) {
            return step(CANCELLED, CONVENED);
        }
        boolean business =
                what instanceof Voting || what instanceof Business.ItemOpened || what instanceof Business.Spoke;
        return business && this != OPEN ? Optional.empty() : Optional.of(this);
    }

    private Optional<SessionState> step(SessionState next, SessionState... from) {
        for (SessionState state : from) {
            if (state == this) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
