// SPDX-License-Identifier: BSD-3-Clause
/**
 * The deposit of a package at a preservation provider, done once whatever happens on the way (<i>versamento in
 * conservazione</i>). Begin with {@link eu.digitalminutes.archive.deposit.Deposit}; a provider is a
 * {@link eu.digitalminutes.archive.deposit.PreservationProvider}, of which the packages below hold two. Nothing here knows
 * a provider's protocol.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.7</a>
 */
package eu.digitalminutes.archive.deposit;
