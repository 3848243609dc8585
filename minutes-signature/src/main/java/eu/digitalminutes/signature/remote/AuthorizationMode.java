// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

/** How the owner of a remote key lets it sign (<i>autorizzazione all'uso della chiave</i>). */
public enum AuthorizationMode {
    /** The service asks its user by itself, or the key signs automatically (<i>firma automatica</i>). */
    IMPLICIT,
    /** PIN, one-time password or both go through the caller's software. */
    EXPLICIT,
    /** The user goes to a page of the service, and the caller gets an access token for these signatures alone. */
    OAUTH2
}
