// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.core.minutes.Composition;

/** What a file of the container is to its minutes, told from its name. */
enum AttachedKind {
    WRITTEN_ACT("Verbale scritto"),
    TIME_INDEX("Indice temporale della registrazione"),
    CAPTIONS("Sottotitoli della registrazione"),
    DIGEST_TREE("Albero delle impronte della registrazione"),
    OTHER("Allegato");

    private final String italian;

    AttachedKind(String italian) {
        this.italian = italian;
    }

    static AttachedKind of(String name) {
        if (name.equals(Composition.WRITTEN_ACT)) {
            return WRITTEN_ACT;
        }
        if (name.equals("chapters.vtt")) {
            return TIME_INDEX;
        }
        if (name.startsWith("captions")) {
            return CAPTIONS;
        }
        return name.endsWith(".tree") ? DIGEST_TREE : OTHER;
    }

    String italian() {
        return italian;
    }
}
