// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;

/** A small council with a short meeting, real keys and a real time-stamping authority, all made for one test class. */
final class Council implements AutoCloseable {
    static final OffsetDateTime START = OffsetDateTime.parse("2026-03-12T18:05:00+01:00");
    private static final char[] PASSWORD = "segreta".toCharArray();

    final Path folder;
    final PkiServer services;

    Council(Path folder) throws IOException {
        this.folder = folder;
        this.services = PkiServer.start();
    }

    Meeting meeting() {
        Municipality municipality = new Municipality(
                "Comune di Valfiorita",
                "c_z998",
                "00000000000",
                "protocollo@pec.valfiorita.example",
                new AdministrativeArea("AOO unica", "A000001"));
        return Meeting.of(municipality, new Organ(OrganKind.COUNCIL, "Consiglio comunale", 2), 2026, 1, START, "Aula")
                .seat(Seat.member(
                        "bianchi", new Person("Anna", "Bianchi", "BNCNNA70A41H501X"), SeatRole.COUNCIL_PRESIDENT, ""))
                .seat(Seat.member("verdi", new Person("Luca", "Verdi", ""), SeatRole.COUNCILLOR, ""))
                .seat(Seat.attendant("rinaldi", new Person("Bruno", "Rinaldi", "RNLBRN65B02F205Y"), SeatRole.SECRETARY))
                .item("1", "Approvazione dei verbali")
                .event(START.plusSeconds(1), new Attending.Joined("bianchi", AttendanceMode.IN_PERSON, ""))
                .event(START.plusSeconds(1), new Attending.Joined("rinaldi", AttendanceMode.IN_PERSON, ""))
                .event(START.plusSeconds(1), new Attending.Joined("verdi", AttendanceMode.IN_PERSON, ""))
                .event(START.plusSeconds(2), new Conduct.Opened("bianchi", "rinaldi"))
                .event(START.plusSeconds(3), new Business.ItemOpened("item-1"))
                .event(
                        START.plusSeconds(4),
                        new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.SHOW_OF_HANDS, ""))
                .event(
                        START.plusSeconds(5),
                        new Voting.VoteClosed(
                                "v1", Tally.of(2, 0, 0), Map.of("bianchi", Choice.YES, "verdi", Choice.YES)))
                .event(START.plusSeconds(6), new Voting.Proclaimed("v1", Outcome.APPROVED))
                .event(START.plusSeconds(9), new Conduct.Closed())
                .build();
    }

    /** A recording with content of its own, at the given size. */
    Path recording(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) (i * 31 + (i >>> 8));
        }
        return Files.write(folder.resolve("recording.mp4"), content);
    }

    Composition composition(Path recording) throws IOException {
        Minutes minutes = Minutes.of(meeting(), LocalRules.ordinaryCouncil())
                .withRecording(RecordingPart.of(
                        "recording-1.mp4",
                        "video/mp4",
                        Fingerprinter.fingerprint(recording),
                        START,
                        Duration.ofSeconds(10)));
        Path act = Files.write(folder.resolve("act.pdf"), "%PDF-1.7 atto".getBytes(StandardCharsets.US_ASCII));
        return Composition.of(minutes)
                .withRecording("recording-1.mp4", recording)
                .withWrittenAct(act);
    }

    SigningProfile profile() {
        return SigningProfile.italianCouncil(TimestampAuthority.at(services.tsa()));
    }

    SigningKey key(TestSigner signer) throws IOException {
        return SigningKey.pkcs12(pkcs12(signer), PASSWORD);
    }

    Path pkcs12(TestSigner signer) throws IOException {
        TestIdentity identity = services.pki().identity(signer);
        Path file = folder.resolve(identity.name() + ".p12");
        identity.writePkcs12(file, PASSWORD);
        return file;
    }

    /** The trusted lists and revocation lists as they are now. */
    TrustAnchors trust() throws IOException {
        return TrustAnchors.offlineLists(TrustBundle.write(folder.resolve("trust"), services.pki()));
    }

    @Override
    public void close() {
        services.close();
    }
}
