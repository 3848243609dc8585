/**
 * The money that deliberations bind, in an accounting system of the host. Begin with
 * {@link eu.digitalminutes.core.deliberation.accounting.AccountingDesk}; a host implements
 * {@link eu.digitalminutes.core.deliberation.accounting.AccountingSystem}.
 */
@NullMarked
package eu.digitalminutes.core.deliberation.accounting;

import org.jspecify.annotations.NullMarked;
