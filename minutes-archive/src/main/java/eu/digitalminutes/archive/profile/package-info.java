// SPDX-License-Identifier: BSD-3-Clause
/**
 * What every kind of package has in common (<i>profilo del pacchetto</i>). Begin with
 * {@link eu.digitalminutes.archive.profile.PackageProfile}; its implementations lie in one package per standard. Nothing
 * here knows a standard.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.2</a>
 */
package eu.digitalminutes.archive.profile;
