/**
 * A meeting while it goes on: events are taken one at a time, chained and stored, and listeners are told what they
 * change. Begin with {@link eu.digitalminutes.core.live.LiveMeeting}. The same events, given all at once, make the same
 * {@link eu.digitalminutes.core.meeting.Meeting}.
 */
package eu.digitalminutes.core.live;
