// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

/** What holds documents together (<i>tipo di aggregazione documentale</i>). */
public enum AggregationKind {
    /** Documents of one kind, such as the minutes of a council in a year (<i>serie documentale</i>). */
    DOCUMENT_SERIES("Serie Documentale"),
    /** The documents of one affair, such as all of a session (<i>fascicolo</i>). */
    DOSSIER("Fascicolo"),
    /** Dossiers of one kind, such as the sessions of a council in a year (<i>serie di fascicoli</i>). */
    DOSSIER_SERIES("Serie Di Fascicoli");

    private final String italian;

    AggregationKind(String italian) {
        this.italian = italian;
    }

    String italian() {
        return italian;
    }
}
