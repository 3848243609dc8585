// SPDX-License-Identifier: BSD-3-Clause
/**
 * The index of a package by UNI 11386:2020 (<i>SInCRO, indice di conservazione</i>).
 * {@link eu.digitalminutes.archive.sincro.PIndexWriter} writes one,
 * {@link eu.digitalminutes.archive.sincro.PIndex} reads one. Nothing here opens a file that an index names.
 *
 * @see <a href="https://store.uni.com/uni-11386-2020">UNI 11386:2020</a>
 */
package eu.digitalminutes.archive.sincro;
