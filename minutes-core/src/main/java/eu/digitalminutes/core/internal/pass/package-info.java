/** One reading of a large file for two works at once; for the modules of this SDK only. */
package eu.digitalminutes.core.internal.pass;
