// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import java.util.List;
import java.util.Locale;

/** What of the metadata follows from the minutes. */
final class MetadataPreset {
    /** Of a body or of a person. */
    private static final String TAX_CODE = "[A-Z0-9]{11}|[A-Z0-9]{16}";

    private MetadataPreset() {}

    static ArchiveMetadata.Builder of(Minutes minutes) {
        Meeting meeting = minutes.meeting();
        String organ = meeting.organ().kind().label().italian();
        Agent body = body(meeting.municipality());
        return new ArchiveMetadata.Builder()
                .documentType("Verbale di seduta " + ofOrgan(meeting.organ().kind()))
                .registration(Registration.of(
                        register(meeting.organ().kind()),
                        Integer.toString(meeting.id().number()),
                        meeting.closedAt().orElse(meeting.scheduledAt()).toLocalDate()))
                .classification(classification(meeting.organ().kind()))
                .aggregation("verbali-" + organ.toLowerCase(Locale.ROOT) + "-"
                        + meeting.id().year())
                .reserved(hasSecretPart(meeting))
                .keywords(List.of("verbale", "seduta", organ.toLowerCase(Locale.ROOT)))
                .submitter(body)
                .holder(body)
                .authorizedSigner(meeting.secretary()
                        .<Agent>map(seat -> person(seat.person()))
                        .orElse(body));
    }

    /** Minutes of a meeting that was closed to the public, even for one item, are not for everyone. */
    static boolean hasSecretPart(Meeting meeting) {
        return meeting.publicity() == Publicity.SECRET
                || meeting.agenda().stream().anyMatch(item -> item.publicity() == Publicity.SECRET);
    }

    private static String ofOrgan(OrganKind kind) {
        return switch (kind) {
                    case COUNCIL, DISTRICT_COUNCIL -> "del ";
                    case EXECUTIVE_BOARD, COMMITTEE -> "della ";
                    case ASSEMBLY -> "dell'";
                }
                + kind.label().italian();
    }

    private static String register(OrganKind kind) {
        return switch (kind) {
            case COUNCIL -> "VERB_CC";
            case EXECUTIVE_BOARD -> "VERB_GC";
            case COMMITTEE -> "VERB_COMM";
            case DISTRICT_COUNCIL -> "VERB_CIRC";
            case ASSEMBLY -> "VERB_ASS";
        };
    }

    /** Title II of the model filing plan of the Italian municipalities (2005). */
    private static Classification classification(OrganKind kind) {
        return switch (kind) {
            case COUNCIL, ASSEMBLY -> new Classification("2.3", "Organi di governo - Consiglio", "");
            case EXECUTIVE_BOARD -> new Classification("2.7", "Organi di governo - Giunta", "");
            case COMMITTEE -> new Classification("2.5", "Organi di governo - Commissioni del Consiglio", "");
            case DISTRICT_COUNCIL -> new Classification("2.16", "Organi di governo - Consigli circoscrizionali", "");
        };
    }

    /** A body's tax code is not always its VAT number, so the prefix is the national one that Italy has declared. */
    private static Agent body(Municipality municipality) {
        String taxCode = municipality.taxCode().toUpperCase(Locale.ROOT);
        return new Agent.LegalPerson(
                taxCode.matches(TAX_CODE) ? "CF:IT-" + taxCode : "",
                municipality.name(),
                "Manuale di gestione documentale");
    }

    private static Agent person(Person person) {
        return new Agent.NaturalPerson(
                person.taxCode().matches(TAX_CODE) ? "TINIT-" + person.taxCode() : "",
                person.givenName(),
                person.familyName(),
                "Manuale di conservazione");
    }
}
