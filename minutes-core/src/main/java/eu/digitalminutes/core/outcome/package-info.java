/**
 * What comes out: {@link eu.digitalminutes.core.outcome.Report} with its findings, and the few exceptions of work that
 * stopped. A verdict is a value, never an exception.
 */
package eu.digitalminutes.core.outcome;
