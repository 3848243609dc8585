// SPDX-License-Identifier: BSD-3-Clause
/**
 * Packages as bags (<i>pacchetto BagIt</i>), written and verified. Begin with
 * {@link eu.digitalminutes.archive.bagit.BagItProfile}. Nothing here opens a connection: what a bag leaves to be fetched
 * is told, not fetched.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8493">RFC 8493, BagIt 1.0</a>
 */
package eu.digitalminutes.archive.bagit;
