/**
 * The exchange forms of minutes: {@link eu.digitalminutes.core.exchange.MinutesJson} for {@code minutes.json} and
 * {@link eu.digitalminutes.core.exchange.RulesJson} for local rules, whose schemas are the resources
 * {@code minutes.schema.json} and {@code rules.schema.json} of this package, and WebVTT chapters. It never opens a
 * connection.
 */
package eu.digitalminutes.core.exchange;
