// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import java.time.Duration;

/**
 * Words that were spoken, and when (<i>sottotitolo</i>).
 *
 * @param from when they begin, from the first frame
 * @param to when they end
 * @param voice who speaks, as the captions call the voice; empty when they do not say
 * @param text the words, without markup
 */
record Cue(Duration from, Duration to, String voice, String text) {}
