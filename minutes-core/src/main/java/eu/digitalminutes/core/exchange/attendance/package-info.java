/**
 * Who was connected when (<i>collegamenti da remoto</i>), from the logs of meeting platforms:
 * {@link eu.digitalminutes.core.exchange.attendance.AttendanceLog} reads them. A log is evidence that the secretary
 * weighs, not presence in the sense of the law; people are matched by account, never by name.
 */
package eu.digitalminutes.core.exchange.attendance;
