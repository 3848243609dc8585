/**
 * The exchange forms of minutes: {@link eu.digitalminutes.core.exchange.MinutesJson} for {@code minutes.json}, whose
 * schema is the resource {@code minutes.schema.json} of this package, and WebVTT chapters. It never opens a connection.
 */
package eu.digitalminutes.core.exchange;
