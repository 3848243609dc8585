/**
 * One story per class, for those who integrate the SDK. Begin with
 * {@link eu.digitalminutes.examples.stories.SignAndArchive}, the program of the README.
 */
@NullMarked
package eu.digitalminutes.examples.stories;

import org.jspecify.annotations.NullMarked;
