// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.examples.demo.Demo;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Where everything of a run lies: two recordings, keys, trust, and the time-stamping authority while it is open. */
final class Bench implements AutoCloseable {
    static final String RECORDING = "recording.mp4";
    static final String PASSWORD = "benchmark";
    private static final String MINUTES = "minutes.json";
    private static final long SMALL = 1 << 16;

    private final Path folder;
    private final PkiServer services;

    /** Makes it all in a new folder, which is gone after {@link #close()}. */
    Bench(Path parent, long bytes, boolean sparse) throws IOException {
        this.folder = Files.createTempDirectory(Files.createDirectories(parent), "benchmark");
        this.services = PkiServer.start();
        Files.createDirectories(temporary());
        recording(small(), SMALL, false);
        recording(large(), bytes, sparse);
        for (TestSigner signer : List.of(TestSigner.PRESIDENT, TestSigner.SECRETARY)) {
            keys(services.pki().identity(signer));
        }
        StringBuilder authorities = new StringBuilder();
        for (TestIdentity authority : services.pki().authorities()) {
            authorities.append(pem("CERTIFICATE", encoded(authority.certificate())));
        }
        Files.writeString(keys().resolve("authorities.pem"), authorities);
        trust();
    }

    Path folder() {
        return folder;
    }

    Path small() {
        return folder.resolve("small");
    }

    Path large() {
        return folder.resolve("large");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    /** What the operations of a JVM have to know. */
    List<String> settings() {
        return List.of("keys=" + keys(), "trust=" + folder.resolve("trust"), "tsa=" + services.tsa());
    }

    /** Writes the lists and revocation lists as they are now: those must be younger than the time stamps. */
    void trust() throws IOException {
        TrustBundle.write(folder.resolve("trust"), services.pki());
    }

    /** Removes what operations left, but for the two recordings. */
    void clear() throws IOException {
        for (Path place : List.of(small(), large(), temporary())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
                for (Path file : files) {
                    if (!Set.of(RECORDING, MINUTES).contains(file.getFileName().toString())) {
                        delete(file);
                    }
                }
            }
        }
    }

    /** Keeps the small files as they are: an operation that is tried again shall find them so. */
    void rememberSmall() throws IOException {
        copy(small(), folder.resolve("small-before"));
    }

    /** Makes the small files what they were. */
    void restoreSmall() throws IOException {
        copy(folder.resolve("small-before"), small());
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            delete(to);
        }
        Files.createDirectories(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Removes what a library left in its place for temporary files. */
    void clearTemporary() throws IOException {
        delete(temporary());
        Files.createDirectories(temporary());
    }

    @Override
    public void close() throws IOException {
        services.close();
        delete(folder);
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }

    /** A recording and the minutes that name it. */
    private static void recording(Path folder, long bytes, boolean sparse) throws IOException {
        Path recording = Files.createDirectories(folder).resolve(RECORDING);
        if (sparse) {
            try (RandomAccessFile file = new RandomAccessFile(recording.toFile(), "rw")) {
                file.setLength(bytes);
            }
        } else {
            Random random = new Random(bytes);
            byte[] block = new byte[1 << 20];
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(recording))) {
                for (long left = bytes; left > 0; left -= block.length) {
                    random.nextBytes(block);
                    out.write(block, 0, (int) Math.min(left, block.length));
                }
            }
        }
        try (InputStream session = Demo.class.getResourceAsStream("minutes.json")) {
            Minutes demo = MinutesJson.read(session.readAllBytes());
            RecordingPart recorded = demo.recordings().get(0);
            RecordingPart part = RecordingPart.of(
                    RECORDING,
                    "video/mp4",
                    Fingerprinter.fingerprint(recording),
                    recorded.start(),
                    recorded.duration());
            Minutes minutes = Minutes.of(demo.meeting(), demo.rules()).withRecording(part);
            Files.write(folder.resolve(MINUTES), MinutesJson.write(minutes));
        }
    }

    private void keys(TestIdentity identity) throws IOException {
        Path p12 = Files.createDirectories(keys()).resolve(identity.name() + ".p12");
        identity.writePkcs12(p12, PASSWORD.toCharArray());
        Files.writeString(
                keys().resolve(identity.name() + ".pem"),
                pem("CERTIFICATE", encoded(identity.certificate()))
                        + pem("PRIVATE KEY", identity.privateKey().getEncoded()));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of the test kit cannot be written", e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    }
}
