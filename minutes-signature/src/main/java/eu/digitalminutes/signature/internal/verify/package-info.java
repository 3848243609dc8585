/**
 * Reads signed files of every form for verification: each byte once, whatever the number of signatures.
 */
package eu.digitalminutes.signature.internal.verify;
