// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import java.util.Objects;

/**
 * Who deposits, in the words that ParER gave it when the agreement was made (<i>versatore</i>).
 *
 * @param environment the provider's environment (<i>ambiente</i>)
 * @param body the body (<i>ente</i>)
 * @param structure the structure of the body (<i>struttura</i>)
 * @param user the user that deposits, who logs in too (<i>user id</i>)
 */
public record SacerAccount(String environment, String body, String structure, String user) {
    private static final int MAX_LENGTH = 100;

    /**
     * Who deposits.
     *
     * @param environment the provider's environment
     * @param body the body
     * @param structure the structure of the body
     * @param user the user that deposits
     * @throws IllegalArgumentException if one of them is blank or longer than 100 characters
     */
    public SacerAccount {
        require(environment, "environment");
        require(body, "body");
        require(structure, "structure");
        require(user, "user");
    }

    private static void require(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the account's " + name + " has 1 to " + MAX_LENGTH + " characters");
        }
    }
}
