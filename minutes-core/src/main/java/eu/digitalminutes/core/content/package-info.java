/**
 * Files and what identifies them: {@link eu.digitalminutes.core.content.Fingerprinter} reads a file once,
 * {@link eu.digitalminutes.core.content.PendingFile} writes one whole or not at all. It never holds a file in memory.
 */
package eu.digitalminutes.core.content;
