// SPDX-License-Identifier: BSD-3-Clause
/**
 * Packages as the archive pole of Emilia-Romagna, ParER, takes them (<i>unità documentaria</i>). Begin with
 * {@link eu.digitalminutes.archive.sacer.SacerProfile}; {@link eu.digitalminutes.archive.sacer.SubmissionIndex} reads the
 * index of such a package. Nothing here opens a connection: that is the work of the deposit.
 *
 * @see <a href="https://poloarchivistico.regione.emilia-romagna.it/">ParER, specifiche tecniche dei servizi di
 *     versamento</a>
 */
package eu.digitalminutes.archive.sacer;
