// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.outcome.Coded;
import java.util.Optional;

/** The platform whose log (<i>registro dei collegamenti</i>) is read. */
public enum AttendanceFormat implements Coded {
    /** Microsoft Teams: the report with three numbered sections, the one before it, and the list of user actions. */
    TEAMS("teams", "Microsoft Teams"),
    /** Zoom: the participants report with one row for each connection. */
    ZOOM("zoom", "Zoom"),
    /** BigBlueButton: {@code events.xml} of a recording, or the learning dashboard's JSON. */
    BIGBLUEBUTTON("bbb", "BigBlueButton"),
    /** Jitsi Meet: the messages of the event_sync plug-in. */
    JITSI("jitsi", "Jitsi Meet"),
    /** Google Meet: the attendance report with one row for each person; weak evidence. */
    MEET("meet", "Google Meet");

    private final String code;
    private final String label;

    AttendanceFormat(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * The name of the product.
     *
     * @return the same in every language
     */
    public String label() {
        return label;
    }

    /**
     * The word in JSON and on the command line.
     *
     * @return a lower-case word
     */
    @Override
    public String code() {
        return code;
    }

    /**
     * The format with a given word.
     *
     * @param code a word as in {@link #code()}
     * @return the format, if there is one
     */
    public static Optional<AttendanceFormat> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
