// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

/**
 * What can happen in a meeting (<i>fatto della seduta</i>). Seats, items and votes are named by their ids.
 *
 * @see SessionEvent
 */
public sealed interface Occurrence permits Attending, Conduct, Business, Voting, Filming {}
