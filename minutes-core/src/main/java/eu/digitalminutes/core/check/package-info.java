/**
 * The checks that hold a meeting against TUEL (D.Lgs. 267/2000) and its local rules. Begin with
 * {@link eu.digitalminutes.core.check.SessionChecks}; each check is one class, its sentences are data beside it.
 */
package eu.digitalminutes.core.check;
