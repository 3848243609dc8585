// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

/**
 * Where the access token for the service comes from: the caller's own login (OAuth 2, scope {@code service}). The SDK
 * sends no user name and no password.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
@FunctionalInterface
public interface AccessTokens {
    /**
     * The token to be used now; asked for each request, so answer from memory.
     *
     * @return the token without the word {@code Bearer}
     */
    String token();

    /**
     * A fresh token, after the service refused the present one. Asked at most once for each request, and never while
     * signatures are made. Unless overridden there is no fresh one: the same token again ends the attempt.
     *
     * @return the token without the word {@code Bearer}
     */
    default String renewedToken() {
        return token();
    }
}
