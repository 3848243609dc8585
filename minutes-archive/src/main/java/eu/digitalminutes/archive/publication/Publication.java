// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.minutes.SignatureProof;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of signed minutes shall be published, and in which language (<i>pubblicazione</i>). Immutable; it opens no file.
 */
public final class Publication {
    private final Locale language;
    private final @Nullable URI address;
    private final Map<String, Path> recordings;
    private final Map<String, Path> captions;
    private final @Nullable Path facts;
    private final @Nullable Path writtenAct;
    private final @Nullable Path container;
    private final @Nullable URI containerLink;
    private final Map<String, Path> trees;
    private final @Nullable Path report;
    private final @Nullable List<SignatureProof> proofs;
    private final Additions additions;

    private Publication(Draft draft) {
        language = draft.language;
        address = draft.address;
        recordings = Collections.unmodifiableMap(new LinkedHashMap<>(draft.recordings));
        captions = Collections.unmodifiableMap(new LinkedHashMap<>(draft.captions));
        facts = draft.facts;
        writtenAct = draft.writtenAct;
        container = draft.container;
        containerLink = draft.containerLink;
        trees = Collections.unmodifiableMap(new LinkedHashMap<>(draft.trees));
        report = draft.report;
        proofs = draft.proofs;
        additions = draft.additions;
    }

    /**
     * An Italian page that names digests and signatures and offers no file yet.
     *
     * @return the publication to add files to
     */
    public static Publication italian() {
        return new Publication(new Draft());
    }

    /**
     * The same publication in another language.
     *
     * @param value Italian; any other language gets English words around the facts, which stay as they are
     * @return a new publication
     */
    public Publication withLanguage(Locale value) {
        Draft draft = new Draft(this);
        draft.language = Objects.requireNonNull(value, "language");
        return new Publication(draft);
    }

    /**
     * The same publication at a known address, which lets the page name itself in full to search engines.
     *
     * @param value the absolute address of the site's folder, such as {@code https://comune.example.it/sedute/12/}
     * @return a new publication
     * @throws IllegalArgumentException if it is no absolute http or https address
     */
    public Publication withAddress(URI value) {
        Draft draft = new Draft(this);
        draft.address = requireWeb(value);
        return new Publication(draft);
    }

    /**
     * The same publication with the file of one part of the recording.
     *
     * @param part the name of the part in the minutes
     * @param file where it lies; linked or copied, never changed
     * @return a new publication
     */
    public Publication withRecording(String part, Path file) {
        Draft draft = new Draft(this);
        draft.recordings.put(FileNames.requirePortable(part), Objects.requireNonNull(file, "file"));
        return new Publication(draft);
    }

    /**
     * The same publication with the captions of one part of the recording.
     *
     * @param part the name of the part in the minutes
     * @param vtt a WebVTT file in UTF-8, in the language of the meeting
     * @return a new publication
     */
    public Publication withCaptions(String part, Path vtt) {
        Draft draft = new Draft(this);
        draft.captions.put(FileNames.requirePortable(part), Objects.requireNonNull(vtt, "vtt"));
        return new Publication(draft);
    }

    /**
     * The same publication with the facts as data.
     *
     * @param json the file {@code minutes.json} of the container
     * @return a new publication
     */
    public Publication withFacts(Path json) {
        Draft draft = new Draft(this);
        draft.facts = Objects.requireNonNull(json, "json");
        return new Publication(draft);
    }

    /**
     * The same publication with the secretary's written act.
     *
     * @param pdf the file {@code minutes.pdf} of the container
     * @return a new publication
     */
    public Publication withWrittenAct(Path pdf) {
        Draft draft = new Draft(this);
        draft.writtenAct = Objects.requireNonNull(pdf, "pdf");
        return new Publication(draft);
    }

    /**
     * The same publication with the signed container as a file of the site.
     *
     * @param file where it lies; linked or copied, never changed
     * @return a new publication
     */
    public Publication withContainer(Path file) {
        Draft draft = new Draft(this);
        draft.container = Objects.requireNonNull(file, "file");
        return new Publication(draft);
    }

    /**
     * The same publication with a link to the signed container where it is published already.
     *
     * @param value an http or https address
     * @return a new publication
     * @throws IllegalArgumentException if it is no absolute http or https address
     */
    public Publication withContainerLink(URI value) {
        Draft draft = new Draft(this);
        draft.containerLink = requireWeb(value);
        return new Publication(draft);
    }

    /**
     * The same publication with the tree of one part of the recording, by which a browser checks it megabyte by megabyte.
     *
     * @param part the name of the part in the minutes
     * @param tree the file of the {@link eu.digitalminutes.core.content.ChunkTree}; the signatures must cover it, or the
     *     minutes name its root
     * @return a new publication
     */
    public Publication withTree(String part, Path tree) {
        Draft draft = new Draft(this);
        draft.trees.put(FileNames.requirePortable(part), Objects.requireNonNull(tree, "tree"));
        return new Publication(draft);
    }

    /**
     * The same publication with the report on the validity of the signatures, to which the page leads for what a browser
     * cannot check.
     *
     * @param html a page that needs no other file
     * @return a new publication
     */
    public Publication withReport(Path html) {
        Draft draft = new Draft(this);
        draft.report = Objects.requireNonNull(html, "html");
        return new Publication(draft);
    }

    /**
     * The same publication with what a browser needs to check the signatures by itself. The certificates in it hold the
     * tax codes of the signers, as in every signed document; of a meeting that was secret in part nothing of it is
     * published.
     *
     * @param values one for each signature of the container, as minutes-signature takes them out; an empty list if its
     *     form has none, which the page then says
     * @return a new publication
     */
    public Publication withProofs(List<SignatureProof> values) {
        Draft draft = new Draft(this);
        draft.proofs = List.copyOf(values);
        return new Publication(draft);
    }

    /**
     * The same publication with a part of the recording whose file was compared with the signed digest before, such as
     * one that a site holds already: it is not read again where the file system can link it.
     *
     * @param part the name of the part in the minutes
     * @param file where it lies; the caller answers for it being the signed one
     * @return a new publication
     */
    public Publication withCheckedRecording(String part, Path file) {
        return withRecording(part, file).with(additions.withChecked(part));
    }

    /**
     * The same publication with a redacted copy in place of a part of the recording. The page states what it derives from,
     * and its captions lose what was said in the masked stretches.
     *
     * @param part the name of the part in the minutes
     * @param copy the copy, which must mask at least everything that was secret
     * @return a new publication
     */
    public Publication withRedactedRecording(String part, RedactedCopy copy) {
        return with(additions.withRedacted(FileNames.requirePortable(part), Objects.requireNonNull(copy, "copy")));
    }

    /**
     * The same publication, whose statements of derivation are signed by the official who answers for the redacted copies.
     *
     * @param sealer signs each statement; its signature is published beside it
     * @return a new publication
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2005-03-07;82~art23bis">CAD,
     *     art. 23-bis</a>
     */
    public Publication withStatementsSealedBy(Sealer sealer) {
        return with(additions.withSealer(Objects.requireNonNull(sealer, "sealer")));
    }

    /**
     * The same publication with the acts that the session adopted.
     *
     * @param acts the acts; those on a secret item are listed without its title
     * @return a new publication
     */
    public Publication withActs(List<PublishedAct> acts) {
        return with(additions.withActs(acts));
    }

    /**
     * The same publication as a page of a larger site: style and script are those that the site keeps under
     * {@code assets/}, and the page leads back to the site's home page.
     *
     * @param up how to come from the page's folder to the site's, such as {@code ../../../../}
     * @return a new publication
     * @throws IllegalArgumentException if it is no way up
     */
    public Publication withHome(String up) {
        return with(additions.withHome(up));
    }

    private Publication with(Additions value) {
        Draft draft = new Draft(this);
        draft.additions = value;
        return new Publication(draft);
    }

    /**
     * The redacted copies, by the name of the part that they stand for.
     *
     * @return an unmodifiable map in the order of addition
     */
    public Map<String, RedactedCopy> redactedRecordings() {
        return additions.redacted();
    }

    /** What a page of a larger site has beyond. */
    Additions additions() {
        return additions;
    }

    /**
     * The language of the page's own words.
     *
     * @return a locale
     */
    public Locale language() {
        return language;
    }

    /**
     * The address of the site's folder.
     *
     * @return the address, or empty if it is not known yet
     */
    public Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    /**
     * The files of the recording, by the name of the part.
     *
     * @return an unmodifiable map in the order of addition
     */
    public Map<String, Path> recordings() {
        return recordings;
    }

    /**
     * The captions, by the name of the part.
     *
     * @return an unmodifiable map in the order of addition
     */
    public Map<String, Path> captions() {
        return captions;
    }

    /**
     * The facts as data.
     *
     * @return the file, or empty if it is not published
     */
    public Optional<Path> facts() {
        return Optional.ofNullable(facts);
    }

    /**
     * The secretary's written act.
     *
     * @return the file, or empty if it is not published
     */
    public Optional<Path> writtenAct() {
        return Optional.ofNullable(writtenAct);
    }

    /**
     * The signed container.
     *
     * @return the file, or empty if it is not published here
     */
    public Optional<Path> container() {
        return Optional.ofNullable(container);
    }

    /**
     * Where the signed container is published already.
     *
     * @return the address, or empty if there is none
     */
    public Optional<URI> containerLink() {
        return Optional.ofNullable(containerLink);
    }

    /**
     * The trees of the recording, by the name of the part.
     *
     * @return an unmodifiable map in the order of addition
     */
    public Map<String, Path> trees() {
        return trees;
    }

    /**
     * The report on the validity of the signatures.
     *
     * @return the page, or empty if it is not published
     */
    public Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    /**
     * What a browser needs to check the signatures by itself.
     *
     * @return an immutable list; empty if the page shall not offer the check
     */
    public Optional<List<SignatureProof>> proofs() {
        return Optional.ofNullable(proofs);
    }

    private static URI requireWeb(URI value) {
        String scheme = value.getScheme();
        if (value.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("not an absolute http or https address: " + value);
        }
        return value;
    }

    /** The fields while one of them changes. */
    private static final class Draft {
        private Locale language = Locale.ITALIAN;
        private @Nullable URI address;
        private final Map<String, Path> recordings = new LinkedHashMap<>();
        private final Map<String, Path> captions = new LinkedHashMap<>();
        private @Nullable Path facts;
        private @Nullable Path writtenAct;
        private @Nullable Path container;
        private @Nullable URI containerLink;
        private final Map<String, Path> trees = new LinkedHashMap<>();
        private @Nullable Path report;
        private @Nullable List<SignatureProof> proofs;
        private Additions additions = Additions.NONE;

        Draft() {}

        Draft(Publication from) {
            language = from.language;
            address = from.address;
            recordings.putAll(from.recordings);
            captions.putAll(from.captions);
            facts = from.facts;
            writtenAct = from.writtenAct;
            container = from.container;
            containerLink = from.containerLink;
            trees.putAll(from.trees);
            report = from.report;
            proofs = from.proofs;
            additions = from.additions;
        }
    }
}
