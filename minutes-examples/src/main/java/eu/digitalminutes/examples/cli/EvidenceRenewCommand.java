// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.renewal.EvidenceRun;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the last time stamps of an archive stamped again; reads no object. */
@Command(name = "renew", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class EvidenceRenewCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Mixin
    private TimestampOptions timestamps = new TimestampOptions();

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        List<EvidenceRun> runs = evidence.store().renew(EvidenceOptions.stamper(timestamps));
        options.result(EvidenceAnswer.tree(runs), EvidenceAnswer.text(runs, options));
        return ExitCode.OK;
    }
}
