// SPDX-License-Identifier: BSD-3-Clause
/**
 * What preservation asks to know about minutes (<i>metadati, Allegato 5</i>). Begin with
 * {@link eu.digitalminutes.archive.metadata.ArchiveMetadata}, which fills itself from the minutes;
 * {@link eu.digitalminutes.archive.metadata.AdministrativeDocument} is the XML that follows from it. It never asks a
 * registry or an index of administrations: what the minutes and the vendor do not say, it does not know.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 5</a>
 */
package eu.digitalminutes.archive.metadata;
