/**
 * ZIP containers as bytes: a writer that stores, a reader that refuses what can be understood in two ways.
 */
package eu.digitalminutes.signature.internal.container;
