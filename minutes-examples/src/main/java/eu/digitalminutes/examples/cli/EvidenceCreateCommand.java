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

/** Has all objects of an archive stamped that have no evidence record yet. */
@Command(name = "create", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class EvidenceCreateCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Mixin
    private TimestampOptions timestamps = new TimestampOptions();

    @Option(names = "--hash", paramLabel = "NAME", defaultValue = "SHA-256")
    private String hash = "SHA-256";

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        HashFunction function = EvidenceOptions.function(hash);
        EvidenceAuthority authority = EvidenceOptions.stamper(timestamps);
        try (Stream<PreservedObject> objects = PreservedObjects.below(evidence.objects())) {
            return EvidenceAnswer.give(evidence.store().create(objects, function, authority, options.task()), options);
        }
    }
}
