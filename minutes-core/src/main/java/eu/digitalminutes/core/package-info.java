/**
 * The entry point of the model: {@link eu.digitalminutes.core.MinutesChecker} says whether minutes keep the law and the
 * local rules. Values live in the packages below; nothing below imports this one.
 */
package eu.digitalminutes.core;
