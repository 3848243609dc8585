// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Signed minutes in memory with their files on the disk. */
final class SignedSource implements SessionSource {
    private final String name;
    private final SignedMinutes signed;
    private final Publication what;

    SignedSource(String name, SignedMinutes signed, Publication what) {
        this.name = Objects.requireNonNull(name, "name");
        this.signed = Objects.requireNonNull(signed, "signed");
        this.what = Objects.requireNonNull(what, "what");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Path> files() {
        List<Path> files = new ArrayList<>(what.recordings().values());
        files.addAll(what.captions().values());
        what.redactedRecordings().values().forEach(copy -> files.add(copy.file()));
        what.facts().ifPresent(files::add);
        what.writtenAct().ifPresent(files::add);
        what.container().ifPresent(files::add);
        return files;
    }

    @Override
    public String version() {
        MessageDigest digest = Fingerprinter.sha256();
        digest.update(MinutesJson.write(signed.minutes()));
        for (AppliedSignature one : signed.signatures()) {
            digest.update((one.signer() + one.role() + one.level() + one.signingTime() + one.timestamp())
                    .getBytes(StandardCharsets.UTF_8));
        }
        what.containerLink().ifPresent(link -> digest.update(link.toString().getBytes(StandardCharsets.UTF_8)));
        what.redactedRecordings()
                .forEach((part, copy) ->
                        digest.update((part + copy.masked() + copy.reason()).getBytes(StandardCharsets.UTF_8)));
        return Digest.of(digest.digest()).hex();
    }

    @Override
    public SessionContent open(KnownRecordings known, Task task) {
        return SessionContent.of(signed, known.instead(signed.minutes(), what));
    }
}
