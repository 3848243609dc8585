/** The steps that a deliberation takes, as values. Begin with {@link eu.digitalminutes.core.deliberation.step.Step}. */
@NullMarked
package eu.digitalminutes.core.deliberation.step;

import org.jspecify.annotations.NullMarked;
