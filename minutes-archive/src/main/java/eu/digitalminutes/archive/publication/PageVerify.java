// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.minutes.SignatureProof;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.util.List;

/** Where the reader's browser checks the signatures, and where it says what it cannot check. */
final class PageVerify {
    private PageVerify() {}

    /** Whether there is anything for a script to check; what was secret in part shows no list of its files. */
    static boolean isOffered(Session session, Publication what) {
        return !session.view().isPartial()
                && what.proofs().filter(proofs -> !proofs.isEmpty()).isPresent();
    }

    static void write(Html html, Session session, SignedMinutes signed, Publication what) {
        List<SignatureProof> proofs = what.proofs().orElse(null);
        if (proofs == null) {
            return;
        }
        Words words = session.words();
        html.open("section", "id", "verify", "aria-labelledby", "verify-title");
        html.element("h2", words.say("verify.title"), "id", "verify-title").raw("\n");
        if (isOffered(session, what)) {
            html.element("p", words.say("verify.intro")).raw("\n");
            html.open("noscript")
                    .element("p", words.say("verify.noscript"), "class", "notice")
                    .closeLine();
            panel(html, session);
            html.open("script", "type", "application/json", "id", "verify-data")
                    .raw(VerifyData.of(session, signed, proofs))
                    .closeLine();
        } else {
            String why = session.view().isPartial() ? "verify.partial" : "verify.form";
            html.element("p", words.say(why), "class", "notice").raw("\n");
        }
        limits(html, session);
        html.closeLine();
    }

    private static void panel(Html html, Session session) {
        Words words = session.words();
        List<RecordingPart> parts = session.published();
        html.open("div", "id", "verify-panel", "hidden", "hidden");
        html.element("p", words.say("verify.disk"), "id", "verify-disk", "class", "notice", "hidden", "hidden");
        html.open("div", "id", "verify-controls").open("p", "class", "buttons");
        html.element("button", words.say("verify.documents"), "type", "button", "id", "verify-documents");
        if (!parts.isEmpty()) {
            long bytes =
                    parts.stream().mapToLong(part -> part.fingerprint().bytes()).sum();
            html.element("button", words.say("verify.all", words.size(bytes)), "type", "button", "id", "verify-all");
        }
        html.element("button", words.say("verify.stop"), "type", "button", "id", "verify-stop", "hidden", "hidden");
        html.closeLine();
        html.open("p", "class", "choose").element("label", words.say("verify.files"), "for", "verify-files");
        html.open("input", "type", "file", "id", "verify-files", "multiple", "multiple")
                .closeLine();
        html.open("p", "id", "verify-unknown", "class", "notice", "role", "status", "hidden", "hidden")
                .closeLine()
                .closeLine();
        html.open("p", "id", "verify-status", "role", "status").closeLine();
        html.open("div", "id", "verify-results").close().closeLine();
    }

    private static void limits(Html html, Session session) {
        Words words = session.words();
        html.element("h3", words.say("limits.title"));
        html.open("ul", "class", "limits");
        for (String limit : new String[] {"trust", "revocation", "time", "site"}) {
            html.element("li", words.say("limits." + limit));
        }
        html.closeLine();
        if (session.files().has(SiteFiles.REPORT)) {
            html.open("p")
                    .element("a", words.say("limits.report"), "href", SiteFiles.REPORT)
                    .closeLine();
        } else {
            html.element("p", words.say("limits.elsewhere")).raw("\n");
        }
    }
}
