/**
 * What the public may see of a session in the words of three open data standards: Popolo, OParl and Open Civic Data.
 * It never opens a connection.
 */
package eu.digitalminutes.core.exchange.opendata;
