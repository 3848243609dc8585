// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

/** What a package is for, by OAIS. */
enum EArkKind {
    /** Submission, <i>pacchetto di versamento</i>. */
    SIP,
    /** Archival, <i>pacchetto di archiviazione</i>. */
    AIP,
    /** Dissemination, <i>pacchetto di distribuzione</i>. */
    DIP
}
