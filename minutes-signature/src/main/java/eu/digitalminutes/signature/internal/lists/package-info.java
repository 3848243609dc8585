/** Trusted lists in a folder: read, verified, replaced by newer ones. */
package eu.digitalminutes.signature.internal.lists;
