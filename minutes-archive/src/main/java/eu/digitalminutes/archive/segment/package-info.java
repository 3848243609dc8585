// SPDX-License-Identifier: BSD-3-Clause
/**
 * Packages that are too large for a channel, in parts (<i>pacchetto segmentato</i>). Begin with
 * {@link eu.digitalminutes.archive.segment.SegmentedPackage}. Nothing here looks into a package.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.1</a>
 */
package eu.digitalminutes.archive.segment;
