// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How anybody can tell that the files are the signed ones: who signed, when, and the digests. */
final class PageProof {
    private PageProof() {}

    static void write(Html html, Session session, SignedMinutes signed) {
        Words words = session.words();
        html.open("section", "id", "proof", "aria-labelledby", "proof-title");
        html.element("h2", words.say("proof.title"), "id", "proof-title").raw("\n");
        html.element("p", words.say("proof.intro")).raw("\n");
        signatures(html, session, signed);
        digests(html, session, signed);
        html.closeLine();
    }

    private static void signatures(Html html, Session session, SignedMinutes signed) {
        Words words = session.words();
        html.element("h3", words.say("signatures.title"));
        if (signed.signatures().isEmpty()) {
            html.element("p", words.say("signatures.none"), "class", "notice");
            return;
        }
        html.open("table", "class", "stacking");
        html.element("caption", words.say("signatures.title"), "class", "hidden")
                .open("thead")
                .open("tr");
        for (String column : new String[] {"signer", "role", "level", "claimed", "timestamp"}) {
            html.element("th", words.say("signatures." + column), "scope", "col");
        }
        html.close().close().open("tbody").raw("\n");
        for (AppliedSignature one : signed.signatures()) {
            html.open("tr").element("th", one.signer(), "scope", "row");
            cell(
                    html,
                    words,
                    "role",
                    one.role().map(role -> words.say(role.label())).orElse("—"));
            cell(html, words, "level", one.level());
            cell(html, words, "claimed", instant(session, one.signingTime()));
            cell(
                    html,
                    words,
                    "timestamp",
                    one.timestamp().map(at -> instant(session, at)).orElse(words.say("signatures.untimed")));
            html.closeLine();
        }
        html.close().closeLine();
    }

    private static void cell(Html html, Words words, String column, String value) {
        html.element("td", value, "data-label", words.say("signatures." + column));
    }

    private static String instant(Session session, Instant at) {
        return session.words()
                .instant(at.atOffset(session.meeting().scheduledAt().getOffset()));
    }

    private static void digests(Html html, Session session, SignedMinutes signed) {
        Words words = session.words();
        html.element("h3", words.say("digests.title"));
        html.open("table", "class", "stacking digests");
        html.element("caption", words.say("digests.title"), "class", "hidden")
                .open("thead")
                .open("tr");
        html.element("th", words.say("digests.file"), "scope", "col");
        html.element("th", words.say("digests.sha256"), "scope", "col");
        html.element("th", words.say("digests.size"), "scope", "col", "class", "figure");
        html.close().close().open("tbody").raw("\n");
        shown(session, signed).forEach((name, fingerprint) -> {
            html.open("tr").element("th", name, "scope", "row");
            html.open("td", "data-label", words.say("digests.sha256"));
            html.element("code", fingerprint.digest().hex()).close();
            html.element(
                    "td", words.size(fingerprint.bytes()), "class", "figure", "data-label", words.say("digests.size"));
            html.closeLine();
        });
        html.close().closeLine();
        html.open("p", "class", "minor").text(words.say("digests.how") + " ");
        html.element("code", words.say("digests.command")).closeLine();
    }

    /** Every signed file; of a meeting that was secret in part only the recording, since names may tell. */
    private static Map<String, Fingerprint> shown(Session session, SignedMinutes signed) {
        Map<String, Fingerprint> shown = new LinkedHashMap<>();
        session.minutes().recordings().forEach(part -> shown.put(session.shownName(part), part.fingerprint()));
        if (!session.view().isPartial()) {
            for (ContainedFile file : signed.files()) {
                shown.putIfAbsent(file.name(), file.fingerprint());
            }
        }
        return shown;
    }
}
