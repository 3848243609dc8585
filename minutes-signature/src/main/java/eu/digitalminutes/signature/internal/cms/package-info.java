/**
 * Enveloping CMS files (<i>.p7m</i>) as bytes: whatever is inside streams by, however large it is, and only the signatures
 * around it are held in memory.
 */
package eu.digitalminutes.signature.internal.cms;
