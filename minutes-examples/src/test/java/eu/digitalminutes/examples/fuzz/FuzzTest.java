// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files end in an answer or in a documented refusal, soon, and leave nothing in memory. A few seconds by itself;
 * CONTRIBUTING.md says how to run it for long, and how to read one file again.
 */
@Tag("fuzz")
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20260312);
    private static final int INPUTS = 300;
    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final Path KNOWN =
            Path.of(System.getProperty("minutes.root", ".."), "minutes-examples/src/test/resources/fuzz");

    @TempDir
    static Path folder;

    static Works works;
    static ServiceTargets services;
    static List<Target> targets;

    @BeforeAll
    static void start() throws IOException {
        // The JDK's server otherwise waits 40 ms with every answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // PDFBox tells of every damage as an error.
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.pdfbox", "off");
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.fontbox", "off");
        works = new Works(folder);
        services = new ServiceTargets(works);
        List<Target> all = new ArrayList<>(new CoreTargets(folder).all());
        all.addAll(new SignatureTargets(works).all());
        all.addAll(services.all());
        all.addAll(new ArchiveTargets(works).all());
        String wanted = System.getProperty("fuzz.target", "");
        targets = all.stream()
                .filter(target -> wanted.isEmpty() || List.of(wanted.split(",")).contains(target.name()))
                .toList();
    }

    @AfterAll
    static void stop() {
        services.close();
        works.close();
    }

    @TestFactory
    Stream<DynamicTest> damagedFilesAreAnsweredOrRefused() {
        int minutes = Integer.getInteger("fuzz.minutes", 0);
        Duration time = minutes == 0 ? SHORT : Duration.ofMinutes(minutes).dividedBy(targets.size());
        long inputs = minutes == 0 ? INPUTS : Long.MAX_VALUE;
        return targets.stream()
                .map(target -> DynamicTest.dynamicTest(
                        target.name(), () -> assertSurvived(new FuzzRun(target, SEED).fire(inputs, time))));
    }

    /** Files that once were not survived, and any file that {@code -Dfuzz.replay} names. */
    @TestFactory
    Stream<DynamicTest> knownFilesAreAnsweredOrRefused() throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(KNOWN)) {
            try (Stream<Path> known = Files.list(KNOWN)) {
                known.filter(file -> !file.endsWith("README.md")).sorted().forEach(files::add);
            }
        }
        String replay = System.getProperty("fuzz.replay", "");
        if (!replay.isEmpty()) {
            files.add(Path.of(System.getProperty("minutes.root", "..")).resolve(replay));
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> again(file)));
    }

    /** The name says the target, what told the file apart, and the name that its reader sees. */
    private static void again(Path file) throws IOException, InterruptedException {
        String[] words = String.valueOf(file.getFileName()).split("-", 2);
        for (Target target : targets) {
            if (target.name().equals(words[0])) {
                String name = words[1].substring(words[1].indexOf('@') + 1).replace('!', '/');
                assertSurvived(new FuzzRun(target, SEED).again(new Seed(name, Files.readAllBytes(file))));
            }
        }
    }

    private static void assertSurvived(List<String> findings) {
        assertEquals("", String.join("\n", findings));
    }
}
