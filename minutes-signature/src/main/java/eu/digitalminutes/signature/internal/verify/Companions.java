// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.signature.internal.form.SignedStores;
import eu.digitalminutes.signature.signed.DetachedContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of detached signatures lie: where the caller says, else beside the file that is verified.
 *
 * @param content what the caller says
 * @param signed the file that is verified
 */
record Companions(DetachedContent content, Path signed) {
    Optional<Path> file(String name) {
        if (content.names(name)) {
            return content.file(name);
        }
        Path beside = SignedStores.beside(signed, name);
        return Files.isRegularFile(beside) ? Optional.of(beside) : content.file(name);
    }

    Optional<Digest> digest(String name) {
        return content.digest(name);
    }
}
