/**
 * What building and verifying packages costs, beside commons-ip2 and bagit-java. Begin with {@code bin/benchmark-packaging};
 * run it by hand, on a machine that is otherwise quiet.
 */
@NullMarked
package eu.digitalminutes.examples.benchmark.packaging;

import org.jspecify.annotations.NullMarked;
