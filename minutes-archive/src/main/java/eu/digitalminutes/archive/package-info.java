// SPDX-License-Identifier: BSD-3-Clause
/**
 * Minutes in preservation (<i>conservazione</i>). {@link eu.digitalminutes.archive.MinutesArchive} packs signed minutes
 * and verifies packages, by AgID's guidelines and the standards of {@link eu.digitalminutes.archive.profile}. It never
 * signs by itself, and never opens a connection.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, chapter 4</a>
 */
package eu.digitalminutes.archive;
