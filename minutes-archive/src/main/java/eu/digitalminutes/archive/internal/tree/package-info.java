/** Hash trees in memory and on disk, and evidence records in DER. Not exported. */
package eu.digitalminutes.archive.internal.tree;
