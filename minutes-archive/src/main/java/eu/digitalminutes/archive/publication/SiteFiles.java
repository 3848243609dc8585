// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The names of the files of a site, all in one folder. */
final class SiteFiles {
    static final String INDEX = "index.html";
    static final String STYLE = "site.css";
    static final String SCRIPT = "site.js";
    static final String FACTS = "minutes.json";
    static final String WRITTEN_ACT = "minutes.pdf";
    static final String REPORT = "report.html";

    /** What checks the signatures, in the order in which a page needs it. */
    static final List<String> CHECKS = List.of(
            "verify-certificate.js", "verify-signature.js", "verify-chunks.js", "verify-recording.js", "verify.js");

    /** What checks a recording beside the page. */
    static final String WORKER = "verify-worker.js";

    private SiteFiles() {}

    /** The first part has the plain name, the others are numbered. */
    static String captions(int part) {
        return numbered("captions", part) + ".vtt";
    }

    static String chapters(int part) {
        return numbered("chapters", part) + ".vtt";
    }

    /** The container keeps its kind; a signed PDF must not hide the written act. */
    static String container(Path file) {
        String name = String.valueOf(file.getFileName());
        String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!kind.matches("[a-z0-9]{1,8}")) {
            kind = "asice";
        }
        String result = "minutes." + kind;
        return result.equals(FACTS) || result.equals(WRITTEN_ACT) ? "minutes-signed." + kind : result;
    }

    /** A redacted copy must not bear the name of the signed file, which may tell of what was secret. */
    static String redacted(int part, String name) {
        int dot = name.lastIndexOf('.');
        return "recording-" + part + "-redacted" + (dot < 0 ? "" : name.substring(dot));
    }

    static String derivation(int part) {
        return numbered("derivation", part) + ".json";
    }

    private static String numbered(String name, int part) {
        return part == 1 ? name : name + "-" + part;
    }
}
