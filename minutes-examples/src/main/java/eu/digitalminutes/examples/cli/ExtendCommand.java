// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.SignatureExtender;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.signed.SignedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Raises signatures to a level that can be verified for longer, or renews their archive time stamp. */
@Command(name = "extend", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ExtendCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private TimestampOptions timestamps = new TimestampOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("minutes.asice");

    @Option(names = "--level", paramLabel = "LEVEL")
    private @Nullable String level;

    @Option(names = "--signature", paramLabel = "N")
    private List<Integer> numbers = new ArrayList<>();

    @Option(names = "--content", arity = "1..*", paramLabel = "[NAME=]FILE")
    private List<String> content = new ArrayList<>();

    @Option(names = "--renew-within", paramLabel = "DAYS")
    private @Nullable Integer renewWithin;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if ((level == null) == (renewWithin == null)) {
            throw new IllegalArgumentException(
                    "give --level T, LT or LTA to extend, or --renew-within DAYS to renew the archive time stamp");
        }
        if (level != null && !Set.of("T", "LT", "LTA").contains(level)) {
            throw new IllegalArgumentException("--level " + level + " is unknown; use T, LT or LTA");
        }
        options.output(file);
        Files.size(file); // who misspells the name shall not be told about trusted lists
        SignatureExtender extender = SignatureExtender.of(
                timestamps
                        .authorities()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--tsa URL is missing: evidence needs a time-stamping authority")),
                trust.anchors(),
                trust.access());
        SignedFile extended = level != null
                ? extender.extend(file, SignatureLevel.valueOf(level), numbers, ContentFiles.named(content))
                : extender.renew(file, Duration.ofDays(java.util.Objects.requireNonNull(renewWithin)));
        SignedAnswer.of(extended).give(options);
        return ExitCode.OK;
    }
}
