// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import java.util.Objects;

/**
 * The software that made the minutes and their package (<i>prodotto software</i>).
 *
 * @param name its name
 * @param version its version
 * @param producer who makes it
 */
public record Product(String name, String version, String producer) {
    /**
     * A piece of software.
     *
     * @param name its name
     * @param version its version
     * @param producer who makes it
     * @throws IllegalArgumentException if the name is blank
     */
    public Product {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(producer, "producer");
        if (name.isBlank()) {
            throw new IllegalArgumentException("/name: a product has a name");
        }
    }

    /**
     * This SDK, for vendors who do not name their own product.
     *
     * @return its name and version; {@code unreleased} where it was not taken from a jar
     */
    public static Product sdk() {
        String version = Product.class.getPackage().getImplementationVersion();
        return new Product("minutes SDK", version == null ? "unreleased" : version, "The minutes contributors");
    }
}
