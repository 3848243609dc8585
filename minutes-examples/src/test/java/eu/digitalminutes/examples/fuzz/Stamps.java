// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import eu.digitalminutes.core.content.Fingerprinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Evidence;
import org.bouncycastle.asn1.cms.TimeStampAndCRL;
import org.bouncycastle.asn1.cms.TimeStampTokenEvidence;
import org.bouncycastle.asn1.cms.TimeStampedData;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Time stamps of an authority in every wrapping. */
record Stamps(URI authority, BigInteger nonce) {
    byte[] answer(byte[] content) throws IOException {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        byte[] digest = Fingerprinter.sha256().digest(content);
        HttpRequest request = HttpRequest.newBuilder(authority)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        requests.generate(TSPAlgorithms.SHA256, digest, nonce).getEncoded()))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    byte[] token(byte[] content) throws IOException {
        try {
            return new TimeStampResponse(answer(content)).getTimeStampToken().getEncoded();
        } catch (TSPException e) {
            throw new IOException(e);
        }
    }

    byte[] tsd(byte[] content) throws IOException {
        TimeStampTokenEvidence stamps =
                new TimeStampTokenEvidence(new TimeStampAndCRL(ContentInfo.getInstance(token(content))));
        TimeStampedData data = new TimeStampedData(null, null, new BEROctetString(content), new Evidence(stamps));
        return new ContentInfo(CMSObjectIdentifiers.timestampedData, data).getEncoded();
    }

    byte[] m7m(byte[] signed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"-=_firma\"\r\n\r\n"
                + "---=_firma\r\nContent-Type: application/pkcs7-mime; name=\"atto.p7m\"\r\n"
                + "Content-Transfer-Encoding: binary\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(signed);
        String between = "\r\n---=_firma\r\nContent-Type: application/timestamp; name=\"atto.tsr\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n";
        out.write(between.getBytes(StandardCharsets.US_ASCII));
        out.write(Base64.getMimeEncoder().encode(answer(signed)));
        out.write("\r\n---=_firma--\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
