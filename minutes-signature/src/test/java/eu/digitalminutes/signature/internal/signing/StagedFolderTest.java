// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder appears whole; what a killed process left of one is removed by the next. */
class StagedFolderTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatAProcessLeftThatHasEndedIsRemoved() throws Exception {
        Path target = folder.resolve("seduta");
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        ended.getInputStream().readAllBytes();
        ended.waitFor();
        Path left;
        try (StagedFolder begun = StagedFolder.forTarget(target)) {
            String own = "." + ProcessHandle.current().pid() + "-";
            left = folder.resolve(begun.path().getFileName().toString().replace(own, "." + ended.pid() + "-"));
        }
        Files.writeString(Files.createDirectory(left).resolve("minutes.json"), "half");
        try (StagedFolder staged = StagedFolder.forTarget(target);
                StagedFolder together = StagedFolder.forTarget(target)) {
            assertEquals(2, names().size(), "its own and the one beside it");
            Files.writeString(staged.path().resolve("minutes.json"), "{}");
            staged.commit();
        }
        assertEquals(List.of("seduta"), names());
        assertEquals("{}", Files.readString(target.resolve("minutes.json")));
    }

    @Test
    void withoutACommitNothingIsThere() throws Exception {
        try (StagedFolder staged = StagedFolder.forTarget(folder.resolve("seduta"))) {
            Files.writeString(staged.path().resolve("minutes.json"), "half");
        }
        assertEquals(List.of(), names());
    }
}
