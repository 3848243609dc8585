// SPDX-License-Identifier: BSD-3-Clause
/** A package as a folder, ZIP or TAR file, written whole or not at all, opened without trust. Not exported. */
package eu.digitalminutes.archive.internal.form;
