// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.signature.internal.dss.Subject;
import eu.digitalminutes.signature.key.Signatory;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The Secretary's statement that somebody cannot sign for the time being, in the language of the act.
 *
 * @see <a href="https://dait.interno.gov.it/node/98736">Ministry of the Interior, opinion DAIT 98736</a>
 */
public final class ImpedimentText {
    private ImpedimentText() {}

    /** The statement, in UTF-8. */
    public static byte[] of(SignatoryRole role, String reason, List<SignedMinutes> documents, Signatory secretary) {
        StringBuilder text = new StringBuilder("ATTESTAZIONE DI IMPEDIMENTO ALLA FIRMA\n\n");
        text.append("Il Segretario ")
                .append(Subject.of(secretary.certificate()).name())
                .append(" attesta che il ")
                .append(role.label().italian());
        person(role, documents.get(0).minutes().meeting())
                .ifPresent(seat -> text.append(' ').append(seat.person().fullName()));
        text.append(" è temporaneamente impedito a sottoscrivere i verbali indicati sotto.\n\nMotivo: ")
                .append(reason.strip())
                .append("\n\nI verbali sono efficaci. La firma segue quando l'impedimento è cessato.\n");
        for (SignedMinutes signed : documents) {
            Meeting meeting = signed.minutes().meeting();
            text.append("\nVerbale: ")
                    .append(meeting.municipality().name())
                    .append(", ")
                    .append(meeting.organ().name())
                    .append(", seduta del ")
                    .append(meeting.scheduledAt().format(DateTimeFormatter.ISO_LOCAL_DATE))
                    .append('\n');
            for (ContainedFile file : signed.files()) {
                text.append("  ")
                        .append(file.name())
                        .append("  SHA-256 ")
                        .append(file.fingerprint().digest())
                        .append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Seat> person(SignatoryRole role, Meeting meeting) {
        return role == SignatoryRole.PRESIDENT ? meeting.president() : meeting.secretary();
    }
}
