// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.TrustedListKeeper;
import eu.digitalminutes.signature.trust.TrustState;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches the trusted lists, or takes them from a bundle, and verifies them. */
@Command(name = "refresh", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class TrustRefreshCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private KeptListOptions lists = new KeptListOptions();

    @Option(names = "--from", paramLabel = "DIR")
    private @Nullable Path bundle;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        TrustedListKeeper keeper = lists.keeper();
        TrustState state = bundle == null ? keeper.refresh() : keeper.importFrom(bundle);
        return TrustAnswer.give(state, options);
    }
}
