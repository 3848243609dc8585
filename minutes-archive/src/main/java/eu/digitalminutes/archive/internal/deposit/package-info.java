// SPDX-License-Identifier: BSD-3-Clause
/** The profiles of packages, put together from metadata, index and form. Not exported. */
package eu.digitalminutes.archive.internal.deposit;
