// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.media.MediaMap;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignatureProof;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.minutes.TimeIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What the page's scripts need to check the signatures: the signatures taken apart, where the files are, the words. */
final class VerifyData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1000;
    private static final int MAX_SPANS = 1000;

    private final Session session;
    private final SignedMinutes signed;

    private VerifyData(Session session, SignedMinutes signed) {
        this.session = session;
        this.signed = signed;
    }

    /** JSON that may stand in a script element. */
    static String of(Session session, SignedMinutes signed, List<SignatureProof> proofs) {
        VerifyData data = new VerifyData(session, signed);
        ObjectNode all = JSON.createObjectNode();
        all.put("locale", session.words().locale().toLanguageTag());
        ObjectNode words = all.putObject("words");
        session.words().all("script.").forEach(words::put);
        all.put("unchecked", Math.max(0, signed.signatures().size() - proofs.size()));
        ArrayNode taken = all.putArray("proofs");
        proofs.forEach(proof -> proof(taken.addObject(), proof));
        ObjectNode files = all.putObject("files");
        data.places(files);
        ArrayNode parts = all.putArray("parts");
        session.minutes().recordings().forEach(part -> data.part(parts.addObject(), part));
        return LinkedData.inScript(all);
    }

    private static void proof(ObjectNode json, SignatureProof proof) {
        json.put("format", proof.format().label());
        json.put("file", proof.file());
        json.put("algorithm", proof.algorithm());
        json.put("signed", base64(proof.signed()));
        json.put("value", base64(proof.value()));
        json.put("statement", base64(proof.statement()));
        ArrayNode certificates = json.putArray("certificates");
        proof.certificates().forEach(one -> certificates.add(base64(one)));
    }

    /** Where each signed file is on the site; captions and chapters have names of their own there. */
    private void places(ObjectNode files) {
        for (ContainedFile file : signed.files()) {
            if (file.name().endsWith(".vtt")) {
                twin(file, files);
            } else if (session.files().has(file.name())) {
                files.put(file.name(), file.name());
            }
        }
        for (RecordingPart part : session.published()) {
            if (session.files().has(part.name())) {
                files.put(part.name(), part.name());
            }
            String tree = ChunkTree.nameFor(part.name());
            if (session.files().has(tree)) {
                files.put(tree, tree);
            }
        }
    }

    private void twin(ContainedFile file, ObjectNode files) {
        SiteFolder folder = session.files();
        try {
            for (String name : folder.files()) {
                boolean alike = name.endsWith(".vtt")
                        && folder.size(name) == file.fingerprint().bytes();
                if (alike && Fingerprinter.fingerprint(folder.path(name)).equals(file.fingerprint())) {
                    files.put(file.name(), name);
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void part(ObjectNode json, RecordingPart part) {
        json.put("name", part.name());
        json.put("number", session.number(part.name()));
        json.put("bytes", part.fingerprint().bytes());
        json.put("seconds", seconds(part.duration()));
        ArrayNode chapters = json.putArray("chapters");
        for (TimeIndex.Chapter chapter : session.chapters()) {
            if (chapter.part().equals(part.name())) {
                ObjectNode one = chapters.addObject();
                one.put("title", session.words().say(chapter.title()));
                one.put("from", seconds(chapter.from()));
                one.put("to", seconds(chapter.to()));
            }
        }
        if (session.files().has(ChunkTree.nameFor(part.name()))) {
            times(json.putObject("times"), part);
        }
    }

    /** Which time the recording's megabytes hold, several together where there are many. */
    private void times(ObjectNode json, RecordingPart part) {
        long bytes = part.fingerprint().bytes();
        long unit = Math.max(1, bytes / ChunkTree.CHUNK / MAX_SPANS) * ChunkTree.CHUNK;
        try {
            MediaMap map = MediaMap.of(session.files().path(part.name()));
            json.put("isRough", map.isEstimated() || !map.isKnown());
            json.put("unit", unit);
            ArrayNode spans = json.putArray("spans");
            for (long at = 0; map.isKnown() && at < bytes; at += unit) {
                ArrayNode span = spans.addArray();
                map.timeOf(new ByteRange(at, Math.min(bytes, at + unit)))
                        .ifPresent(time -> span.add(seconds(time.from())).add(seconds(time.to())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
