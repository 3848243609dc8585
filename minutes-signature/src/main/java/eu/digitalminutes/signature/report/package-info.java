/**
 * What verification finds: {@link eu.digitalminutes.signature.report.VerificationReport}, in Java, as JSON, as a page.
 */
package eu.digitalminutes.signature.report;
