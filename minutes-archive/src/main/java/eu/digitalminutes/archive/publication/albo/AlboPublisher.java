// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import java.util.Objects;

/**
 * Who keeps the albo, as feeds name it (<i>ente pubblicante</i>). Immutable.
 *
 * @see <a href="https://github.com/ondata/albo-pop/blob/master/specs.md">ALBO-POP, specifications</a>
 */
public final class AlboPublisher {
    private final String name;
    private final String type;
    private final String uid;
    private final String webMaster;

    private AlboPublisher(String name, String type, String uid, String webMaster) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        this.uid = Objects.requireNonNull(uid, "uid");
        this.webMaster = Objects.requireNonNull(webMaster, "webMaster");
    }

    /**
     * A municipality.
     *
     * @param name its name, such as {@code Comune di Roccaverde}
     * @return the publisher
     */
    public static AlboPublisher municipality(String name) {
        return new AlboPublisher(name, "Comune", "", "");
    }

    /**
     * The same publisher of another kind.
     *
     * @param value such as {@code Provincia} or {@code Università}
     * @return a new publisher
     */
    public AlboPublisher ofType(String value) {
        return new AlboPublisher(name, value, uid, webMaster);
    }

    /**
     * The same publisher with its number.
     *
     * @param value such as {@code istat:082006}
     * @return a new publisher
     */
    public AlboPublisher withUid(String value) {
        return new AlboPublisher(name, type, value, webMaster);
    }

    /**
     * The same publisher with whom to write to about the feed.
     *
     * @param value an address, with a name in parentheses
     * @return a new publisher
     */
    public AlboPublisher withWebMaster(String value) {
        return new AlboPublisher(name, type, uid, value);
    }

    /**
     * The name.
     *
     * @return words
     */
    public String name() {
        return name;
    }

    /**
     * The kind of body.
     *
     * @return a word
     */
    public String type() {
        return type;
    }

    /**
     * Its number.
     *
     * @return a prefixed number, or an empty text
     */
    public String uid() {
        return uid;
    }

    /**
     * Whom to write to.
     *
     * @return an address, or an empty text
     */
    public String webMaster() {
        return webMaster;
    }
}
