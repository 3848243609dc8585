/**
 * What happens in a meeting, as an append-only list of {@link eu.digitalminutes.core.event.SessionEvent}s: the only
 * source of truth, from which presence, quorum, tallies and the index of the recording follow.
 */
package eu.digitalminutes.core.event;
