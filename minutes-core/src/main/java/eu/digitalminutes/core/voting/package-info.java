/**
 * Votes computed from the events of a meeting. Begin with {@link eu.digitalminutes.core.voting.Vote}.
 */
package eu.digitalminutes.core.voting;
