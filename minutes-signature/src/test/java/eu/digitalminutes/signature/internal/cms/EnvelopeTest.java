// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.Openssl;
import eu.digitalminutes.signature.Reads;
import eu.digitalminutes.signature.internal.inplace.KeptBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes of all makers and sizes are read and signed on; damaged ones are refused, whatever the damage. */
class EnvelopeTest {
    @TempDir
    Path folder;

    /** A detached CMS with something of a size in the place of a signer. */
    static byte[] signatures(int bytes) {
        byte[] signer = new byte[bytes];
        Arrays.fill(signer, (byte) bytes);
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1"));
        SignedData data = new SignedData(
                new DERSet(sha256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                null,
                null,
                new DERSet(new SignerInfo(
                        new SignerIdentifier(new DEROctetString(new byte[1])),
                        sha256,
                        (ASN1Set) null,
                        sha256,
                        new DEROctetString(signer),
                        null)));
        try {
            return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Path envelope(byte[] content, byte[] signatures) throws IOException {
        Path file = Files.write(folder.resolve("content"), content);
        Path envelope = folder.resolve("content.p7m");
        EnvelopeWriter.write(envelope, file, signatures, Task.none());
        return envelope;
    }

    private static void assertHolds(Path envelope, byte[] content, byte[] signatures) throws IOException {
        try (EnvelopedFile file = EnvelopedFile.open(envelope)) {
            assertArrayEquals(content, file.content().readAllBytes());
            assertArrayEquals(signatures, file.signatures());
            assertArrayEquals(content, file.content().readAllBytes());
        }
    }

    static Stream<Integer> sizes() {
        return Stream.of(
                0,
                1,
                2,
                60,
                70,
                80,
                100,
                126,
                127,
                128,
                129,
                130,
                200,
                254,
                255,
                256,
                257,
                258,
                65_400,
                65_530,
                65_534,
                65_535,
                65_536,
                65_537,
                65_540,
                16_777_100,
                16_777_216);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aContentOfAnySizeIsWrappedAndSignedOn(int size) throws Exception {
        byte[] content = bytes(size);
        Path envelope = envelope(content, signatures(0));
        assertHolds(envelope, content, signatures(0));
        for (int signer : new int[] {10, 90, 130, 300, 70_000, 5}) {
            byte[] signatures = signatures(signer);
            EnvelopeWriter.replace(envelope, signatures);
            assertHolds(envelope, content, signatures);
            EnvelopeBytes around = EnvelopeBytes.around(signatures, size);
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            expected.writeBytes(around.head());
            expected.writeBytes(content);
            expected.writeBytes(around.tail());
            assertArrayEquals(expected.toByteArray(), Files.readAllBytes(envelope), "in place is as if written anew");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
    }

    @Test
    void inDerNoByteOfTheContentIsReadOrMoved() throws Exception {
        byte[] content = bytes(4_000_000);
        Path envelope = envelope(content, signatures(1_000));
        Object before = Files.getAttribute(envelope, "unix:ino");
        Reads reads = Reads.of(envelope, () -> {
            EnvelopeWriter.replace(envelope, signatures(5_000));
            return 0;
        });
        assertTrue(reads.bytes() < 300_000, () -> reads.bytes() + " bytes read");
        assertEquals(before, Files.getAttribute(envelope, "unix:ino"));
        assertHolds(envelope, content, signatures(5_000));
    }

    @Test
    void whatGrowsOverFourGibibytesIsReadByItsLengthsAlone() throws Exception {
        long size = (1L << 32) + 5;
        Path envelope = folder.resolve("sparse.p7m");
        EnvelopeBytes around = EnvelopeBytes.around(signatures(100), size);
        try (RandomAccessFile sparse = new RandomAccessFile(envelope.toFile(), "rw")) {
            sparse.write(around.head());
            sparse.seek(around.head().length + size);
            sparse.write(around.tail());
        }
        Reads reads = Reads.of(envelope, () -> {
            EnvelopeWriter.replace(envelope, signatures(400));
            return 0;
        });
        assertTrue(reads.bytes() < 300_000, () -> reads.bytes() + " bytes read");
        try (EnvelopedFile file = EnvelopedFile.open(envelope)) {
            assertEquals(size, file.contentBytes());
            assertArrayEquals(signatures(400), file.signatures());
        }
        assertEquals(
                around.head().length
                        + size
                        + EnvelopeBytes.around(signatures(400), size).tail().length,
                Files.size(envelope));
    }

    /** BER: everything without a length, the content in pieces, some of them in pieces again. */
    private static byte[] pieces(byte[] content, boolean nested) {
        byte[] detached = signatures(100);
        SignedData data =
                SignedData.getInstance(ContentInfo.getInstance(detached).getContent());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        hex(out, "3080 06092a864886f70d010702 a080 3080 020101");
        out.writeBytes(der(data.getDigestAlgorithms()));
        hex(out, "3080 06092a864886f70d010701 a080 2480");
        for (int at = 0, step = 1; at < content.length; at += step, step = 1 + (at * 31) % 900) {
            byte[] piece = Arrays.copyOfRange(content, at, Math.min(content.length, at + step));
            if (nested && at % 3 == 0) {
                hex(out, "2480 0400 24820000");
                out.writeBytes(der(new DEROctetString(piece)));
                hex(out, "0000");
            } else {
                out.writeBytes(der(new DEROctetString(piece)));
            }
        }
        hex(out, "0000 0000 0000");
        out.writeBytes(der(data.getSignerInfos()));
        hex(out, "0000 0000 0000");
        return out.toByteArray();
    }

    private static byte[] der(org.bouncycastle.asn1.ASN1Object value) {
        try {
            return value.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hex(ByteArrayOutputStream out, String hex) {
        out.writeBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aContentInPiecesIsReadAndBecomesDerWhenItIsSignedOn(boolean nested) throws Exception {
        byte[] content = bytes(200_000);
        Path envelope = Files.write(folder.resolve("ber.p7m"), pieces(content, nested));
        assertArrayEquals(content, (byte[]) new CMSSignedData(Files.readAllBytes(envelope))
                .getSignedContent()
                .getContent());
        assertHolds(envelope, content, signatures(100));
        EnvelopeWriter.replace(envelope, signatures(500));
        assertHolds(envelope, content, signatures(500));
        assertEquals(
                EnvelopeBytes.around(signatures(500), content.length).head().length
                        + content.length
                        + EnvelopeBytes.around(signatures(500), content.length).tail().length,
                Files.size(envelope));
    }

    @Test
    void whatBouncyCastleStreamsIsRead() throws Exception {
        byte[] content = bytes(100_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
        generator.setBufferSize(1_000);
        try (java.io.OutputStream into = generator.open(out, true)) {
            into.write(content);
        }
        Path envelope = Files.write(folder.resolve("bc.p7m"), out.toByteArray());
        try (EnvelopedFile file = EnvelopedFile.open(envelope)) {
            assertArrayEquals(content, file.content().readAllBytes());
            assertTrue(new CMSSignedData(file.signatures()).getSignerInfos().size() == 0);
        }
    }

    /** Reads all there is; only the two kinds of failure that callers are told of may come out. */
    private static boolean isRead(Path envelope) {
        try (EnvelopedFile file = EnvelopedFile.open(envelope)) {
            file.content().transferTo(java.io.OutputStream.nullOutputStream());
            file.signatures();
            return true;
        } catch (IOException | MinutesException refused) {
            return false;
        }
    }

    private static Stream<byte[]> samples() {
        byte[] content = bytes(300);
        EnvelopeBytes around = EnvelopeBytes.around(signatures(200), content.length);
        ByteArrayOutputStream definite = new ByteArrayOutputStream();
        definite.writeBytes(around.head());
        definite.writeBytes(content);
        definite.writeBytes(around.tail());
        return Stream.of(definite.toByteArray(), pieces(content, false), pieces(content, true));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aTruncatedEnvelopeIsRefusedWhereverItEnds(byte[] sample) throws Exception {
        Path envelope = folder.resolve("cut.p7m");
        for (int length = 0; length < sample.length; length++) {
            Files.write(envelope, Arrays.copyOf(sample, length));
            assertFalse(isRead(envelope), "cut at " + length);
        }
        Files.write(envelope, sample);
        assertTrue(isRead(envelope));
        for (byte[] more : new byte[][] {{0}, {0, 0}, {1}, {0x30, 0}, new byte[100]}) {
            Files.write(envelope, sample);
            Files.write(envelope, more, StandardOpenOption.APPEND);
            assertFalse(isRead(envelope), more.length + " bytes behind it");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void changedBytesAreReadOrRefusedButNeverHangNorFillTheMemory(byte[] sample) throws Exception {
        Path envelope = folder.resolve("changed.p7m");
        Random random = new Random(20_261_124);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int at = 0; at < sample.length; at++) {
                for (int bit = 0; bit < 8; bit += 3) {
                    byte[] changed = sample.clone();
                    changed[at] ^= (byte) (1 << bit);
                    Files.write(envelope, changed);
                    isRead(envelope);
                }
            }
            for (int round = 0; round < 1_500; round++) {
                byte[] changed = mutated(sample, random);
                Files.write(envelope, changed);
                isRead(envelope);
            }
        });
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] changed = sample.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt();
                case 1 ->
                    changed[at] =
                            new byte[] {0x30, 0x31, 0x24, 0x04, (byte) 0x80, (byte) 0x84, 0, 0x1f}[random.nextInt(8)];
                case 2 ->
                    Arrays.fill(
                            changed, at, Math.min(changed.length, at + 1 + random.nextInt(9)), (byte) random.nextInt());
                default -> {
                    int many = Math.min(1 + random.nextInt(20), changed.length - at);
                    System.arraycopy(sample, random.nextInt(sample.length - many + 1), changed, at, many);
                }
            }
        }
        return changed;
    }

    @Test
    void aDeclaredSizeIsNeverBelieved() throws Exception {
        for (String length : new String[] {
            "84ffffffff", "847fffffff", "887fffffffffffffff", "88ffffffffffffffff", "888000000000000000", "ff"
        }) {
            for (String start : new String[] {
                "30",
                "30800609 2a864886f70d010702 a0",
                "30800609 2a864886f70d010702 a080 30",
                "3080 06092a864886f70d010702" + "a080 3080 020101 31",
                "3080 06092a864886f70d010702 a080 3080 020101 3100 3080 06092a864886f70d010701 a080 24",
                "3080 06092a864886f70d010702 a080 3080 020101 3100 3080 06092a864886f70d010701 a080 2480 04",
                "3080 06092a864886f70d010702 a080 3080 020101 3100 3080 06092a864886f70d010701 a080 2480 0000 0000 0000 a0",
                "3080 06092a864886f70d010702 a080 3080 020101 3100 3080 06092a864886f70d010701 a080 2480 0000 0000 0000 31"
            }) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                hex(out, start + length);
                Path envelope = Files.write(folder.resolve("huge.p7m"), out.toByteArray());
                assertFalse(isRead(envelope), start + length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2480", "3080", "a080", "3180"})
    void nestingWithoutEndIsRefused(String nest) throws Exception {
        for (String start : new String[] {
            "",
            "3080 06092a864886f70d010702 a080 3080 020101 3100 3080 06092a864886f70d010701 a080 2480",
            "3080 06092a864886f70d010702 a080 3080 020101 3100 3080 06092a864886f70d010701 a080 2480 0000 0000 0000"
        }) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            hex(out, start);
            hex(out, nest.repeat(200_000));
            Path envelope = Files.write(folder.resolve("deep.p7m"), out.toByteArray());
            assertFalse(isRead(envelope), start + nest);
        }
    }

    @Test
    void whatOpensslStreamsIsReadAndSignedOn() throws Exception {
        byte[] content = bytes(100_000);
        Path file = Files.write(folder.resolve("content"), content);
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        Openssl.run(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=Prova",
                "-keyout",
                key,
                "-out",
                certificate);
        for (String[] how : new String[][] {{"-stream"}, {}}) {
            Path envelope = folder.resolve("openssl.p7m");
            List<Object> words = new ArrayList<>(List.of(
                    "cms",
                    "-sign",
                    "-binary",
                    "-nodetach",
                    "-outform",
                    "DER",
                    "-in",
                    file,
                    "-signer",
                    certificate,
                    "-inkey",
                    key,
                    "-out",
                    envelope));
            words.addAll(List.of(how));
            Openssl.run(words.toArray());
            byte[] signatures;
            try (EnvelopedFile read = EnvelopedFile.open(envelope)) {
                assertArrayEquals(content, read.content().readAllBytes());
                signatures = read.signatures();
                assertEquals(1, new CMSSignedData(signatures).getSignerInfos().size());
            }
            EnvelopeWriter.replace(envelope, signatures);
            assertHolds(envelope, content, signatures);
            Path out = folder.resolve("out");
            Openssl.run("cms", "-verify", "-binary", "-inform", "DER", "-in", envelope, "-noverify", "-out", out);
            assertEquals(-1, Files.mismatch(file, out));
        }
    }

    @Test
    void oldBytesNeverComeBackIntoAnotherFileOfTheName() throws Exception {
        byte[] content = bytes(1_000);
        Path envelope = envelope(content, signatures(100));
        KeptBytes kept = new KeptBytes(envelope);
        try (FileChannel channel = FileChannel.open(envelope, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            kept.keep(channel, List.of(new KeptBytes.Region(0, 60)), new byte[32]);
        }
        kept.settle();
        assertFalse(kept.isKept());
        assertHolds(envelope, content, signatures(100));
        try (FileChannel channel = FileChannel.open(envelope, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            kept.keep(channel, List.of(new KeptBytes.Region(0, 60)), new byte[32]);
        }
        Files.delete(envelope);
        kept.settle();
        assertFalse(kept.isKept());
    }

    @Test
    void otherFilesAreNoEnvelopes() throws Exception {
        for (String text : new String[] {"", "0", "PK\3\4 and more", "-----BEGIN PKCS7-----", "<xml/>"}) {
            Path file = Files.write(folder.resolve("other"), text.getBytes(StandardCharsets.ISO_8859_1));
            MinutesException refusal = assertThrows(
                    MinutesException.class, () -> EnvelopedFile.open(file).close());
            assertEquals("ENVELOPE_MALFORMED", refusal.code());
        }
        Path detached = Files.write(folder.resolve("detached.p7s"), signatures(10));
        assertEquals(
                "CONTENT_NOT_INSIDE",
                assertThrows(
                                MinutesException.class,
                                () -> EnvelopedFile.open(detached).close())
                        .code());
    }
}
