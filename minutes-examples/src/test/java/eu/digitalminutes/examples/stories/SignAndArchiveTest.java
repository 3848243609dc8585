// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.examples.demo.Demo;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignAndArchiveTest {
    @TempDir
    Path folder;

    @Test
    void theProgramOfTheReadmeDoesTheWholeJob() throws IOException {
        try (PkiServer services = PkiServer.start()) {
            Files.createDirectories(folder.resolve("keys"));
            services.pki()
                    .identity(TestSigner.PRESIDENT)
                    .writePkcs12(folder.resolve("keys/president.p12"), "demo".toCharArray());
            services.pki()
                    .identity(TestSigner.SECRETARY)
                    .writePkcs12(folder.resolve("keys/secretary.p12"), "demo".toCharArray());
            TrustBundle.write(folder.resolve("trust"), services.pki());
            for (String file : new String[] {"minutes.json", "recording.mp4"}) {
                try (InputStream in = Demo.class.getResourceAsStream(file)) {
                    Files.copy(in, folder.resolve(file));
                }
            }
            assertEquals(Verdict.VALID, SignAndArchive.run(folder, services.tsa(), "demo".toCharArray()));
            assertTrue(Files.exists(folder.resolve("package.zip")));
            assertTrue(Files.exists(folder.resolve("site/index.html")));
        }
    }
}
