// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.segment.SegmentedPackage;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cuts a package into parts for a channel that takes no larger file. */
@Command(name = "split", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ArchiveSplitCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "PACKAGE")
    private Path packed = Path.of("package.zip");

    @Option(names = "--size", required = true, paramLabel = "BYTES[k|M|G]")
    private String size = "1G";

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out = Path.of("parts");

    @Option(names = "--seal-key", paramLabel = "FILE.p12[:PASSWORD]")
    private @Nullable String sealKey;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Path target = options.output(out);
        SegmentedPackage parts = split(target);
        ObjectNode document = CommandOptions.mapper().createObjectNode().put("parts", target.toString());
        WrittenFiles files = new WrittenFiles();
        parts.segments().forEach(part -> files.add(part.name(), part.fingerprint()));
        files.putInto(document);
        options.result(document, files.lines(target.toString(), options.word("archive.files")));
        return ExitCode.OK;
    }

    private SegmentedPackage split(Path target) throws IOException {
        long bytes = ByteCount.of("--size", size);
        SigningKey key = SealKey.find(sealKey, null);
        if (key == null) {
            return SegmentedPackage.split(packed, bytes, target, Optional.empty(), options.task());
        }
        try (key) {
            Sealer sealer = new IndexSealer(key, SealKey.PROFILE);
            return SegmentedPackage.split(packed, bytes, target, Optional.of(sealer), options.task());
        }
    }
}
