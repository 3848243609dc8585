// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media.crosscheck;

import java.time.Duration;
import java.util.Optional;

/**
 * What another program says of a recording (<i>esito del controllo incrociato</i>).
 *
 * @param duration how long it is, if the program says so
 * @param videoTracks how many tracks of pictures it has, zero or more
 * @param audioTracks how many tracks of sound it has, zero or more
 * @param truncated whether it is cut, if the program says so
 */
public record MediaOpinion(
        Optional<Duration> duration, int videoTracks, int audioTracks, Optional<Boolean> truncated) {}
