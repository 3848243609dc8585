/**
 * Minutes as Akoma Ntoso debates, and debates of others as values. Begin with
 * {@link eu.digitalminutes.core.exchange.akn.AkomaNtoso}. It never opens a connection.
 */
package eu.digitalminutes.core.exchange.akn;
