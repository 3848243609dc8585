// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.examples.cli.AuditLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The audit of a store as a job of Apache Spark: the driver asks what is due, each task audits one package. Without a
 * master it runs on the cores of this machine. Store and catalogue must be what every machine sees under their names.
 */
@Command(
        name = "audit-spark",
        mixinStandardHelpOptions = true,
        description = "Audits the packages of a store as a job of Apache Spark.",
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = SparkAudit.IO_ERROR)
public final class SparkAudit implements Callable<Integer> {
    static final int IO_ERROR = 74;

    /** A task for each package, so that a long one holds up nobody; more than this would hold up the driver. */
    private static final int MAX_TASKS = 10_000;

    private final PrintStream out;

    @Parameters(index = "0", paramLabel = "STORE", description = "A folder, or a URI such as s3://bucket/folder/.")
    private String store = "";

    @Parameters(index = "1", paramLabel = "CATALOGUE", description = "A folder that every machine can write to.")
    private String catalogue = "";

    @Option(names = "--older-than", paramLabel = "N[d|h]", description = "Leaves out what was found whole since.")
    private String age = "0d";

    @Option(names = "--rate", paramLabel = "BYTES[k|M|G]", description = "Bytes a second that one task may read.")
    private String rate = "0";

    private SparkAudit(PrintStream out) {
        this.out = out;
    }

    /**
     * Audits, prints a line for each package and a JSON document at the end. Exits as {@code minutes audit} does: 0 all is
     * whole, 1 something is not, 2 undecided, 64 usage, 74 something could not be read.
     *
     * @param arguments the store, the catalogue, options
     */
    public static void main(String[] arguments) {
        int code = run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Audits, and tells the exit code. */
    static int run(String[] arguments, PrintStream out) {
        return new CommandLine(new SparkAudit(out)).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        AuditPlan plan = new AuditPlan(store, catalogue, AuditLimits.age(age), AuditLimits.rate(rate));
        SparkConf settings = new SparkConf().setAppName("minutes audit").setIfMissing("spark.master", "local[*]");
        if (settings.get("spark.master").startsWith("local")) {
            settings.setIfMissing("spark.ui.enabled", "false");
        }
        List<String> due = plan.audit().due();
        try (JavaSparkContext spark = new JavaSparkContext(settings)) {
            int tasks = Math.max(1, Math.min(due.size(), MAX_TASKS));
            List<AuditedPackage> audited = spark.parallelize(due, tasks)
                    .map(name -> AuditedPackage.audit(plan.audit(), name))
                    .collect();
            audited.forEach(one -> out.println(one.line()));
            out.println(summary(audited));
            return exitCode(audited);
        }
    }

    private static int exitCode(List<AuditedPackage> audited) {
        boolean failed = audited.stream().anyMatch(one -> !one.failure().isEmpty());
        return switch (verdict(audited)) {
            case INVALID -> 1;
            case INDETERMINATE -> failed ? IO_ERROR : 2;
            case VALID -> 0;
        };
    }

    private static Verdict verdict(List<AuditedPackage> audited) {
        for (Verdict verdict : List.of(Verdict.INVALID, Verdict.INDETERMINATE)) {
            if (audited.stream().anyMatch(one -> one.verdict() == verdict)) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private static ObjectNode summary(List<AuditedPackage> audited) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("verdict", verdict(audited).name());
        document.put(
                "packages", audited.stream().mapToInt(AuditedPackage::packages).sum());
        document.put("recent", audited.stream().mapToInt(AuditedPackage::recent).sum());
        document.put(
                "elsewhere",
                audited.stream().mapToInt(AuditedPackage::elsewhere).sum());
        document.put("bytes", audited.stream().mapToLong(AuditedPackage::bytes).sum());
        ArrayNode findings = document.putArray("findings");
        audited.stream()
                .flatMap(one -> one.findings().stream())
                .forEach(one -> findings.addObject()
                        .put("code", one.code())
                        .put("severity", one.severity())
                        .put("where", one.where())
                        .put("message", one.message()));
        ArrayNode failures = document.putArray("failures");
        audited.stream()
                .filter(one -> !one.failure().isEmpty())
                .forEach(one -> failures.addObject().put("package", one.name()).put("why", one.failure()));
        return document;
    }
}
