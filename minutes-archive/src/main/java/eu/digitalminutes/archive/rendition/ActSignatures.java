// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import java.util.Optional;

/** The place for those who sign (<i>sottoscrizione</i>). */
final class ActSignatures {
    private ActSignatures() {}

    static void write(Html html, Words words, Meeting meeting) {
        html.open("div", "class", "closing");
        html.element("h2", words.say("signatures.title"));
        html.element("p", words.say("signatures.read")).raw("\n");
        html.open("table", "class", "signers").open("thead").open("tr");
        html.element("th", words.say("signatures.president"), "scope", "col");
        html.element("th", words.say("signatures.secretary"), "scope", "col");
        html.close().close().open("tbody").open("tr");
        signer(html, words, meeting.president());
        signer(html, words, meeting.secretary());
        html.close().close().close();
        html.element("p", words.say("signatures.law"), "class", "minor");
        html.closeLine();
    }

    private static void signer(Html html, Words words, Optional<Seat> seat) {
        html.open("td");
        html.element("span", seat.map(one -> one.person().fullName()).orElse("—"), "class", "signer");
        html.open("br").element("span", words.say("signatures.digital"), "class", "minor");
        html.close();
    }
}
