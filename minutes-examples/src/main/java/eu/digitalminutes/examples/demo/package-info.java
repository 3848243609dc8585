/** The whole job on the bundled recording. Begin with {@link eu.digitalminutes.examples.demo.Demo}. */
@NullMarked
package eu.digitalminutes.examples.demo;

import org.jspecify.annotations.NullMarked;
