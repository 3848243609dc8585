// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.rendition.WrittenAct;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.FileSigner;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.CertificateRequirement;
import eu.digitalminutes.signature.profile.Commitment;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SignerIdentity;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.signed.SignedFile;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Composes and signs minutes, signs any other file, or adds a signature to a signed one. */
@Command(name = "sign", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class SignCommand implements OptionedCommand {
    private static final Set<String> LENIENT =
            Set.of("CERTIFICATE_NOT_QUALIFIED", "CERTIFICATE_OF_SEAL", "SIGNER_NOT_IN_ROLE");

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private TimestampOptions timestamps = new TimestampOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--minutes", paramLabel = "MINUTES.json")
    private @Nullable Path minutes;

    @Option(names = "--recording", arity = "1..*", paramLabel = "FILE")
    private List<Path> recordings = new ArrayList<>();

    @Option(names = "--act", paramLabel = "FILE.pdf")
    private @Nullable Path act;

    @Option(names = "--attach", arity = "1..*", paramLabel = "FILE")
    private List<Path> attachments = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--form", paramLabel = "FORM")
    private @Nullable String form;

    @Option(names = "--level", paramLabel = "LEVEL")
    private @Nullable String level;

    @Option(names = "--countersign", paramLabel = "N")
    private @Nullable Integer countersigned;

    @Option(names = "--place", paramLabel = "CITY", defaultValue = "")
    private String place = "";

    @Option(names = "--commitment", paramLabel = "WORD")
    private List<String> commitments = new ArrayList<>();

    @Option(names = "--content-timestamp")
    private boolean contentTimestamp;

    @Option(names = "--qualified")
    private boolean qualified;

    @Option(names = "--key", required = true, paramLabel = "ROLE=KEY")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--csc-token", paramLabel = "FILE")
    private @Nullable Path cscToken;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        SigningProfile profile = profile();
        boolean adds = adds();
        List<Signatory> signatories = new ArrayList<>();
        try {
            for (String key : keys) {
                signatories.add(
                        minutes != null || adds
                                ? KeyOption.signatory(key, cscToken)
                                : KeyOption.signatoryOfFile(key, cscToken));
            }
            SignedAnswer signed = leniently(profile, lawful -> signed(lawful, signatories, adds));
            if (profile.level() == SignatureLevel.B && countersigned == null) {
                options.warn("sign.without-timestamp");
            }
            signed.give(options);
            return ExitCode.OK;
        } finally {
            signatories.forEach(signatory -> signatory.key().close());
        }
    }

    private SignedAnswer signed(SigningProfile profile, List<Signatory> signatories, boolean adds) throws IOException {
        if (minutes != null) {
            return compose(minutes, profile, signatories);
        }
        if (file == null) {
            throw new IllegalArgumentException(
                    "give --minutes and --out to compose minutes, or a file to sign or to add a signature to");
        }
        return adds ? addToMinutes(file, profile, signatories) : sign(file, profile, signatories);
    }

    /** Whether a signature is added to minutes, where only the roles of minutes are known. */
    private boolean adds() {
        return file != null && form == null && out == null && countersigned == null && isMinutes(file);
    }

    /** What signs by a profile. */
    private interface Signing {
        SignedAnswer by(SigningProfile profile) throws IOException;
    }

    /** Signs by the lawful profile; what it refuses before the PIN is a warning, unless the user wants it refused. */
    private SignedAnswer leniently(SigningProfile lawful, Signing signing) throws IOException {
        SigningProfile profile = lawful;
        while (true) {
            try {
                return signing.by(profile);
            } catch (MinutesException e) {
                if (qualified || !LENIENT.contains(e.code()) || profile.signers() == SignerIdentity.ANY) {
                    throw e;
                }
                options.err().println("minutes: " + e.getMessage() + "; signed all the same, --qualified refuses it");
                profile = profile.toBuilder()
                        .certificates(CertificateRequirement.ANY)
                        .signers(SignerIdentity.ANY)
                        .build();
            }
        }
    }

    private SigningProfile profile() {
        TimestampAuthorities authorities = timestamps.authorities().orElse(null);
        String wanted = level == null ? (authorities == null ? "B" : "T") : level;
        if (Arrays.stream(SignatureLevel.values()).noneMatch(one -> one.name().equals(wanted))) {
            throw new IllegalArgumentException("--level " + wanted + " is unknown; use B, T, LT or LTA");
        }
        if (!wanted.equals("B") && authorities == null) {
            throw new IllegalArgumentException(
                    "level " + wanted + " needs a time-stamping authority: give --tsa URL, or --level B to do without");
        }
        if (wanted.startsWith("LT") && trust.isEmpty()) {
            throw new IllegalArgumentException("level " + wanted + " needs trust for chains and revocation data: give"
                    + " --trusted-list LOTL.xml, and --online where revocation may be asked for");
        }
        SigningProfile.Builder profile = (authorities == null
                        ? SigningProfile.withoutTimestamp()
                        : SigningProfile.italianCouncil(authorities))
                .toBuilder()
                        .level(SignatureLevel.valueOf(wanted))
                        .form(form())
                        .place(place)
                        .commitments(commitments.stream()
                                .map(SignCommand::commitment)
                                .toArray(Commitment[]::new));
        return (contentTimestamp ? profile.withContentTimestamp() : profile).build();
    }

    private SignatureForm form() {
        if (form == null) {
            return SignatureForm.ASIC_E_XADES;
        }
        String word = form;
        return SignatureForm.of(word)
                .orElseThrow(() -> new IllegalArgumentException("--form " + word + " is unknown; use "
                        + Arrays.stream(SignatureForm.values())
                                .map(SignatureForm::code)
                                .collect(Collectors.joining(", "))));
    }

    private static Commitment commitment(String word) {
        for (Commitment commitment : Commitment.values()) {
            if (commitment.name().equals("PROOF_OF_" + word.toUpperCase(Locale.ROOT))) {
                return commitment;
            }
        }
        throw new IllegalArgumentException(
                "--commitment " + word + " is unknown; use origin, receipt, delivery, sender, approval or creation");
    }

    private SignedAnswer compose(Path facts, SigningProfile profile, List<Signatory> signatories) throws IOException {
        if (out == null || file != null || countersigned != null) {
            throw new IllegalArgumentException("with --minutes give --out, and no file and no --countersign");
        }
        Path target = options.output(out);
        Minutes read = MinutesJson.read(facts);
        Path rendered = Files.createTempFile("minutes-act-", ".pdf");
        try {
            Path pdf = act;
            if (pdf == null) {
                WrittenAct.writePdf(read, Locale.ITALIAN, rendered);
                pdf = rendered;
            }
            Composition composition = Composition.of(read).withWrittenAct(pdf);
            composition = RecordingFiles.add(composition, recordings);
            for (Path attachment : attachments) {
                String name = String.valueOf(attachment.getFileName());
                if (!attachment.equals(composition.attachments().get(name))) {
                    composition = composition.withAttachment(name, attachment);
                }
            }
            // Who has not signed here can add a signature later.
            Set<SignatoryRole> roles =
                    signatories.stream().flatMap(one -> one.role().stream()).collect(Collectors.toSet());
            SigningProfile present = profile.toBuilder().requiredRoles(roles).build();
            return SignedAnswer.of(
                    MinutesSigner.trusting(present, trust.anchors(), trust.access())
                            .sign(composition, target, signatories, options.task()),
                    profile.form());
        } finally {
            Files.deleteIfExists(rendered);
        }
    }

    private void requireAlone(Path source) {
        if (!recordings.isEmpty() || !attachments.isEmpty() || act != null) {
            throw new IllegalArgumentException(
                    "--recording, --attach and --act go with --minutes; " + source + " is signed as it is");
        }
    }

    private SignedAnswer sign(Path source, SigningProfile profile, List<Signatory> signatories) throws IOException {
        requireAlone(source);
        FileSigner signer = FileSigner.trusting(profile, trust.anchors(), trust.access());
        if (form != null || out != null) {
            Path target = out == null ? beside(source, profile.form()) : out;
            return SignedAnswer.of(signer.sign(source, options.output(target), signatories, options.task()));
        }
        options.output(source);
        SignedFile signed = null;
        for (Signatory signatory : signatories) {
            signed = countersigned == null
                    ? signer.addSignature(source, signatory)
                    : signer.counterSign(source, countersigned, signatory);
        }
        return SignedAnswer.of(java.util.Objects.requireNonNull(signed, "picocli wants one --key at least"));
    }

    private SignedAnswer addToMinutes(Path signed, SigningProfile profile, List<Signatory> signatories)
            throws IOException {
        requireAlone(signed);
        options.output(signed);
        MinutesSigner signer = MinutesSigner.trusting(profile, trust.anchors(), trust.access());
        SignedAnswer answer = null;
        for (Signatory signatory : signatories) {
            answer = SignedAnswer.of(signer.addSignature(signed, signatory), formOf(signed));
        }
        return java.util.Objects.requireNonNull(answer, "picocli wants one --key at least");
    }

    /** Whether a signed file holds the facts of minutes, so that the rules for minutes hold for who signs it. */
    private static boolean isMinutes(Path signed) {
        if (Files.isDirectory(signed)) {
            return true;
        }
        try (ZipFile container = new ZipFile(signed.toFile())) {
            return container.getEntry(Minutes.FILE_NAME) != null;
        } catch (IOException noContainer) {
            return false;
        }
    }

    private static SignatureForm formOf(Path signed) throws IOException {
        if (Files.isDirectory(signed)) {
            return Files.exists(signed.resolve("signatures.xml"))
                    ? SignatureForm.XADES_DETACHED
                    : Files.exists(signed.resolve(Minutes.FILE_NAME + ".p7m"))
                            ? SignatureForm.CADES_ENVELOPING
                            : SignatureForm.CADES_DETACHED;
        }
        try (ZipFile container = new ZipFile(signed.toFile())) {
            return container.stream().anyMatch(entry -> entry.getName().matches("META-INF/.*\\.p7s"))
                    ? SignatureForm.ASIC_E_CADES
                    : SignatureForm.ASIC_E_XADES;
        }
    }

    /** Where a signed file goes by default. */
    private static Path beside(Path source, SignatureForm form) {
        String name = String.valueOf(source.getFileName());
        return source.resolveSibling(
                form == SignatureForm.PADES
                        ? name.replaceFirst("(?i)\\.pdf$", "") + "-signed.pdf"
                        : name + form.extension());
    }
}
