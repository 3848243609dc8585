// SPDX-License-Identifier: BSD-3-Clause
/** Passwords on their way to a provider, and nowhere else. */
package eu.digitalminutes.archive.internal.secret;
