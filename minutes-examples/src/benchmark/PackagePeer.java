// SPDX-License-Identifier: BSD-3-Clause
import eu.digitalminutes.examples.benchmark.packaging.Meter;
import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.roda_project.commons_ip2.cli.Main;

/** The same packages by commons-ip2 and bagit-java as their manuals show it. */
final class PackagePeer {
    private PackagePeer() {}

    public static void main(String[] arguments) throws Exception {
        Meter.main(
                arguments,
                Map.of(
                        "eark-build", folder -> run("create", "--sip-id=SIP-1", "-v", "2.2.0",
                                "--representation-data=" + folder.resolve("verbale.asice"), "--representation-id=rep1",
                                "--submitter-name=Comune", "--submitter-id=X", "-p", folder.toString()),
                        "eark-verify", folder -> run("validate", "-i", folder.resolve("SIP-1.zip").toString(),
                                "--specification-version", "2.2.0", "-o",
                                Files.createDirectories(folder.resolve("report")).toString()),
                        "bag-build", PackagePeer::bag,
                        "bag-verify", PackagePeer::verify));
    }

    private static void run(String... arguments) {
        if (new picocli.CommandLine(new Main()).execute(arguments) != 0) {
            throw new IllegalStateException(String.join(" ", arguments));
        }
    }

    /** It bags in place: whoever wants to keep the file where it is copies it first. Ours is on the disk, so this is. */
    private static void bag(Path folder) throws Exception {
        Path bag = Files.createDirectories(folder.resolve("their-bag"));
        Files.copy(folder.resolve("verbale.asice"), bag.resolve("verbale.asice"));
        BagCreator.bagInPlace(bag, List.of(StandardSupportedAlgorithms.SHA256), false);
        try (FileChannel file =
                FileChannel.open(bag.resolve("data").resolve("verbale.asice"), StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private static void verify(Path folder) throws Exception {
        try (BagVerifier verifier = new BagVerifier()) {
            Bag bag = new BagReader().read(folder.resolve("their-bag"));
            verifier.isValid(bag, true);
        }
    }
}
