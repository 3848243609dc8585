/**
 * How the forms of audio and video files are built: {@link eu.digitalminutes.core.internal.media.Sounding} recognises a
 * form and lets its reader tell what it finds. Every read is bounded, nothing is decoded, and nothing is allocated by a
 * size that a file declares.
 */
package eu.digitalminutes.core.internal.media;
