// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The file of a driver, looked at before the JVM loads it: loading a library that is no PKCS#11 driver ends the whole
 * process, and what a loader says of a library for another processor helps nobody.
 */
final class DriverFile {
    private static final byte[] ENTRY_POINT = "C_GetFunctionList".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 4096;

    /** e_machine of ELF. */
    private static final Map<Integer, String> ELF = Map.of(3, "x86", 40, "arm", 62, "amd64", 183, "aarch64");

    /** Machine of PE (Windows). */
    private static final Map<Integer, String> PE = Map.of(0x14c, "x86", 0x8664, "amd64", 0xaa64, "aarch64");

    private DriverFile() {}

    /** The real path of a file that can be a driver for this JVM. */
    static Path require(Path library) {
        if (!Files.isRegularFile(library)) {
            throw new MinutesException(
                    "DRIVER_MISSING",
                    "there is no PKCS#11 driver " + library.toAbsolutePath()
                            + ": install the card maker's software, or give the full path of its library");
        }
        try {
            requireOwnArchitecture(library);
            if (!namesEntryPoint(library)) {
                throw new MinutesException(
                        "DRIVER_UNUSABLE",
                        library
                                + " is not a PKCS#11 driver (it does not offer C_GetFunctionList): give the library that"
                                + " the card maker's software names as its PKCS#11 module");
            }
            return library.toRealPath();
        } catch (IOException e) {
            throw new MinutesException(
                    "DRIVER_UNUSABLE",
                    "the PKCS#11 driver " + library + " cannot be read (" + e.getMessage() + "): check its permissions",
                    e);
        }
    }

    private static void requireOwnArchitecture(Path library) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(library)) {
            head = in.readNBytes(HEAD);
        }
        String own = architectureOf(System.getProperty("os.arch", ""));
        Optional<String> found = architecture(head);
        if (found.isPresent() && !found.get().equals(own)) {
            throw new MinutesException(
                    "DRIVER_UNUSABLE",
                    "the PKCS#11 driver " + library + " is made for " + found.get() + ", this JVM for " + own
                            + ": install the driver for " + own + ", or run a JVM for " + found.get());
        }
    }

    private static String architectureOf(String jvm) {
        return switch (jvm) {
            case "x86_64" -> "amd64";
            case "i386", "i486", "i586", "i686" -> "x86";
            case "arm64" -> "aarch64";
            default -> jvm;
        };
    }

    /** For which processor a library is made; empty where that is left to the loader: macOS, rare processors. */
    static Optional<String> architecture(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (head.length > 20 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F') {
            return Optional.ofNullable(ELF.get(bytes.getShort(18) & 0xffff));
        }
        if (head.length > 64 && head[0] == 'M' && head[1] == 'Z') {
            int header = bytes.getInt(60);
            if (header >= 0 && header < head.length - 6) {
                return Optional.ofNullable(PE.get(bytes.getShort(header + 4) & 0xffff));
            }
        }
        return Optional.empty();
    }

    /** Whether the one function that every driver offers is named in the library; read once, in blocks. */
    private static boolean namesEntryPoint(Path library) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(library), 1 << 16)) {
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                // the first letter occurs once only, so a broken match begins anew at most with this byte
                matched = next == ENTRY_POINT[matched] ? matched + 1 : next == ENTRY_POINT[0] ? 1 : 0;
                if (matched == ENTRY_POINT.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
