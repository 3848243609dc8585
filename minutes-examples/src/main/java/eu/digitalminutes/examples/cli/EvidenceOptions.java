// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.renewal.EvidenceStore;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.signature.ArchiveStamper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which archive, and where its evidence lies. */
final class EvidenceOptions {
    @Parameters(index = "0", paramLabel = "STORE")
    private Path store = Path.of("archive");

    @Option(names = "--evidence", paramLabel = "DIR")
    private @Nullable Path evidence;

    /** The folder of the objects. */
    Path objects() throws IOException {
        if (!Files.isDirectory(store)) {
            throw new NoSuchFileException(store.toString());
        }
        return store;
    }

    EvidenceStore store() throws IOException {
        return EvidenceStore.in(evidence == null ? objects().resolve(".evidence") : evidence);
    }

    static EvidenceAuthority stamper(TimestampOptions timestamps) {
        return timestamps
                .authorities()
                .map(ArchiveStamper::new)
                .orElseThrow(() -> new IllegalArgumentException("give --tsa URL: who stamps"));
    }

    static HashFunction function(String name) {
        return HashFunction.named(name)
                .orElseThrow(() -> new IllegalArgumentException("--hash " + name + " is unknown; it is one of "
                        + Arrays.stream(HashFunction.values())
                                .map(HashFunction::standardName)
                                .collect(Collectors.joining(", "))));
    }
}
