// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before the JVM loads it; a library that is no driver would end the process. */
class DriverFileTest {
    @TempDir
    Path folder;

    private static MinutesException refusal(Path library) {
        return assertThrows(MinutesException.class, () -> Cryptoki.load(library));
    }

    private static byte[] elf(int machine) {
        byte[] head = ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7f, 'E', 'L', 'F'})
                .putShort(18, (short) machine)
                .array();
        return head;
    }

    private static byte[] pe(int machine) {
        return ByteBuffer.allocate(256)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'M', 'Z'})
                .putInt(60, 128)
                .putShort(132, (short) machine)
                .array();
    }

    @Test
    void aMissingDriverIsNamed() {
        MinutesException refusal = refusal(folder.resolve("libbit4xpki.so"));
        assertEquals("DRIVER_MISSING", refusal.code());
        assertTrue(refusal.getMessage().contains("libbit4xpki.so"), refusal.getMessage());
    }

    @Test
    void aFileThatIsNoLibraryIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("driver.so"), "C_GetFunctio C_C_GetFunctionLis");
        assertEquals("DRIVER_UNUSABLE", refusal(file).code());
        Path almost = Files.writeString(folder.resolve("almost.so"), "a text that names C_GetFunctionList");
        assertTrue(refusal(almost).getMessage().contains("does not start"));
    }

    @Test
    void aLibraryThatIsNoDriverIsRefused() {
        Path zlib = Path.of("/usr/lib/x86_64-linux-gnu/libz.so.1");
        Assumptions.assumeTrue(Files.exists(zlib), "no library at hand that is no driver");
        assertTrue(refusal(zlib).getMessage().contains("is not a PKCS#11 driver"));
    }

    @Test
    void aDriverForAnotherProcessorIsNamedAsThat() throws IOException {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        Path file = Files.write(folder.resolve("driver.so"), elf(arm ? 62 : 183));
        assertTrue(refusal(file).getMessage().contains(arm ? "made for amd64" : "made for aarch64"));
    }

    @Test
    void theProcessorIsReadFromLinuxAndWindowsLibraries() {
        assertEquals(Optional.of("amd64"), DriverFile.architecture(elf(62)));
        assertEquals(Optional.of("x86"), DriverFile.architecture(elf(3)));
        assertEquals(Optional.of("amd64"), DriverFile.architecture(pe(0x8664)));
        assertEquals(Optional.of("x86"), DriverFile.architecture(pe(0x14c)));
        assertEquals(Optional.empty(), DriverFile.architecture(elf(999)));
        assertEquals(Optional.empty(), DriverFile.architecture("MZ".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(Optional.empty(), DriverFile.architecture(new byte[0]));
    }
}
