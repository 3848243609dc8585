// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.asic;

import eu.digitalminutes.signature.internal.dss.SignatureFile;
import eu.digitalminutes.signature.profile.SignatureLevel;
import java.util.List;

/** One file of signatures of a container, with its bytes. */
public final class SignatureEntry {
    private static final List<String> LEVELS = List.of("B", "T", "LT", "LTA");

    private final String name;
    private final byte[] content;
    private final List<SignatureFile> signatures;

    SignatureEntry(String name, byte[] content, List<SignatureFile> signatures) {
        this.name = name;
        this.content = content;
        this.signatures = signatures;
    }

    /** Its name in the container. */
    public String name() {
        return name;
    }

    /** Its bytes; not copied. */
    public byte[] content() {
        return content;
    }

    /** Who signed. */
    public String signer() {
        return signatures.stream().map(SignatureFile::signer).findFirst().orElse("");
    }

    /** Whether a signature in it has not reached a level. */
    public boolean isBelow(SignatureLevel level) {
        return signatures.stream()
                .anyMatch(one -> LEVELS.indexOf(one.applied().level()) < LEVELS.indexOf(level.name()));
    }
}
