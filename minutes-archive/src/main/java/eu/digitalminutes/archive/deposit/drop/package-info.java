// SPDX-License-Identifier: BSD-3-Clause
/**
 * The deposit by laying a file where the provider takes it from (<i>consegna in cartella o per SFTP</i>). Begin with
 * {@link eu.digitalminutes.archive.deposit.drop.DropProvider} over one of the places here; a place of another kind is a
 * {@link eu.digitalminutes.archive.deposit.drop.DropPoint}.
 */
package eu.digitalminutes.archive.deposit.drop;
