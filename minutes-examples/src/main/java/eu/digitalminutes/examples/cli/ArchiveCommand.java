// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.ArchivedPackage;
import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.deposit.DepositReceipt;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.archive.sacer.SacerProfile;
import eu.digitalminutes.archive.sacer.SacerSettings;
import eu.digitalminutes.archive.sincro.SincroProfile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.key.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs signed minutes for preservation. */
@Command(
        name = "archive",
        subcommands = {ArchiveCommand.VerifyCommand.class, ArchiveSplitCommand.class, ArchiveJoinCommand.class},
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true)
final class ArchiveCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private RenditionOptions renditions = new RenditionOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "CONTAINER.asice")
    private @Nullable Path container;

    @Option(names = "--profile", defaultValue = "sincro")
    private String profile = "sincro";

    @Option(names = "--metadata", paramLabel = "METADATA.json")
    private @Nullable Path metadata;

    @Option(names = "--seal-key", paramLabel = "FILE.p12[:PASSWORD]")
    private @Nullable String sealKey;

    @Option(names = "--form", paramLabel = "FORM")
    private @Nullable String form;

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "sip")
    private String kind = "sip";

    @Option(names = "--account", paramLabel = "SETTINGS.json")
    private @Nullable Path account;

    @Option(names = "--attach", paramLabel = "FILE")
    private List<Path> attached = List.of();

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
        renditions.check();
        Path target = options.output(out);
        PackageForm wanted = form(target);
        Optional<PackageProfile> standard = standard();
        SignedMinutes signed = SoundMinutes.of(container, trust, options);
        ArchiveMetadata known = metadata == null
                ? ArchiveMetadata.of(signed.minutes())
                : ArchiveMetadata.read(metadata, signed.minutes());
        List<AddedFile> added = renditions.of(signed, options);
        ArchivedPackage written = standard.isPresent()
                ? MinutesArchive.write(signed, known, standard.get(), added, target, wanted, options.task())
                : write(signed, known, added, target, wanted);
        WrittenFiles files = new WrittenFiles();
        written.files().forEach(file -> files.add(file.name(), file.fingerprint()));
        ObjectNode document = CommandOptions.mapper()
                .createObjectNode()
                .put("package", written.path().toString())
                .put("profile", written.profile());
        files.putInto(document);
        options.result(document, files.lines(written.path() + "  " + written.profile(), options.word("archive.files")));
        return ExitCode.OK;
    }

    /** The form that is asked for, or that the name of the package speaks of. */
    private PackageForm form(Path target) {
        if (form == null) {
            String name = String.valueOf(target).toLowerCase(Locale.ROOT);
            return name.endsWith(".zip")
                    ? PackageForm.ZIP
                    : name.endsWith(".tar") ? PackageForm.TAR : PackageForm.DIRECTORY;
        }
        return switch (form) {
            case "directory" -> PackageForm.DIRECTORY;
            case "zip" -> PackageForm.ZIP;
            case "tar" -> PackageForm.TAR;
            default -> throw new IllegalArgumentException("--form is directory, zip or tar, not " + form);
        };
    }

    /** The standards that know no seal; nothing for the one that does. */
    private Optional<PackageProfile> standard() throws IOException {
        if (!profile.equals("sincro") && sealKey != null) {
            throw new IllegalArgumentException(
                    "--seal-key is for --profile sincro: a package by " + profile + " has no place for a seal");
        }
        if (!profile.equals("sacer") && (account != null || !attached.isEmpty())) {
            throw new IllegalArgumentException("--account and --attach are for --profile sacer");
        }
        return switch (profile) {
            case "sincro" -> Optional.empty();
            case "bagit" -> Optional.of(BagItProfile.sha256());
            case "eark" ->
                Optional.of(
                        switch (kind) {
                            case "sip" -> EArkProfile.sip();
                            case "aip" -> EArkProfile.aip();
                            case "dip" -> EArkProfile.dip();
                            default -> throw new IllegalArgumentException("--kind is sip, aip or dip, not " + kind);
                        });
            case "sacer" -> Optional.of(sacer());
            default -> throw new IllegalArgumentException("--profile is sincro, eark, bagit or sacer, not " + profile);
        };
    }

    private PackageProfile sacer() throws IOException {
        if (account == null) {
            throw new IllegalArgumentException(
                    "--profile sacer needs --account SETTINGS.json, what body and provider agreed on");
        }
        return SacerProfile.of(SacerSettings.read(account)).attaching(attached);
    }

    private ArchivedPackage write(
            SignedMinutes signed, ArchiveMetadata known, List<AddedFile> added, Path target, PackageForm form)
            throws IOException {
        SigningKey key = SealKey.find(sealKey, metadata);
        if (key == null) {
            options.warn("archive.unsealed");
            return MinutesArchive.write(signed, known, SincroProfile.unsealed(), added, target, form, options.task());
        }
        try (key) {
            SincroProfile sealed = SincroProfile.sealedBy(new IndexSealer(key, SealKey.PROFILE));
            return MinutesArchive.write(signed, known, sealed, added, target, form, options.task());
        }
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
                            archived, IndexSealer.verifier(trust.anchors(), trust.access()), options.task())
                    .and(receipt());
            options.result(options.tree(report), options.lines(report));
            return ExitCode.of(report.verdict());
        }

        /** The receipt that lies beside the package; that it was not deposited yet is no fault of a package. */
        private Report receipt() throws IOException {
            Path folder = archived.toAbsolutePath().resolveSibling(archived.getFileName() + ".deposit");
            return !Files.exists(folder)
                    ? Report.of(List.of())
                    : Report.of(DepositReceipt.check(folder, archived, options.task()).findings().stream()
                            .filter(finding -> !finding.code().equals("RECEIPT_MISSING"))
                            .toList());
        }
    }
}
