// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.SignatureExtender;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.signed.SignedFile;
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
        if (!Set.of("T", "LT", "LTA").contains(level)) {
            throw new IllegalArgumentException("--level " + level + " is unknown; use T, LT or LTA");
        }
        options.output(container);
        SignedFile extended = SignatureExtender.of(TimestampAuthority.at(tsa), trust.anchors(), trust.access())
                .extend(container, SignatureLevel.valueOf(level));
        SignedAnswer.of(extended).give(options);
        return ExitCode.OK;
    }
}
