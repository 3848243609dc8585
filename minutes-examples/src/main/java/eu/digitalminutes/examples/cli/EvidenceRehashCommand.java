// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.renewal.PreservedObject;
import eu.digitalminutes.archive.renewal.PreservedObjects;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import java.io.IOException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hashes the objects of an archive with another function, with all that proved them before. */
@Command(name = "rehash", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class EvidenceRehashCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Mixin
    private TimestampOptions timestamps = new TimestampOptions();

    @Option(names = "--hash", paramLabel = "NAME", required = true)
    private String hash = "";

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        HashFunction function = EvidenceOptions.function(hash);
        EvidenceAuthority authority = EvidenceOptions.stamper(timestamps);
        try (Stream<PreservedObject> objects = PreservedObjects.below(evidence.objects())) {
            return EvidenceAnswer.give(evidence.store().rehash(objects, function, authority, options.task()), options);
        }
    }
}
