// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The key that seals the index of a package: from the command line, or from {@code seal} in {@code metadata.json}, where
 * a path is relative to that file.
 */
final class SealKey {
    /** A seal made from the command line carries no time stamp: the provider adds one when it takes the package. */
    static final SigningProfile PROFILE = SigningProfile.withoutTimestamp();

    private SealKey() {}

    static @Nullable SigningKey find(@Nullable String option, @Nullable Path metadata) throws IOException {
        if (option != null) {
            return KeyOption.key(option);
        }
        if (metadata == null) {
            return null;
        }
        JsonNode seal = CommandOptions.mapper().readTree(metadata.toFile()).path("seal");
        if (!seal.hasNonNull("pkcs12")) {
            return null;
        }
        Path file = metadata.toAbsolutePath().resolveSibling(seal.get("pkcs12").asText());
        return SigningKey.pkcs12(file, seal.path("password").asText().toCharArray());
    }
}
