// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import eu.digitalminutes.examples.demo.Demo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The texts of the corpus: each form that an importer knows, as short as it can be. */
final class Texts {
    static final List<Seed> ATTENDANCE = List.of(
            Seed.of("teams.csv", """
                    1. Summary
                    Meeting title,Giunta
                    Attended participants,2
                    Start time,"3/13/25, 5:58:30 PM"
                    End time,"3/13/25, 7:32:10 PM"
                    Meeting duration,1h 33m 40s

                    2. Participants
                    Name,First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role
                    Bianchi Laura,"3/13/25, 6:00:04 PM","3/13/25, 7:32:10 PM",1h 32m 6s,l@x.example,l@x.example,Organizer
                    "Ferri, Marta","3/13/25, 5:58:30 PM","3/13/25, 7:31:58 PM",1h 33m 28s,m@x.example,m@x.example,Presenter

                    3. In-Meeting Activities
                    Name,Join Time,Leave Time,Duration,Email,Role
                    Bianchi Laura,"3/13/25, 6:00:04 PM","3/13/25, 7:32:10 PM",1h 32m 6s,l@x.example,Organizer
                    "Ferri, Marta","3/13/25, 5:58:30 PM","3/13/25, 7:31:58 PM",1h 33m 28s,m@x.example,Presenter
                    """),
            Seed.of("zoom.csv", """
                    Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
                    Rossi (tablet),A.Rossi@X.example,2025-03-10 18:10:30,2025-03-10 18:20:30,10,No
                    iPhone,,2025-03-10 18:15:00,2025-03-10 18:25:00,10,Yes
                    """),
            Seed.of("meet.csv", """
                    First name,Last name,Email,Duration,Time joined,Time exited
                    Laura,Bianchi,laura@x.example,1 hr 32 min,18:00,19:32
                    Marta,Ferri,marta@x.example,1 hr 19 min,18:12,19:31
                    """),
            Seed.of("jitsi.jsonl", """
                    {"event_name": "muc-room-created", "room_name": "g", "room_jid": "g@c.x", "is_breakout": false, "created_at": 1741625900}
                    {"event_name": "muc-occupant-joined", "room_name": "g", "room_jid": "g@c.x", "is_breakout": false, "active_occupants_count": 1, "occupant": {"name": "Rossi", "id": "p03", "occupant_jid": "p03-0@x/r30", "joined_at": 1741625910}}
                    {"event_name": "muc-occupant-left", "room_name": "g", "room_jid": "g@c.x", "is_breakout": false, "active_occupants_count": 0, "occupant": {"name": "Rossi", "id": "p03", "occupant_jid": "p03-0@x/r30", "joined_at": 1741625910, "left_at": 1741629910}}
                    {"event_name": "muc-room-destroyed", "room_name": "g", "room_jid": "g@c.x", "is_breakout": false, "created_at": 1741625900, "destroyed_at": 1741629920, "all_occupants": [{"name": "Rossi", "id": "p03", "occupant_jid": "p03-0@x/r30", "joined_at": 1741625910, "left_at": 1741629910}]}
                    """),
            Seed.of("bbb.json", """
                    {"intId": "a-1741625900000", "name": "Giunta", "createdOn": 1741625900000, "endedOn": 1741631540000,
                     "users": {"v_0": {"userKey": "v_0", "extId": "laura@x.example", "name": "Bianchi Laura", "isModerator": true,
                       "intIds": {"w_0": {"intId": "w_0", "userLeftFlag": true,
                         "sessions": [{"registeredOn": 1741626004000, "leftOn": 1741631530000}]}}}}}
                    """),
            Seed.of("events.xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <recording meeting_id="3107946ecc201837635e07aeb86d785e9fe46507-1741625900000" bbb_version="2.0.0">
                      <metadata meetingName="Giunta"/>
                      <event timestamp="1034088841" module="PARTICIPANT" eventname="ParticipantJoinEvent">
                        <userId>w_k</userId><externalUserId>gl-l</externalUserId><role>MODERATOR</role><name>Rossi</name>
                      </event>
                      <event timestamp="1034288841" module="PARTICIPANT" eventname="ParticipantLeftEvent"><userId>w_k</userId></event>
                      <event timestamp="1034388841" module="PARTICIPANT" eventname="EndAndKickAllEvent"/>
                    </recording>
                    """));

    static final List<Seed> AGENDAS = List.of(
            Seed.of("agenda.csv", "numero;oggetto;tipo\n1;\"Appello; verifica\";\n2;Bilancio;delibera\n"),
            Seed.of("agenda.tsv", "number\ttitle\n1\tAppello\n2\tBilancio\n"),
            Seed.of(
                    "agenda.json",
                    "{\"items\":[{\"number\":1,\"title\":\"Appello\"},{\"number\":\"2\",\"title\":\"Bilancio\"}]}"));

    static final List<Seed> MARKS = List.of(
            Seed.of("marks.csv", """
                    offset,item,speaker,at
                    00:00:10.5,1,s1,2025-03-10T18:00:10.5+01:00
                    12,2,s2,2025-03-10T18:00:12+01:00
                    """),
            Seed.of(
                    "marks.json",
                    "[{\"offset\":10.5,\"item\":\"1\",\"speaker\":\"s1\"},{\"offset\":\"00:01:00\",\"item\":2}]"));

    static final List<Seed> CAPTIONS = List.of(
            Seed.of(
                    "a.vtt",
                    "WEBVTT\nLanguage: it\n\nNOTE x\n\nSTYLE\n::cue {}\n\n1\n00:00:04.000 --> 00:01:11.500 line:0\n<v Rossi>Buonasera &amp;\n\n"),
            Seed.of(
                    "a.srt",
                    "1\n00:00:04,000 --> 00:01:11,500\n<i>Buonasera</i> {\\an8}\n\n2\n00:02:00,000 --> 00:02:01,000\nx\n"));

    private Texts() {}

    /** A file of the demo. */
    static Seed demo(String name) throws IOException {
        try (InputStream in = Demo.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the demo's " + name + " is not there");
            }
            return new Seed(name, in.readAllBytes());
        }
    }
}
