/**
 * The words of a meeting (<i>seduta</i>): body, organ, seats, agenda, and the events of which everything else is
 * computed. Begin with {@link eu.digitalminutes.core.meeting.Meeting}. It judges nothing: see the rules.
 */
package eu.digitalminutes.core.meeting;
