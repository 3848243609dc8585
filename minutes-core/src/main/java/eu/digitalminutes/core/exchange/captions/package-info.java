/**
 * Captions of a recording (<i>sottotitoli</i>): {@link eu.digitalminutes.core.exchange.captions.Captions} reads WebVTT and
 * SubRip. They are derived from the recording and prove nothing by themselves.
 */
package eu.digitalminutes.core.exchange.captions;
