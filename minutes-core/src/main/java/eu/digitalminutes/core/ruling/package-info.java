/**
 * What is counted and what follows from it by the rules, with its reasons. Begin with
 * {@link eu.digitalminutes.core.ruling.Ruling}; the rules that rule are in {@code eu.digitalminutes.core.rules}.
 */
package eu.digitalminutes.core.ruling;
