// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.page.PageFrame;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.course.Span;
import eu.digitalminutes.core.exchange.WebVtt;
import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.exchange.captions.Cue;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public page of a session (<i>pagina della seduta</i>): a folder that any web server serves and that any browser
 * opens from disk, with player, chapters, captions, attendance, votes, digests, signatures and downloads.
 *
 * <p>The page asks nothing of any other server and works without scripts, less comfortably. Each file to publish is read
 * once; a large one is linked instead of copied where the file system can. A link keeps the access rights of the file
 * that was named, so that file must be readable for the web server, and must not be edited in place later. Whatever the signed minutes name by digest is published
 * only if its digest is that one.
 *
 * <p>With {@link Publication#withProofs(List) proofs} the reader's browser checks signatures, documents and recording by
 * itself, without a request elsewhere.
 *
 * <p>Of a secret item only its number appears. Then whatever holds everything is withheld, even if it was asked for:
 * the facts as data, the written act, the container, the report, the signatures taken apart, and each part of the recording that was running during the item,
 * with its captions. {@link PublishedSite#withheld()} names them.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2004-01-09;4">L. 4/2004; EN 301 549, clauses
 *     7 and 9</a>
 */
public final class PublicationSite {
    /** What stands for the signatures taken apart among what was withheld. */
    private static final String PROOFS = "proofs";

    /** The names of the scripts with which a page checks itself, as resources beside this class; sites share them. */
    public static final List<String> CHECKING_SCRIPTS = Stream.concat(
                    SiteFiles.CHECKS.stream(), Stream.of(SiteFiles.WORKER))
            .toList();

    private static final Logger LOG = LoggerFactory.getLogger(PublicationSite.class);

    private final SignedMinutes signed;
    private final Publication what;
    private final SiteFolder files;
    private final Task task;
    private final PublicView view;
    private final Words words;
    private final List<String> withheld = new ArrayList<>();
    private final List<PublishedPart> parts = new ArrayList<>();
    private final Map<String, List<Cue>> captions = new HashMap<>();
    private final List<Derivation> derivations = new ArrayList<>();

    private PublicationSite(
            SignedMinutes signed, Publication what, PublicView view, Words words, SiteFolder files, Task task) {
        this.signed = signed;
        this.what = what;
        this.view = view;
        this.words = words;
        this.files = files;
        this.task = task;
    }

    /**
     * Writes the site.
     *
     * @param signed the signed minutes; their container is not opened
     * @param what the files to publish, and in which language
     * @param siteFolder the folder that appears; must not exist, or be empty
     * @return what was written
     * @throws IOException if a file cannot be read or written; then there is no site
     * @throws eu.digitalminutes.core.outcome.ContentMismatchException if a file is not the one that was signed
     * @throws eu.digitalminutes.core.outcome.MinutesException if the whole meeting was secret, captions are no WebVTT, or
     *     two files would have one name
     */
    public static PublishedSite write(SignedMinutes signed, Publication what, Path siteFolder) throws IOException {
        return write(signed, what, siteFolder, Task.none());
    }

    /**
     * Writes the site, with progress and cancellation.
     *
     * @param signed the signed minutes; their container is not opened
     * @param what the files to publish, and in which language
     * @param siteFolder the folder that appears; must not exist, or be empty
     * @param task progress and cancellation
     * @return what was written
     * @throws IOException if a file cannot be read or written; then there is no site
     * @throws eu.digitalminutes.core.outcome.ContentMismatchException if a file is not the one that was signed
     * @throws eu.digitalminutes.core.outcome.MinutesException if the whole meeting was secret, captions are no WebVTT, or
     *     two files would have one name
     */
    public static PublishedSite write(SignedMinutes signed, Publication what, Path siteFolder, Task task)
            throws IOException {
        Objects.requireNonNull(signed, "signed");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(task, "task");
        Words words = Words.of(PublicationSite.class, "page", what.language());
        PublicView view = PublicView.of(signed.minutes(), words.say("secret.item"));
        for (String part : what.recordings().keySet()) {
            requirePart(signed.minutes(), part);
        }
        for (String part : what.captions().keySet()) {
            requirePart(signed.minutes(), part);
        }
        for (String part : what.trees().keySet()) {
            requirePart(signed.minutes(), part);
        }
        try (SiteFolder files = SiteFolder.forTarget(siteFolder)) {
            PublicationSite site = new PublicationSite(signed, what, view, words, files, task);
            site.writeAll();
            files.commit();
            return new PublishedSite(siteFolder, files.files(), site.withheld, site.parts);
        }
    }

    private void writeAll() throws IOException {
        Session session = new Session(view, words, files, captions);
        if (what.additions().home().isEmpty()) {
            files.write(SiteFiles.STYLE, resource(SiteFiles.STYLE) + PageFrame.style());
            files.write(SiteFiles.SCRIPT, resource(SiteFiles.SCRIPT));
        }
        for (RecordingPart part : view.minutes().recordings()) {
            addPart(part);
        }
        addWhole(what.facts(), SiteFiles.FACTS, signedAs(Minutes.FILE_NAME));
        addWhole(what.writtenAct(), SiteFiles.WRITTEN_ACT, signedAs(Composition.WRITTEN_ACT));
        addContainer();
        addWhole(what.report(), SiteFiles.REPORT, Optional.empty());
        addChecks(session);
        if (!withheld.isEmpty()) {
            LOG.info("withheld from the site because of a secret part: {}", withheld);
        }
        for (RecordingPart part : session.published()) {
            int number = session.number(part.name());
            Optional<String> vtt = Optional.of(SiteFiles.captions(number)).filter(files::has);
            parts.add(new PublishedPart(number, session.publishedFile(part.name()), vtt));
        }
        files.write(SiteFiles.INDEX, SessionPage.of(session, signed, what, derivations));
    }

    private void addPart(RecordingPart part) throws IOException {
        int number = view.minutes().recordings().indexOf(part) + 1;
        Path recording = what.recordings().get(part.name());
        Path vtt = what.captions().get(part.name());
        RedactedCopy redacted = what.additions().redacted().get(part.name());
        if (redacted != null) {
            addRedacted(part, number, redacted);
            return;
        }
        if (view.isSecret(part.name())) {
            if (recording != null) {
                withheld.add(part.name());
            }
            if (vtt != null) {
                withheld.add(SiteFiles.captions(number));
            }
            if (what.trees().containsKey(part.name())) {
                withheld.add(ChunkTree.nameFor(part.name()));
            }
            return;
        }
        if (recording != null) {
            if (what.additions().checked().contains(part.name())) {
                files.addChecked(part.name(), recording, part.fingerprint(), task);
            } else {
                files.add(part.name(), recording, Optional.of(part.fingerprint()), task);
            }
            files.write(SiteFiles.chapters(number), WebVtt.chapters(view.minutes(), part.name(), words.locale()));
            addTree(part);
        }
        if (vtt != null) {
            captions.put(part.name(), Captions.readWebVtt(vtt).cues());
            files.add(SiteFiles.captions(number), vtt, Optional.empty(), task);
        }
    }

    /** The scripts that check the signatures; the names of signed files may tell what was secret. */
    private void addChecks(Session session) throws IOException {
        if (PageVerify.isOffered(session, what)) {
            if (what.additions().home().isEmpty()) {
                for (String script : CHECKING_SCRIPTS) {
                    files.write(script, resource(script));
                }
            }
        } else if (view.isPartial() && what.proofs().isPresent()) {
            withheld.add(PROOFS);
        }
    }

    /** A tree that no signature covers would prove nothing. */
    private void addTree(RecordingPart part) throws IOException {
        Path tree = what.trees().get(part.name());
        if (tree != null) {
            String name = ChunkTree.nameFor(part.name());
            Optional<Fingerprint> expected = signedAs(name);
            ChunkTree read = ChunkTree.read(tree);
            if (expected.isEmpty() && part.treeRoot().isEmpty()) {
                throw new MinutesException(
                        "TREE_UNSIGNED", tree + " is neither among the signed files nor is its root in the minutes");
            }
            if (read.bytes() != part.fingerprint().bytes()
                    || !part.treeRoot().orElse(read.root()).equals(read.root())) {
                throw new ContentMismatchException(
                        "CONTENT_MISMATCH",
                        tree + " is not the tree of " + part.name() + " in the signed minutes: it is about "
                                + read.bytes() + " bytes and has the root " + read.root()
                                + "; take the file out of the container again",
                        null);
            }
            files.add(name, tree, expected, task);
        }
    }

    /** A copy stands for the signed part, which is not published then; what was said behind the mask goes as well. */
    private void addRedacted(RecordingPart part, int number, RedactedCopy copy) throws IOException {
        requireMasked(part, number, copy);
        if (what.recordings().containsKey(part.name())) {
            withheld.add(part.name());
        }
        String name = SiteFiles.redacted(number, part.name());
        Fingerprint copied = files.addNew(name, copy.file(), task);
        if (copied.equals(part.fingerprint())) {
            throw new MinutesException(
                    "REDACTION_MISSING", copy.file() + " is the signed recording itself: nothing in it is masked");
        }
        Derivation derivation = new Derivation(number, part, name, copied, copy, "");
        files.write(
                derivation.file(), derivation.json(view.minutes().meeting().id().toString()));
        Sealer sealer = what.additions().sealer();
        derivations.add(sealer == null ? derivation : derivation.sealed(files.seal(derivation.file(), sealer)));
        files.write(SiteFiles.chapters(number), WebVtt.chapters(view.minutes(), part.name(), words.locale()));
        Path vtt = what.captions().get(part.name());
        if (vtt != null) {
            List<Cue> open = Captions.readWebVtt(vtt).cues().stream()
                    .filter(cue -> !copy.touches(cue.from(), cue.to()))
                    .toList();
            captions.put(part.name(), open);
            files.write(SiteFiles.captions(number), Captions.of(open).toWebVtt());
        }
    }

    private void requireMasked(RecordingPart part, int number, RedactedCopy copy) {
        for (Span span : view.secretSpans()) {
            if (!part.end().isAfter(span.from()) || !part.start().isBefore(span.to())) {
                continue;
            }
            Duration from = part.covers(span.from()) ? part.offsetOf(span.from()) : Duration.ZERO;
            Duration to = part.covers(span.to()) ? part.offsetOf(span.to()) : part.duration();
            if (!copy.covers(from, to)) {
                throw new MinutesException(
                        "REDACTION_INCOMPLETE",
                        "the redacted copy of part " + number + " does not mask " + from + " to " + to
                                + ", when the public was out; mask all of it");
            }
        }
    }

    /** The container holds the signed recording, of which a redacted copy shows only a part. */
    private void addContainer() throws IOException {
        if (what.container().isEmpty()) {
            return;
        }
        String name = SiteFiles.container(what.container().get());
        if (what.additions().redacted().isEmpty()) {
            addWhole(what.container(), name, Optional.empty());
        } else {
            withheld.add(name);
        }
    }

    /** Adds a file that tells of everything, unless something was secret. */
    private void addWhole(Optional<Path> file, String name, Optional<Fingerprint> expected) throws IOException {
        if (file.isPresent() && view.isPartial()) {
            withheld.add(name);
        } else if (file.isPresent()) {
            files.add(name, file.get(), expected, task);
        }
    }

    private Optional<Fingerprint> signedAs(String name) {
        return signed.file(name).map(ContainedFile::fingerprint);
    }

    private static void requirePart(Minutes minutes, String part) {
        if (minutes.recording(part).isEmpty()) {
            throw new IllegalArgumentException("the minutes name no part of the recording \"" + part + "\"");
        }
    }

    private static String resource(String name) {
        try (InputStream in = PublicationSite.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + PublicationSite.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
