/**
 * Attendance computed from the events of a meeting. Begin with
 * {@link eu.digitalminutes.core.presence.Presence}. It keeps no state of its own.
 */
package eu.digitalminutes.core.presence;
