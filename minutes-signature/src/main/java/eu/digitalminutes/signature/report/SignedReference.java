// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import java.util.Objects;

/**
 * What one signature says of one file (<i>riferimento firmato</i>).
 *
 * @param file the file's name as signed
 * @param found whether the file is there
 * @param intact whether its digest is the signed one
 */
public record SignedReference(String file, boolean found, boolean intact) {
    /**
     * What one signature says of one file.
     *
     * @param file the file's name as signed
     * @param found whether the file is there
     * @param intact whether its digest is the signed one
     */
    public SignedReference {
        Objects.requireNonNull(file, "file");
    }
}
