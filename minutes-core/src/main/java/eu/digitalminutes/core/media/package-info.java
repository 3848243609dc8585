/**
 * What a recording (<i>registrazione audiovisiva</i>) is, before it is signed:
 * {@link eu.digitalminutes.core.media.MediaProbe} says of a file its format, tracks and length, whether it is whole, and
 * whether Annex 2 of the AgID guidelines admits it for preservation. It reads a few megabytes at any size, never decodes,
 * never changes a file and never follows a reference out of it.
 */
package eu.digitalminutes.core.media;
