// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

/**
 * A mark in a recording.
 *
 * @param seconds when, from the beginning
 * @param title what it says; may be empty
 */
public record Chapter(double seconds, String title) {}
