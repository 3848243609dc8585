/**
 * Statute and regulation as parameters, and the computations by them. Begin with
 * {@link eu.digitalminutes.core.rules.LocalRules}; what they answer is in {@link eu.digitalminutes.core.ruling}, the
 * checks that hold a meeting against them are in {@link eu.digitalminutes.core.check}.
 */
package eu.digitalminutes.core.rules;
