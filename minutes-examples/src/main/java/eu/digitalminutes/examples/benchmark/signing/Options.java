// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a run was asked for.
 *
 * @param bytes the size of the file
 * @param sparse whether it is a file of zeros that takes no room on the disk
 * @param rounds how often each operation is timed; without any, bytes alone are counted
 * @param peers which of the others take part
 * @param only the operations to do, as {@code minutes xades-e sign-two}
 * @param work where the files may lie meanwhile
 * @param out where the results go
 */
record Options(long bytes, boolean sparse, int rounds, Set<String> peers, Pattern only, Path work, Path out) {
    static final String USAGE = "--size 256m --sparse --rounds 3 --peers dss,digidoc4j,bc,openssl|none --only REGEX"
            + " --work DIR --out DIR";
    private static final Set<String> PEERS = Set.of("dss", "digidoc4j", "bc", "openssl");

    static Options parse(Path module, String... arguments) {
        Options options = new Options(
                256 << 20,
                false,
                3,
                PEERS,
                Pattern.compile(""),
                Path.of(System.getProperty("java.io.tmpdir")),
                module.resolve("target/benchmark"));
        List<String> words = List.of(arguments);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("--sparse")) {
                options = options.withSparse();
            } else if (i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + ": expected " + USAGE);
            } else {
                options = options.with(words.get(i), words.get(++i));
            }
        }
        return options;
    }

    private Options withSparse() {
        return new Options(bytes, true, rounds, peers, only, work, out);
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--size" -> new Options(size(value), sparse, rounds, peers, only, work, out);
            case "--rounds" -> new Options(bytes, sparse, Integer.parseInt(value), peers, only, work, out);
            case "--peers" -> new Options(bytes, sparse, rounds, peers(value), only, work, out);
            case "--only" -> new Options(bytes, sparse, rounds, peers, Pattern.compile(value), work, out);
            case "--work" -> new Options(bytes, sparse, rounds, peers, only, Path.of(value), out);
            case "--out" -> new Options(bytes, sparse, rounds, peers, only, work, Path.of(value));
            default -> throw new IllegalArgumentException(name + " is unknown: expected " + USAGE);
        };
    }

    private static Set<String> peers(String value) {
        Set<String> peers = value.equals("none") ? Set.of() : Set.of(value.split(",", -1));
        if (!PEERS.containsAll(peers)) {
            throw new IllegalArgumentException("--peers " + value + ": there are " + PEERS);
        }
        return peers;
    }

    /** As 256m, 5g, 20g, or a number of bytes. */
    private static long size(String value) {
        String number = value.toLowerCase(Locale.ROOT);
        int shift = number.endsWith("g") ? 30 : number.endsWith("m") ? 20 : number.endsWith("k") ? 10 : 0;
        return Long.parseLong(shift == 0 ? number : number.substring(0, number.length() - 1)) << shift;
    }

    boolean has(String peer) {
        return peers.contains(peer);
    }

    boolean wants(String tool, String operation) {
        return only.matcher(tool + " " + operation).find();
    }

    /** Whether the JVM records what is read; of files from 1 GiB on the system alone counts, to within a megabyte. */
    boolean isRecorded() {
        return bytes < 1L << 30 || rounds == 0;
    }

    /** The size as people say it. */
    String sizeName() {
        for (int shift = 30; shift > 0; shift -= 10) {
            if (bytes >= 1L << shift && bytes % (1L << shift) == 0) {
                return (bytes >> shift) + (shift == 30 ? " GiB" : shift == 20 ? " MiB" : " KiB");
            }
        }
        return String.format(Locale.ROOT, "%,d bytes", bytes);
    }
}
