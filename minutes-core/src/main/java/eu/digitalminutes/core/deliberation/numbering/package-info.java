/**
 * Numbers of deliberations, without gaps. A host implements
 * {@link eu.digitalminutes.core.deliberation.numbering.NumberRegister}.
 */
@NullMarked
package eu.digitalminutes.core.deliberation.numbering;

import org.jspecify.annotations.NullMarked;
