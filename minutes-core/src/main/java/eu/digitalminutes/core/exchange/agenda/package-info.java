/**
 * What the systems around a session know of its course: the agenda (<i>ordine del giorno</i>) with
 * {@link eu.digitalminutes.core.exchange.agenda.AgendaImport}, the marks of the hall (<i>marcature</i>) with
 * {@link eu.digitalminutes.core.exchange.agenda.HallMarks}. Words are taken as they stand; what they mean is decided by
 * who builds the meeting from them.
 */
package eu.digitalminutes.core.exchange.agenda;
