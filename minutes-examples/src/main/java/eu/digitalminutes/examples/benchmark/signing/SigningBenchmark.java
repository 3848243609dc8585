// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signs, extends and validates one large file with this SDK and with others, each operation in a process of its own, and
 * compares what it took with one pass of SHA-256 over the same file.
 *
 * <p>The first round counts bytes and finds the heap that suffices; the rounds after it are timed, without recording.
 */
public final class SigningBenchmark {
    private static final String OPENSSL = "openssl";

    /** Operations that follow one another on the same files; each group begins in a folder without results. */
    private record Group(Tool tool, List<String> operations) {}

    private final Options options;
    private final Bench bench;
    private final Processes processes;
    private final PrintStream log;
    private final Tool ours;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private Figures pass = Figures.failed("not measured yet");

    private SigningBenchmark(Options options, Bench bench, Tool ours, PrintStream log) {
        this.options = options;
        this.bench = bench;
        this.processes = new Processes(bench, options.rounds() > 0);
        this.ours = ours;
        this.log = log;
    }

    /**
     * Measures; prints the table, and writes it with the chart into a folder.
     *
     * @param arguments the folder of this module, then options as {@code bin/benchmark-signing} has them
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if somebody interrupts it
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path module = Path.of(arguments[0]);
        Options options = Options.parse(module, Arrays.copyOfRange(arguments, 1, arguments.length));
        List<Row> rows = run(module, options, System.err);
        String table = ResultTable.of(options, rows);
        System.out.println(table);
        Files.createDirectories(options.out());
        Files.writeString(options.out().resolve("signing-benchmark.md"), table);
        Files.writeString(options.out().resolve("signing-benchmark.svg"), BarChart.of(options, rows));
    }

    /** Measures as asked; what is going on goes to a log. */
    static List<Row> run(Path module, Options options, PrintStream log) throws IOException, InterruptedException {
        Path classPaths = module.resolve("target/judges");
        String runtime =
                Files.readString(classPaths.resolve("runtime.classpath")).strip();
        try (Bench bench = new Bench(options.work(), options.bytes(), options.sparse())) {
            SigningBenchmark benchmark = new SigningBenchmark(options, bench, Tool.ours(runtime), log);
            List<Group> groups = benchmark.groups(module, runtime, classPaths);
            for (int round = options.isRecorded() ? 0 : 1; round <= options.rounds(); round++) {
                for (Group group : groups) {
                    benchmark.run(group, round);
                }
                if (options.has(OPENSSL)) {
                    benchmark.openssl(round);
                }
            }
            return List.copyOf(benchmark.rows.values());
        }
    }

    private List<Group> groups(Path module, String runtime, Path classPaths) throws IOException {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(ours, List.of("sha256")));
        groups.add(new Group(ours, List.of("copy")));
        groups.add(new Group(ours, List.of("copy-synced")));
        groups.add(new Group(ours, List.of("fingerprint", "fingerprint-tree")));
        groups.add(group(ours, "xades-e", "sign-two", "validate"));
        groups.add(group(ours, "xades-e", "sign-one", "add", "extend"));
        groups.add(group(ours, "cades-e", "sign-two", "validate"));
        groups.add(group(ours, "p7m", "sign-two", "validate"));
        groups.add(group(ours, "p7m", "sign-one", "add"));
        groups.add(group(ours, "p7s", "sign-two", "validate"));
        groups.add(group(ours, "xades", "sign-two", "validate"));
        Path sources = module.resolve("src/benchmark");
        if (options.has("dss")) {
            Tool dss = peer("DSS", "6.4", runtime, sources.resolve("DssPeer.java"));
            groups.add(group(dss, "xades-e", "sign-one", "add", "validate", "extend"));
            for (String form : List.of("cades-e", "p7m", "p7s")) {
                groups.add(group(dss, form, "sign-one", "add", "validate"));
            }
        }
        if (options.has("digidoc4j")) {
            String others =
                    Files.readString(classPaths.resolve("digidoc4j.classpath")).strip();
            Tool digidoc = peer("DigiDoc4j", "6.1.0", others, sources.resolve("DigiDoc4jPeer.java"));
            groups.add(group(digidoc, "xades-e", "sign-one", "add", "validate"));
        }
        if (options.has("bc")) {
            for (String digests : List.of("jdk", "bc")) {
                String name = digests.equals("jdk") ? "BC, JDK digest" : "BC, own digest";
                Path source = sources.resolve("BouncyCastlePeer.java");
                Tool bc = peer(name, "1.84", runtime, source, "digests=" + digests);
                groups.add(group(bc, "p7m", "sign-two", "validate", "sign-one", "add"));
                groups.add(group(bc, "p7s", "sign-two", "validate"));
            }
        }
        return groups;
    }

    private Tool peer(String name, String version, String classPath, Path source, String... settings) {
        Path classes = bench.folder().resolve("classes").resolve(name.replaceAll("\\W+", "-"));
        return Tool.peer(name, version, classPath, source, classes, settings);
    }

    private Group group(Tool tool, String form, String... acts) {
        return new Group(tool, Arrays.stream(acts).map(act -> form + " " + act).collect(Collectors.toList()));
    }

    private void run(Group group, int round) throws IOException, InterruptedException {
        Set<String> wanted = new HashSet<>();
        for (String operation : group.operations()) {
            if (options.wants(group.tool().name(), operation)) {
                wanted.add(operation);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        pass(round);
        for (String operation : group.operations()) {
            if (!wanted.contains(operation) || operation.equals("sha256")) {
                continue;
            }
            Row row = row(group.tool().name(), operation);
            if (!row.failure().isEmpty()) {
                break; // what follows would need its result
            }
            if (operation.endsWith("validate")) {
                bench.trust();
            }
            Figures figures = measured(group.tool(), operation, row, round == 0);
            if (round == 0) {
                row.counted(figures);
            } else {
                row.timed(figures, pass);
            }
            if (!figures.isOk()) {
                break;
            }
        }
        bench.clear();
    }

    private Row row(String tool, String operation) {
        return rows.computeIfAbsent(tool + operation, key -> new Row(tool, operation, options.bytes()));
    }

    /** The pass to which what follows is compared. */
    private void pass(int round) throws IOException, InterruptedException {
        if (options.rounds() == 0) {
            return; // nothing to compare with it
        }
        Row row = row(ours.name(), "sha256");
        if (round == 0) {
            if (row.heap().isEmpty()) {
                row.counted(measured(ours, "sha256", row, true));
            }
            return;
        }
        pass = measured(ours, "sha256", row, false);
        if (!pass.isOk()) {
            throw new IllegalStateException(pass.failure());
        }
        row.timed(pass, pass);
    }

    /** With the heap that sufficed the last time; the first time, with the first that suffices. */
    private Figures measured(Tool tool, String operation, Row row, boolean counting)
            throws IOException, InterruptedException {
        List<String> heaps = row.heap().isEmpty() ? tool.heaps() : List.of(row.heap());
        Figures figures = Figures.failed("no heap to try");
        for (String heap : heaps) {
            bench.rememberSmall();
            figures = counting ? processes.count(tool, operation, heap) : processes.time(tool, operation, heap);
            row.tried(heap, figures);
            tell(row, figures);
            if (!figures.isOutOfMemory()) {
                break;
            }
            bench.restoreSmall();
        }
        return figures;
    }

    private void openssl(int round) throws IOException, InterruptedException {
        String recording = bench.large().resolve(Bench.RECORDING).toString();
        String p7m = bench.large().resolve("signed.p7m").toString();
        String p7s = bench.large().resolve("signed.p7s").toString();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("sha256", List.of(OPENSSL, "dgst", "-sha256", recording));
        commands.put("p7m sign-two", sign(p7m, "-nodetach", "-stream"));
        commands.put("p7m validate", verify(p7m, List.of()));
        commands.put("p7s sign-two", sign(p7s));
        commands.put("p7s validate", verify(p7s, List.of("-content", recording)));
        if (commands.keySet().stream().noneMatch(operation -> options.wants(OPENSSL, operation))) {
            return;
        }
        pass(round);
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            if (!options.wants(OPENSSL, command.getKey())) {
                continue;
            }
            Row row = row(OPENSSL, command.getKey());
            if (!row.failure().isEmpty()) {
                continue;
            }
            Figures figures = processes.program(command.getValue());
            row.tried("", figures);
            if (round == 0) {
                row.counted(figures);
            } else {
                row.timed(figures, pass);
            }
            tell(row, figures);
        }
        bench.clear();
    }

    private List<String> sign(String target, String... more) {
        List<String> command = new ArrayList<>(List.of(OPENSSL, "cms", "-sign", "-binary"));
        command.addAll(List.of("-outform", "DER", "-cades", "-md", "sha256"));
        command.addAll(List.of(more));
        for (String signer : List.of("president", "secretary")) {
            String pem = bench.keys().resolve(signer + ".pem").toString();
            command.addAll(List.of("-signer", pem, "-inkey", pem));
        }
        command.addAll(List.of("-in", bench.large().resolve(Bench.RECORDING).toString(), "-out", target));
        return command;
    }

    private List<String> verify(String signed, List<String> content) {
        List<String> command = new ArrayList<>(List.of(OPENSSL, "cms", "-verify", "-binary", "-inform", "DER"));
        command.addAll(
                List.of("-CAfile", bench.keys().resolve("authorities.pem").toString()));
        command.addAll(List.of("-purpose", "any", "-in", signed, "-out", "/dev/null"));
        command.addAll(content);
        return command;
    }

    private void tell(Row row, Figures figures) {
        String text = figures.isOk()
                ? figures.wall() / 1_000_000 + " ms, " + (figures.peak() >> 20) + " MiB, read " + figures.read()
                        + ", written " + figures.written()
                : figures.failure();
        log.println(row.tool() + " " + row.operation() + " " + row.heap() + ": " + text);
    }
}
