// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Raises every signature of a container to a level that can be verified for longer. */
@Command(name = "extend", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ExtendCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(index = "0", paramLabel = "CONTAINER.asice")
    private Path container = Path.of("minutes.asice");

    @Option(names = "--level", required = true)
    private String level = "LT";

    @Option(names = "--tsa", required = true, paramLabel = "URL")
    private URI tsa = URI.create("");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (!Set.of("T", "LT").contains(level)) {
            throw new IllegalArgumentException("--level " + level + " is not available in this version; use T or LT");
        }
        options.output(container);
        SignedMinutes extended = new MinutesSigner(SigningProfile.italianCouncil(TimestampAuthority.at(tsa)))
                .extend(container, SignatureLevel.valueOf(level), trust.anchors(), trust.access());
        SignedAnswer.give(extended, "asice", level, options);
        return ExitCode.OK;
    }
}
