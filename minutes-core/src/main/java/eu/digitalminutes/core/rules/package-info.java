/**
 * Statute and regulation as parameters, {@link eu.digitalminutes.core.rules.LocalRules}, and the checks that hold a
 * meeting against them and against TUEL (D.Lgs. 267/2000).
 */
package eu.digitalminutes.core.rules;
