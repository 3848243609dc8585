// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.MediaTrack;
import eu.digitalminutes.core.meeting.Municipality;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The register of a format migration (<i>registro di riversamento</i>), as the document that is signed and kept with
 * source and result. Immutable.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 2, 3.3</a>
 */
public final class MigrationLog {
    private final Municipality body;
    private final List<FormatMigration> migrations;

    private MigrationLog(Municipality body, List<FormatMigration> migrations) {
        this.body = body;
        this.migrations = migrations;
    }

    /**
     * A register without entries.
     *
     * @param body whose recordings are migrated
     * @return the register
     */
    public static MigrationLog of(Municipality body) {
        return new MigrationLog(Objects.requireNonNull(body, "body"), List.of());
    }

    /**
     * With one more migration.
     *
     * @param migration the migration
     * @return a new register
     * @throws IllegalArgumentException if it was a transcoding and no loss was measured
     */
    public MigrationLog with(FormatMigration migration) {
        if (migration.kind() == FormatMigration.Kind.TRANSCODING
                && migration.loss().isBlank()) {
            throw new IllegalArgumentException(
                    "a transcoding names the loss that was measured, such as PSNR 44.1 dB: use withLoss");
        }
        List<FormatMigration> more = new ArrayList<>(migrations);
        more.add(migration);
        return new MigrationLog(body, List.copyOf(more));
    }

    /**
     * The migrations, in the order in which they were entered.
     *
     * @return an immutable list
     */
    public List<FormatMigration> migrations() {
        return migrations;
    }

    /**
     * The register as one page of XHTML.
     *
     * @param language Italian; any other language gets English words
     * @return the page, well-formed
     * @throws IllegalStateException if nothing was entered
     */
    public String html(Locale language) {
        Words words = Words.of(MigrationLog.class, "migration", Objects.requireNonNull(language, "language"));
        OffsetDateTime ended = ended();
        return PrintedPage.of(words, words.say("title"), body.name(), html -> {
            PrintedPage.masthead(
                    html, body.name(), words.say("title"), words.say("subtitle"), words.say("when", words.date(ended)));
            html.element("p", words.say("basis"));
            migrations.forEach(migration -> entry(html, words, migration));
        });
    }

    /**
     * The register as PDF/A-2a.
     *
     * @param language Italian; any other language gets English words
     * @param target the file that appears, whole or not at all; one that exists is replaced
     * @throws IOException if it cannot be written; then the target is as it was
     * @throws IllegalStateException if nothing was entered
     */
    public void writePdf(Locale language, Path target) throws IOException {
        PdfRenderer.pdfA().render(html(language), ended(), target);
    }

    private OffsetDateTime ended() {
        return migrations.stream()
                .map(FormatMigration::ended)
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .orElseThrow(() -> new IllegalStateException("the register has no entry yet"));
    }

    private static void entry(Html html, Words words, FormatMigration migration) {
        html.element("h2", migration.source().facts().file());
        html.open("table", "class", "facts");
        PrintedPage.fact(html, words.say("kind"), words.say("kind." + migration.kind()));
        PrintedPage.fact(html, words.say("begun"), words.instant(migration.begun()));
        PrintedPage.fact(html, words.say("ended"), words.instant(migration.ended()));
        PrintedPage.fact(html, words.say("system"), migration.system());
        PrintedPage.fact(
                html, words.say("loss"), migration.loss().isBlank() ? words.say("loss.none") : migration.loss());
        side(html, words, "source", migration.source());
        side(html, words, "target", migration.target());
        String anomalies = migration.anomalies().stream().map(words::say).collect(Collectors.joining(" "));
        PrintedPage.fact(html, words.say("anomalies"), anomalies.isEmpty() ? words.say("anomalies.none") : anomalies);
        html.closeLine();
    }

    private static void side(Html html, Words words, String name, FormatMigration.Side side) {
        MediaFacts facts = side.facts();
        String streams = facts.tracks().stream().map(MediaTrack::toString).collect(Collectors.joining(", "));
        PrintedPage.fact(html, words.say(name), side.path().toString());
        PrintedPage.fact(
                html,
                words.say("form"),
                facts.container() + " (" + facts.puid().orElse(facts.mediaType()) + "): " + streams);
        PrintedPage.fact(html, words.say("size"), words.size(side.fingerprint().bytes()));
        PrintedPage.fact(html, words.say("digest"), side.fingerprint().digest().hex());
    }
}
