// SPDX-License-Identifier: BSD-3-Clause
/**
 * The deposit at ParER, the archive pole of Emilia-Romagna (<i>versamento in SACER e PING</i>). Begin with
 * {@link eu.digitalminutes.archive.deposit.parer.ParerProvider}; objects that its synchronous service does not take go by
 * {@link eu.digitalminutes.archive.deposit.parer.PingRoute}. No password is logged, kept or named in a message.
 *
 * @see <a href="https://poloarchivistico.regione.emilia-romagna.it/">ParER, specifiche tecniche dei servizi di
 *     versamento</a>
 */
package eu.digitalminutes.archive.deposit.parer;
