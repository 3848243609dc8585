/**
 * How signed minutes lie in an ASiC-E container.
 */
package eu.digitalminutes.signature.internal.asic;
