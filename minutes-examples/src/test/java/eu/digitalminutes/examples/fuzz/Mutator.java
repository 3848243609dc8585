// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages the files of a corpus; the same random numbers make the same damage. */
final class Mutator {
    /** What grows beyond this is cut: slow because large is no finding. */
    private static final int LARGEST = 256 << 10;

    private final List<Seed> corpus;

    Mutator(List<Seed> corpus) {
        this.corpus = List.copyOf(corpus);
    }

    Seed damaged(Random random) {
        Seed seed = corpus.get(random.nextInt(corpus.size()));
        byte[] bytes = damaged(seed.bytes(), random);
        return new Seed(seed.name(), bytes);
    }

    private byte[] damaged(byte[] original, Random random) {
        byte[] bytes = original;
        if (ZipChanges.isZip(bytes) && random.nextInt(4) > 0) {
            return ZipChanges.change(bytes, random, inside -> inDepth(inside, random));
        }
        return inDepth(bytes, random);
    }

    private byte[] inDepth(byte[] original, Random random) {
        byte[] bytes = original;
        int changes = 1 + (random.nextBoolean() ? 0 : random.nextInt(6));
        boolean text = isText(original);
        for (int i = 0; i < changes; i++) {
            if (random.nextInt(20) == 0) {
                bytes = ByteChanges.splice(bytes, other(random), random);
            } else if (text && random.nextInt(5) > 0) {
                bytes = TextChanges.change(bytes, random);
            } else {
                bytes = ByteChanges.change(bytes, random);
            }
            bytes = bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
        }
        return bytes;
    }

    private byte[] other(Random random) {
        return corpus.get(random.nextInt(corpus.size())).bytes();
    }

    private static boolean isText(byte[] bytes) {
        int strange = 0;
        int looked = Math.min(bytes.length, 2000);
        for (int i = 0; i < looked; i++) {
            strange += bytes[i] >= 0 && bytes[i] < 9 ? 1 : 0;
        }
        return strange * 50 < looked;
    }
}
