/**
 * What the minutes of a meeting say that became of deliberations. Begin with
 * {@link eu.digitalminutes.core.deliberation.sitting.MeetingDecisions}.
 */
@NullMarked
package eu.digitalminutes.core.deliberation.sitting;

import org.jspecify.annotations.NullMarked;
