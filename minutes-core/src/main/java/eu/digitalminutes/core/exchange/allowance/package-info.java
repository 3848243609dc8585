/**
 * Who attended for how long, as a table for the office that pays attendance allowances. Begin with
 * {@link eu.digitalminutes.core.exchange.allowance.AttendanceSheet}.
 */
package eu.digitalminutes.core.exchange.allowance;
