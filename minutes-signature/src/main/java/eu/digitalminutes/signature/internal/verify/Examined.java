// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.signature.internal.check.Layer;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a signed file.
 *
 * @param layer its own level, with those inside
 * @param composed whether files lie together as minutes do, so that facts and written act are expected
 * @param facts the bytes of the meeting's facts, where there are any
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Examined(Layer layer, boolean composed, byte @Nullable [] facts) {}
