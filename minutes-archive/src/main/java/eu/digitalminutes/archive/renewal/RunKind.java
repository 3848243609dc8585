// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.outcome.Coded;

/**
 * What a run did.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 5</a>
 */
public enum RunKind implements Coded {
    /** New objects were stamped for the first time (<i>marcatura iniziale</i>). */
    CREATION("creation"),
    /** The last time stamps were stamped again; no object was read (<i>rinnovo della marca temporale</i>). */
    RENEWAL("renewal"),
    /** The objects were hashed again with another function (<i>rinnovo dell'albero di hash</i>). */
    REHASH("rehash");

    private final String code;

    RunKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
