// SPDX-License-Identifier: BSD-3-Clause
/** XML written without string concatenation, and read without trust. Not exported. */
package eu.digitalminutes.archive.internal.xml;
