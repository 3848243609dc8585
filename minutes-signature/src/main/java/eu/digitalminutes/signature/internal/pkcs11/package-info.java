/** Signature devices behind PKCS#11, the one place that knows the library which speaks it. */
package eu.digitalminutes.signature.internal.pkcs11;
