// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.internal.text.Html;
import java.util.List;

/**
 * The statement of derivation of a redacted copy (<i>dichiarazione di derivazione</i>): which signed file it comes from,
 * which file it is, what is masked and why. For readers as a section of the page, for programs as JSON.
 *
 * @param number which part of the recording
 * @param original the signed part
 * @param name the copy's name in the site
 * @param copied the copy's digest and size
 * @param copy what is masked and why
 * @param seal the name of the statement's signature; empty if it is not signed
 */
record Derivation(int number, RecordingPart original, String name, Fingerprint copied, RedactedCopy copy, String seal) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same statement, signed. */
    Derivation sealed(String sealName) {
        return new Derivation(number, original, name, copied, copy, sealName);
    }

    String file() {
        return SiteFiles.derivation(number);
    }

    String json(String meeting) {
        ObjectNode statement = JSON.createObjectNode();
        statement.put("statement", "derivation");
        statement.put("formatVersion", 1);
        statement.put("meeting", meeting);
        statement.put("part", number);
        fingerprint(statement.putObject("signedOriginal"), original.fingerprint());
        ObjectNode derived = statement.putObject("redactedCopy").put("name", name);
        fingerprint(derived, copied);
        ArrayNode intervals = statement.putArray("masked");
        for (RedactedCopy.Interval one : copy.masked()) {
            intervals.addObject().put("from", Session.seconds(one.from())).put("to", Session.seconds(one.to()));
        }
        statement.put("reason", copy.reason());
        try {
            return Html.plain(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(statement)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    private static void fingerprint(ObjectNode node, Fingerprint fingerprint) {
        node.put("sha256", fingerprint.digest().hex()).put("bytes", fingerprint.bytes());
    }

    static void write(Html html, Session session, List<Derivation> derivations) {
        if (derivations.isEmpty()) {
            return;
        }
        Words words = session.words();
        html.open("section", "id", "derivation", "aria-labelledby", "derivation-title");
        html.element("h2", words.say("derivation.title"), "id", "derivation-title")
                .raw("\n");
        html.element("p", words.say("derivation.intro"), "class", "notice").raw("\n");
        derivations.forEach(one -> one.section(html, session));
        html.closeLine();
    }

    private void section(Html html, Session session) {
        Words words = session.words();
        html.element("h3", words.say("player.part", number)).raw("\n");
        html.open("dl", "class", "data").raw("\n");
        code(
                html,
                words.say("derivation.original"),
                original.fingerprint().digest().hex());
        code(html, words.say("derivation.copy"), copied.digest().hex());
        html.open("div").element("dt", words.say("derivation.masked")).open("dd");
        html.open("ul", "class", "intervals");
        for (RedactedCopy.Interval one : copy.masked()) {
            html.element("li", words.clock(one.from()) + " – " + words.clock(one.to()));
        }
        html.close().close().closeLine();
        html.open("div").element("dt", words.say("derivation.reason"));
        html.element("dd", copy.reason()).closeLine();
        html.open("div").element("dt", words.say("derivation.data")).open("dd");
        html.element("a", file(), "href", file()).close().closeLine();
        if (!seal.isEmpty()) {
            html.open("div").element("dt", words.say("derivation.seal")).open("dd");
            html.element("a", seal, "href", seal).close().closeLine();
        }
        html.closeLine();
    }

    private static void code(Html html, String term, String value) {
        html.open("div").element("dt", term).open("dd").element("code", value);
        html.close().closeLine();
    }
}
