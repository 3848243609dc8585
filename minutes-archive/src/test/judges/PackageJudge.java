// SPDX-License-Identifier: BSD-3-Clause
import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import gov.loc.repository.bagit.hash.SupportedAlgorithm;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.roda_project.commons_ip2.cli.Main;

/**
 * Prints what commons-ip2 and bagit-java think of packages, and makes packages with them, as lines of words with tabs
 * between them. Run by PackageJudgeTest from this source, in a process of its own.
 */
final class PackageJudge {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private PackageJudge() {}

    /** Works, each a word with what it needs: eark VERSION FILE, bag FOLDER, make-eark VERSION FILE OUT, make-bag FOLDER. */
    public static void main(String[] arguments) throws Exception {
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        for (int i = 0; i < arguments.length; ) {
            switch (arguments[i]) {
                case "eark" -> eark(arguments[i + 1], Path.of(arguments[i + 2]));
                case "bag" -> bag(Path.of(arguments[i + 1]));
                case "make-eark" -> run(
                        "create", "--sip-id=SIP-1", "-v", arguments[i + 1], "--representation-data=" + arguments[i + 2],
                        "--representation-id=rep1", "--submitter-name=Comune", "--submitter-id=X",
                        "-d", arguments[i + 2], "-p", arguments[i + 3], "-C", arguments[i + 4]);
                case "make-bag" -> BagCreator.bagInPlace(
                        Path.of(arguments[i + 1]),
                        List.<SupportedAlgorithm>of(StandardSupportedAlgorithms.SHA512, StandardSupportedAlgorithms.SHA256),
                        true);
                default -> throw new IllegalArgumentException(arguments[i]);
            }
            i += List.of("bag", "make-bag").contains(arguments[i]) ? 2 : arguments[i].equals("eark") ? 3 : 5;
        }
        Runtime.getRuntime().halt(0);
    }

    private static void run(String... arguments) {
        new picocli.CommandLine(new Main()).execute(arguments);
    }

    /** Its exit code is 0 whatever it finds; only its report tells. */
    private static void eark(String version, Path file) throws Exception {
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "commons-ip");
        run("validate", "-i", file.toString(), "--specification-version", version, "-o", folder.toString());
        String report;
        try (Stream<Path> files = Files.list(folder)) {
            report = Files.readString(files.findFirst().orElseThrow());
        }
        OUT.println(file.getFileName() + "\t" + word(report, "result") + "\t" + word(report, "errors") + "\t"
                + word(report, "warnings"));
        Matcher failed = Pattern.compile("\"id\"\\s*:\\s*\"(\\w+)\"(?:(?!\"id\").)*?\"outcome\"\\s*:\\s*\"FAILED\"(?:(?!\"id\").)*",
                        Pattern.DOTALL)
                .matcher(report);
        while (failed.find()) {
            OUT.println("failed\t" + file.getFileName() + "\t" + failed.group(1) + "\t"
                    + failed.group(0).replaceAll("\\s+", " "));
        }
    }

    private static String word(String report, String key) {
        String summary = report.substring(report.indexOf("\"summary\""));
        Matcher matcher = Pattern.compile("\"" + key + "\"\\s*:\\s*\"?(\\w+)").matcher(summary);
        return matcher.find() ? matcher.group(1) : "?";
    }

    private static void bag(Path folder) throws Exception {
        try (BagVerifier verifier = new BagVerifier()) {
            Bag bag = new BagReader().read(folder);
            verifier.isComplete(bag, false);
            verifier.isValid(bag, false);
            OUT.println(folder.getFileName() + "\tvalid");
        } catch (Exception e) {
            OUT.println(folder.getFileName() + "\t" + e.getClass().getSimpleName() + "\t" + e.getMessage());
        }
    }
}
