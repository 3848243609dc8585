/** One reading of a large file for several works, and one writing that the disk keeps up with; for the modules of this SDK only. */
package eu.digitalminutes.core.internal.pass;
