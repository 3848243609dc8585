/**
 * Draws what happened to signatures in time, as SVG: a lane for each, a row for each thing. Knows nothing of signatures.
 */
package eu.digitalminutes.signature.internal.timeline;
