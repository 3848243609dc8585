// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.ArchivedPackage;
import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.PackagedFile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs signed minutes for preservation. */
@Command(
        name = "archive",
        subcommands = ArchiveCommand.VerifyCommand.class,
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true)
final class ArchiveCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "CONTAINER.asice")
    private @Nullable Path container;

    @Option(names = "--profile", defaultValue = "sincro")
    private String profile = "sincro";

    @Option(names = "--metadata", paramLabel = "METADATA.json")
    private @Nullable Path metadata;

    @Option(names = "--seal-key", paramLabel = "FILE.p12[:PASSWORD]")
    private @Nullable String sealKey;

    @Option(names = "--out", paramLabel = "PACKAGE")
    private @Nullable Path out;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (container == null || out == null) {
            throw new IllegalArgumentException("give the container to pack and --out for the package");
        }
        if (!profile.equals("sincro")) {
            throw new IllegalArgumentException(
                    "--profile " + profile + " is not available in this version; it packs sincro");
        }
        Path target = options.output(out);
        SignedMinutes signed = SoundMinutes.of(container, trust, options);
        ArchiveMetadata known = metadata == null
                ? ArchiveMetadata.of(signed.minutes())
                : ArchiveMetadata.read(metadata, signed.minutes());
        boolean zip = String.valueOf(target).toLowerCase(Locale.ROOT).endsWith(".zip");
        PackageForm form = zip ? PackageForm.ZIP : PackageForm.DIRECTORY;
        ArchivedPackage written = write(signed, known, target, form);
        options.result(
                tree(written),
                written.path() + "  " + written.profile() + "  "
                        + written.files().size());
        return ExitCode.OK;
    }

    private ArchivedPackage write(SignedMinutes signed, ArchiveMetadata known, Path target, PackageForm form)
            throws IOException {
        SigningKey key = SealKey.find(sealKey, metadata);
        if (key == null) {
            options.warn("archive.unsealed");
            return MinutesArchive.writeUnsealed(signed, known, target, form, options.task());
        }
        try (key) {
            return MinutesArchive.write(
                    signed, known, new IndexSealer(key, SealKey.PROFILE), target, form, options.task());
        }
    }

    private ObjectNode tree(ArchivedPackage written) {
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("package", written.path().toString()).put("profile", profile);
        ArrayNode files = document.putArray("files");
        for (PackagedFile file : written.files()) {
            files.addObject()
                    .put("name", file.name())
                    .put("bytes", file.fingerprint().bytes())
                    .put("sha256", file.fingerprint().digest().hex());
        }
        return document;
    }

    /** Reads a package again and says whether it is whole. */
    @Command(
            name = "verify",
            resourceBundle = "eu.digitalminutes.examples.cli.messages",
            mixinStandardHelpOptions = true)
    static final class VerifyCommand implements OptionedCommand {
        @Mixin
        private CommandOptions options = new CommandOptions();

        @Mixin
        private TrustOptions trust = new TrustOptions();

        @Parameters(index = "0", paramLabel = "PACKAGE")
        private Path archived = Path.of("archive");

        @Override
        public CommandOptions options() {
            return options;
        }

        @Override
        public Integer call() throws IOException {
            Report report = MinutesArchive.verify(
                    archived, IndexSealer.verifier(trust.anchors(), trust.access()), options.task());
            options.result(options.tree(report), options.lines(report));
            return ExitCode.of(report.verdict());
        }
    }
}
