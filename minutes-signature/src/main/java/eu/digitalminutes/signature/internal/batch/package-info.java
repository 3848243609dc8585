/**
 * Verification of many documents: the file of results, and its lines.
 */
package eu.digitalminutes.signature.internal.batch;
