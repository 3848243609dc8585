// SPDX-License-Identifier: BSD-3-Clause
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStamp;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecordGenerator;

/** A record for each of many small objects, as Bouncy Castle makes them: one request, one tree. */
final class BouncyCastleErsPeer {
    private BouncyCastleErsPeer() {}

    /** Arguments: a folder, which is not used, how many objects, the address of the authority. */
    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i < 4; i++) {
            make(500, arguments[2]);
        }
        long start = System.nanoTime();
        long cpu = cpu();
        long bytes = make(Integer.parseInt(arguments[1]), arguments[2]);
        System.out.println((System.nanoTime() - start) / 1e9 + " " + (cpu() - cpu) / 1e9 + " " + bytes);
    }

    private static long make(int objects, String tsa) throws Exception {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        ERSArchiveTimeStampGenerator generator = new ERSArchiveTimeStampGenerator(
                digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)));
        List<ERSData> data = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            data.add(new ERSByteData(("object " + i).getBytes(StandardCharsets.UTF_8)));
        }
        generator.addAllData(data);
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = generator.generateTimeStampRequest(requests, BigInteger.ONE);
        TimeStampResponse answer = new TimeStampResponse(ask(tsa, request.getEncoded()));
        ERSEvidenceRecordGenerator records = new ERSEvidenceRecordGenerator(digests);
        long bytes = 0;
        for (ERSArchiveTimeStamp one : generator.generateArchiveTimeStamps(answer)) {
            bytes += records.generate(one).getEncoded().length;
        }
        return bytes / objects;
    }

    private static byte[] ask(String tsa, byte[] request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(tsa))
                                .header("Content-Type", "application/timestamp-query")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
