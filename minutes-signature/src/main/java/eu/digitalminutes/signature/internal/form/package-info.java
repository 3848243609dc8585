/**
 * How files and signatures lie on the disk, form by form: what is signed already, and where one more signature goes.
 */
package eu.digitalminutes.signature.internal.form;
