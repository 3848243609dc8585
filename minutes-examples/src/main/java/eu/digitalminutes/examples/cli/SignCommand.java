// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.rendition.WrittenAct;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Composes and signs minutes, or adds a signature to signed ones. */
@Command(name = "sign", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class SignCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "CONTAINER.asice")
    private @Nullable Path container;

    @Option(names = "--minutes", paramLabel = "MINUTES.json")
    private @Nullable Path minutes;

    @Option(names = "--recording", arity = "1..*", paramLabel = "FILE")
    private List<Path> recordings = new ArrayList<>();

    @Option(names = "--act", paramLabel = "FILE.pdf")
    private @Nullable Path act;

    @Option(names = "--attach", arity = "1..*", paramLabel = "FILE")
    private List<Path> attachments = new ArrayList<>();

    @Option(names = "--out", paramLabel = "CONTAINER.asice")
    private @Nullable Path out;

    @Option(names = "--form", defaultValue = "asice")
    private String form = "asice";

    @Option(names = "--level", defaultValue = "")
    private String level = "";

    @Option(names = "--tsa", paramLabel = "URL")
    private @Nullable URI tsa;

    @Option(names = "--key", required = true, paramLabel = "ROLE=FILE.p12[:PASSWORD]")
    private List<String> keys = new ArrayList<>();

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        requireAvailable();
        List<Signatory> signatories = new ArrayList<>();
        try {
            for (String key : keys) {
                signatories.add(KeyOption.signatory(key));
            }
            SignedMinutes signed = container == null ? compose(signatories) : add(container, signatories);
            if (level.equals("B")) {
                options.warn("sign.without-timestamp");
            }
            SignedAnswer.of(signed, SignatureForm.ASIC_E_XADES).give(options);
            return ExitCode.OK;
        } finally {
            signatories.forEach(signatory -> signatory.key().close());
        }
    }

    private void requireAvailable() {
        if (!form.equals("asice")) {
            throw new IllegalArgumentException(
                    "--form " + form + " is not available in this version; it signs asice containers");
        }
        if (level.isEmpty()) {
            level = tsa == null ? "B" : "T";
        }
        if (!Set.of("B", "T").contains(level)) {
            throw new IllegalArgumentException("--level " + level + " is not available in this version; use B or T");
        }
        if (level.equals("T") && tsa == null) {
            throw new IllegalArgumentException(
                    "level T needs a time-stamping authority: give --tsa URL, or --level B to do without");
        }
    }

    private SigningProfile profile(Set<SignatoryRole> roles) {
        SigningProfile profile = tsa == null || level.equals("B")
                ? SigningProfile.withoutTimestamp()
                : SigningProfile.italianCouncil(TimestampAuthority.at(tsa));
        return profile.toBuilder().requiredRoles(roles).build();
    }

    private SignedMinutes compose(List<Signatory> signatories) throws IOException {
        if (minutes == null || out == null) {
            throw new IllegalArgumentException(
                    "give --minutes and --out to compose a container, or a container to add a signature to");
        }
        Path target = options.output(out);
        Minutes facts = MinutesJson.read(minutes);
        Path rendered = Files.createTempFile("minutes-act-", ".pdf");
        try {
            Path pdf = act;
            if (pdf == null) {
                WrittenAct.writePdf(facts, Locale.ITALIAN, rendered);
                pdf = rendered;
            }
            Composition composition = Composition.of(facts).withWrittenAct(pdf);
            composition = RecordingFiles.add(composition, recordings);
            for (Path file : attachments) {
                composition = composition.withAttachment(String.valueOf(file.getFileName()), file);
            }
            // Who has not signed here can add a signature later.
            Set<SignatoryRole> roles = signatories.stream()
                    .flatMap(signatory -> signatory.role().stream())
                    .collect(Collectors.toSet());
            return new MinutesSigner(profile(roles)).sign(composition, target, signatories, options.task());
        } finally {
            Files.deleteIfExists(rendered);
        }
    }

    private SignedMinutes add(Path signed, List<Signatory> signatories) throws IOException {
        if (minutes != null || !recordings.isEmpty() || !attachments.isEmpty() || out != null) {
            throw new IllegalArgumentException("a signature is added to " + signed
                    + " as it is: leave out --minutes, --recording, --attach and --out");
        }
        options.output(signed);
        MinutesSigner signer = new MinutesSigner(profile(Set.of()));
        SignedMinutes result = null;
        for (Signatory signatory : signatories) {
            result = signer.addSignature(signed, signatory);
        }
        if (result == null) {
            throw new IllegalArgumentException("--key is missing");
        }
        return result;
    }
}
