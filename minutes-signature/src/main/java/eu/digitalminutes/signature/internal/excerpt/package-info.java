/** Some minutes of a signed recording, with what proves them: how they lie in a file of their own. */
package eu.digitalminutes.signature.internal.excerpt;
