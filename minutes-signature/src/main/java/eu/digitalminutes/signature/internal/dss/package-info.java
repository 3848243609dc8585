/**
 * The only place that knows DSS and Bouncy Castle.
 */
package eu.digitalminutes.signature.internal.dss;
