/**
 * What happens when in the recording, for players: a WebVTT metadata track and podcast chapters. WebVTT chapters are in
 * {@link eu.digitalminutes.core.exchange.WebVtt}. Each part of the recording has files of its own.
 */
package eu.digitalminutes.core.exchange.timed;
