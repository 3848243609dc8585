// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java run time itself, which believes no module descriptor that lacks a line. */
class ModulePathTest {
    private static final Path MODULE = Path.of(System.getProperty("minutes.root"), "minutes-examples");

    @TempDir
    Path folder;

    /** What a vendor has who depends on the three modules: not our examples, not the test kit. */
    private static String modulePath() throws Exception {
        Path list = MODULE.resolve("target/judges/runtime.classpath");
        assertTrue(Files.exists(list), "run mvn process-test-classes first: there is no " + list);
        return Stream.of(Files.readString(list).strip().split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).startsWith(MODULE))
                .filter(entry -> !entry.endsWith("-tests.jar") && !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void aNamedModuleUsesTheWholeSdkWithNothingOnTheClassPath() throws Exception {
        String modules = modulePath();
        Path sources = MODULE.resolve("src/test/judges/vendor");
        Path classes = folder.resolve("classes");
        Program.Answer compiled = Program.run(
                folder,
                List.of(
                        Program.java().replaceFirst("java$", "javac"),
                        "-Werror",
                        "-Xlint:all",
                        "-encoding",
                        "UTF-8",
                        "-d",
                        classes.toString(),
                        "-p",
                        modules,
                        sources.resolve("module-info.java").toString(),
                        sources.resolve("example/vendor/Vendor.java").toString()));
        assertEquals(0, compiled.code(), compiled.output() + compiled.errors());
        try (SignedSession session = new SignedSession(folder.resolve("session"))) {
            session.trust();
            Program.Answer answer = Program.run(
                    folder,
                    List.of(
                            Program.java(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.awt.headless=true",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                            "-p",
                            modules + File.pathSeparator + classes,
                            "-m",
                            "example.vendor/example.vendor.Vendor",
                            session.folder.toString(),
                            session.services.tsa().toString(),
                            SignedSession.PASSWORD));
            assertEquals(0, answer.code(), answer.errors());
            assertFalse(answer.errors().contains("ERROR"), answer.errors());
            assertEquals(
                    List.of(
                            "modules [example.vendor, eu.digitalminutes.core, eu.digitalminutes.signature,"
                                    + " eu.digitalminutes.archive]",
                            "facts without a place [PLACE_MISSING]",
                            "container VALID",
                            "pages true true",
                            "package VALID",
                            "package without trust [SEAL_SIGNER_NOT_CHECKED]",
                            "site true",
                            "card driver DRIVER_UNUSABLE true",
                            "threads [main]"),
                    answer.lines());
        }
    }
}
