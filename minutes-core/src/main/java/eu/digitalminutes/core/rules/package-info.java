/**
 * Statute and regulation as parameters. Begin with {@link eu.digitalminutes.core.rules.LocalRules}; the checks that
 * hold a meeting against them are in {@link eu.digitalminutes.core.check}.
 */
package eu.digitalminutes.core.rules;
