// SPDX-License-Identifier: BSD-3-Clause
/** The words of PREMIS 3, written: objects, what happened to them, and through whom. */
package eu.digitalminutes.archive.internal.premis;
