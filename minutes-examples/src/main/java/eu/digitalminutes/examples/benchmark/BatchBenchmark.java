// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark;

import eu.digitalminutes.archive.rendition.WrittenAct;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.examples.demo.Demo;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Documents per second when a folder of small signed containers is verified, by this SDK and by plain DSS, in turn, each
 * in a process of its own that was warmed up.
 */
public final class BatchBenchmark {
    private static final char[] PASSWORD = "benchmark".toCharArray();
    private static final int DISTINCT = 25;
    private static final int WARM_UP = 1_000;
    private static final int RECORDING_BYTES = 20_000;

    private BatchBenchmark() {}

    /**
     * Measures, and prints a table.
     *
     * @param arguments the folder of minutes-examples; how many documents, by default 1000; how many rounds, by default 3
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int documents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path work = Files.createTempDirectory("minutes-batch");
        try {
            run(work, Path.of(arguments[0]), documents, rounds, System.out);
        } finally {
            remove(work);
        }
    }

    static void run(Path work, Path home, int documents, int rounds, PrintStream out)
            throws IOException, InterruptedException {
        String lotl = documents(work, documents).toString();
        String peer = home.resolve("src/benchmark/DssBatchPeer.java").toString();
        String ours = BatchWork.class.getName();
        Map<String, List<String>> sides = new LinkedHashMap<>();
        sides.put("minutes, 1 thread", List.of(ours, "1"));
        sides.put("minutes, 2 threads", List.of(ours, "2"));
        sides.put("DSS, 1 thread", List.of(peer, "etsi"));
        sides.put("DSS without its ETSI report, 1 thread", List.of(peer, "none"));
        Map<String, double[]> best = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> side : sides.entrySet()) {
                double[] seconds = seconds(work, side.getValue(), lotl, documents);
                best.merge(side.getKey(), seconds, BatchBenchmark::least);
            }
        }
        double[] dss = best.getOrDefault("DSS, 1 thread", new double[2]);
        out.println("| " + documents + " documents, best of " + rounds
                + " | documents/s | CPU ms each | DSS = 1 on the clock | DSS = 1 in CPU |");
        out.println("| --- | ---: | ---: | ---: | ---: |");
        best.forEach((side, seconds) -> out.println(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %.2f |",
                side,
                documents / seconds[0],
                seconds[1] * 1000 / documents,
                dss[0] / seconds[0],
                dss[1] / seconds[1])));
    }

    private static double[] least(double[] one, double[] other) {
        return new double[] {Math.min(one[0], other[0]), Math.min(one[1], other[1])};
    }

    /** The seconds of one side, on the clock and of CPU. Both must have found every document to be valid, or there is nothing to compare. */
    private static double[] seconds(Path work, List<String> side, String lotl, int documents)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.awt.headless=true",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        side.get(0),
                        work.resolve("warm").toString(),
                        work.resolve("documents").toString(),
                        lotl,
                        side.get(1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer = line;
            }
        }
        String[] numbers = answer.split(" ", -1);
        if (process.waitFor() != 0 || numbers.length != 3 || Integer.parseInt(numbers[2]) != documents) {
            throw new IllegalStateException(side + " answered: " + answer);
        }
        return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }

    /** Signs some minutes and copies them until there are enough; returns the list of lists. */
    private static Path documents(Path work, int documents) throws IOException {
        Path warm = Files.createDirectories(work.resolve("warm"));
        Path all = Files.createDirectories(work.resolve("documents"));
        List<Path> signed = new ArrayList<>();
        try (PkiServer services = PkiServer.start();
                SigningKey president = key(work, services, TestSigner.PRESIDENT);
                SigningKey secretary = key(work, services, TestSigner.SECRETARY)) {
            MinutesSigner signer =
                    new MinutesSigner(SigningProfile.italianCouncil(TimestampAuthority.at(services.tsa())));
            for (int i = 0; i < Math.min(DISTINCT, documents); i++) {
                Path container = work.resolve("minutes-" + i + ".asice");
                signer.sign(
                        composition(work, i),
                        container,
                        List.of(Signatory.president(president), Signatory.secretary(secretary)),
                        Task.none());
                signed.add(container);
            }
            for (int i = 0; i < documents; i++) {
                Files.copy(signed.get(i % signed.size()), all.resolve("document-" + i + ".asice"));
            }
            for (int i = 0; i < WARM_UP; i++) {
                Files.copy(signed.get(i % signed.size()), warm.resolve("document-" + i + ".asice"));
            }
            return TrustBundle.write(work.resolve("trust"), services.pki());
        }
    }

    private static Composition composition(Path work, int number) throws IOException {
        byte[] content = new byte[RECORDING_BYTES];
        new java.util.Random(number).nextBytes(content);
        Path recording = Files.write(work.resolve("recording-" + number + ".mp4"), content);
        Minutes demo;
        try (InputStream in = Demo.class.getResourceAsStream("minutes.json")) {
            demo = MinutesJson.read(Objects.requireNonNull(in, "minutes.json").readAllBytes());
        }
        RecordingPart part = demo.recordings().get(0);
        Minutes bound = Minutes.of(demo.meeting(), demo.rules())
                .withRecording(RecordingPart.of(
                        part.name(),
                        part.mediaType(),
                        Fingerprinter.fingerprint(recording),
                        part.start(),
                        part.duration()));
        Path act = work.resolve("act-" + number + ".pdf");
        WrittenAct.writePdf(bound, Locale.ITALIAN, act);
        return Composition.of(bound).withWrittenAct(act).withRecording(part.name(), recording);
    }

    private static SigningKey key(Path work, PkiServer services, TestSigner signer) throws IOException {
        Path file = work.resolve(signer.name() + ".p12");
        services.pki().identity(signer).writePkcs12(file, PASSWORD);
        return SigningKey.pkcs12(file, PASSWORD);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
