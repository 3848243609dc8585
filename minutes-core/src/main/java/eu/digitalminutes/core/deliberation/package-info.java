/**
 * The iter of a deliberation, from draft to preservation. Begin with
 * {@link eu.digitalminutes.core.deliberation.Deliberation}.
 */
@NullMarked
package eu.digitalminutes.core.deliberation;

import org.jspecify.annotations.NullMarked;
