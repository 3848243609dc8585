// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings with their trees: sound without compression, whose bytes and seconds go together. */
final class TreedRecordings {
    static final String PART = "recording-1.mp4";
    static final String TREE = "recording-1.mp4.tree";
    static final int MEBI = 1 << 20;
    static final int BYTES_PER_SECOND = 4 * 209_715;

    private TreedRecordings() {}

    /** Ten seconds of sound: each MiB lasts one and a quarter of them. */
    static Path sound(Path folder, int seed) throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(44 + 10 * BYTES_PER_SECOND).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(wav.capacity() - 8).put(ascii("WAVE"));
        format(wav, BYTES_PER_SECOND);
        wav.put(ascii("data")).putInt(10 * BYTES_PER_SECOND);
        for (int i = 0; wav.hasRemaining(); i++) {
            wav.put((byte) (i * 31 + (i >>> 8) + seed));
        }
        return Files.write(folder.resolve("sound-" + seed + ".wav"), wav.array());
    }

    /** The first bytes of some seconds of sound beyond 4 GiB. */
    static byte[] largeSoundHead(long bytes, int seconds) {
        ByteBuffer wav = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RF64")).putInt(-1).put(ascii("WAVEds64")).putInt(28);
        wav.putLong(bytes - 8).putLong(bytes - 80).putLong((bytes - 80) / 4).putInt(0);
        format(wav, (int) (bytes / seconds / 4 * 4));
        return wav.put(ascii("data")).putInt(-1).array();
    }

    private static void format(ByteBuffer wav, int bytesPerSecond) {
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 2);
        wav.putInt(bytesPerSecond / 4)
                .putInt(bytesPerSecond)
                .putShort((short) 4)
                .putShort((short) 16);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Minutes of one recording with the tree of another, or of the same. */
    static Composition treed(Council council, Path file, Path treeOf) throws IOException {
        ChunkTree made = Fingerprinter.fingerprintWithTree(treeOf, Task.none()).tree();
        Path tree = treeOf.resolveSibling(treeOf.getFileName() + ".tree");
        made.write(tree);
        return rooted(council, file, made).withAttachment(TREE, tree);
    }

    /** Minutes that name a root; the tree is still to be attached. */
    static Composition rooted(Council council, Path file, ChunkTree tree) throws IOException {
        Composition plain = council.composition(file);
        return Composition.of(plain.minutes().withTree(PART, tree.root()))
                .withRecording(PART, file)
                .withWrittenAct(plain.writtenAct().orElseThrow());
    }
}
