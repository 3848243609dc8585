// SPDX-License-Identifier: BSD-3-Clause
/**
 * Packages as European archives exchange them (<i>pacchetti E-ARK</i>), written and verified. Begin with
 * {@link eu.digitalminutes.archive.eark.EArkProfile}. Nothing here follows an address that a package names.
 *
 * @see <a href="https://earkcsip.dilcis.eu/">E-ARK CSIP</a>
 * @see <a href="https://www.loc.gov/standards/mets/">METS 1.12</a>
 * @see <a href="https://www.loc.gov/standards/premis/v3/">PREMIS 3</a>
 */
package eu.digitalminutes.archive.eark;
