// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.MediaProbe;
import eu.digitalminutes.core.media.MediaTrack;
import eu.digitalminutes.core.outcome.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One recording carried over into another form (<i>riversamento</i>): what it was, what it became, when, by which system,
 * and what was lost. Immutable.
 *
 * <p>The result is a copy. A signed original is kept beside it, or its signature could no longer be verified.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 2, 3.3</a>
 */
public final class FormatMigration {
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    /** How the recording was carried over (<i>tipo di riversamento</i>). */
    public enum Kind {
        /** The same pictures and sound in another container (<i>trans-wrapping</i>). */
        TRANSWRAPPING,
        /** Pictures or sound coded anew (<i>transcodifica</i>). */
        TRANSCODING
    }

    private final Kind kind;
    private final Side source;
    private final Side target;
    private final OffsetDateTime begun;
    private final OffsetDateTime ended;
    private final String system;
    private final String loss;
    private final List<Text> anomalies;

    private FormatMigration(
            Kind kind,
            Side source,
            Side target,
            OffsetDateTime begun,
            OffsetDateTime ended,
            String system,
            String loss,
            List<Text> anomalies) {
        this.kind = kind;
        this.source = source;
        this.target = target;
        this.begun = begun;
        this.ended = ended;
        this.system = system;
        this.loss = loss;
        this.anomalies = List.copyOf(anomalies);
    }

    /**
     * One of the two files.
     *
     * @param path where it lay
     * @param fingerprint its digest and size
     * @param facts its form and the streams it holds
     */
    public record Side(Path path, Fingerprint fingerprint, MediaFacts facts) {}

    /**
     * Looks at both files after a migration. What does not fit is among the {@link #anomalies()}: a length that changed,
     * streams that are missing, codecs that changed although only the container should have, a result that is not whole.
     *
     * @param kind how the recording was carried over
     * @param source the file as it was, read once and probed
     * @param target the file as it is now, read once and probed
     * @param begun when the migration began, from an opponible time source
     * @param ended when it ended, not before it began
     * @param system the hardware and software that did it, with versions
     * @return the record
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if no system is named, or the end is before the beginning
     */
    public static FormatMigration of(
            Kind kind, Path source, Path target, OffsetDateTime begun, OffsetDateTime ended, String system)
            throws IOException {
        Objects.requireNonNull(kind, "kind");
        if (system.isBlank()) {
            throw new IllegalArgumentException("a migration names the system that did it");
        }
        if (ended.isBefore(begun)) {
            throw new IllegalArgumentException("a migration begun at " + begun + " did not end at " + ended);
        }
        Side before = side(source);
        Side after = side(target);
        return new FormatMigration(kind, before, after, begun, ended, system, "", anomalies(kind, before, after));
    }

    /**
     * With the loss that was measured (<i>perdita di informazione</i>), which a transcoding must name.
     *
     * @param measure measure and value, such as {@code PSNR 44.1 dB}
     * @return a new record
     */
    public FormatMigration withLoss(String measure) {
        return new FormatMigration(
                kind, source, target, begun, ended, system, Objects.requireNonNull(measure, "measure"), anomalies);
    }

    private static Side side(Path file) throws IOException {
        return new Side(file, Fingerprinter.fingerprint(file), MediaProbe.probe(file));
    }

    private static List<Text> anomalies(Kind kind, Side source, Side target) {
        List<Text> found = new ArrayList<>();
        Optional<Duration> before = source.facts().duration();
        Optional<Duration> after = target.facts().duration();
        if (before.isPresent()
                && after.isPresent()
                && before.get().minus(after.get()).abs().compareTo(TOLERANCE) > 0) {
            found.add(new Text(
                    "La durata è passata da " + seconds(before.get()) + " a " + seconds(after.get()) + ".",
                    "The length went from " + seconds(before.get()) + " to " + seconds(after.get()) + "."));
        }
        if (source.facts().tracks().size() != target.facts().tracks().size()) {
            found.add(new Text(
                    "I flussi erano " + source.facts().tracks().size() + ", ora sono "
                            + target.facts().tracks().size() + ".",
                    "There were " + source.facts().tracks().size() + " streams, now there are "
                            + target.facts().tracks().size() + "."));
        }
        if (kind == Kind.TRANSWRAPPING && !codecs(source).equals(codecs(target))) {
            found.add(new Text(
                    "Il contenuto è stato ricodificato: " + codecs(source) + ", ora " + codecs(target) + ".",
                    "The content was coded anew: " + codecs(source) + ", now " + codecs(target) + "."));
        }
        target.facts().problems().forEach(problem -> found.add(problem.message()));
        return found;
    }

    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).toPlainString() + " s";
    }

    private static List<String> codecs(Side side) {
        return side.facts().tracks().stream().map(MediaTrack::codec).sorted().toList();
    }

    /**
     * How the recording was carried over.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The file as it was.
     *
     * @return path, fingerprint and facts
     */
    public Side source() {
        return source;
    }

    /**
     * The file as it is now.
     *
     * @return path, fingerprint and facts
     */
    public Side target() {
        return target;
    }

    /**
     * When the migration began.
     *
     * @return an instant with its offset
     */
    public OffsetDateTime begun() {
        return begun;
    }

    /**
     * When the migration ended.
     *
     * @return an instant with its offset
     */
    public OffsetDateTime ended() {
        return ended;
    }

    /**
     * The hardware and software that did it.
     *
     * @return never blank
     */
    public String system() {
        return system;
    }

    /**
     * The loss that was measured.
     *
     * @return measure and value; empty if none was measured
     */
    public String loss() {
        return loss;
    }

    /**
     * What does not fit between the two files (<i>anomalie</i>).
     *
     * @return an immutable list in the order in which it was looked for
     */
    public List<Text> anomalies() {
        return anomalies;
    }
}
