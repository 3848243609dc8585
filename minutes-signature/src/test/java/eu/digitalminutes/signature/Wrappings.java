// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Evidence;
import org.bouncycastle.asn1.cms.MetaData;
import org.bouncycastle.asn1.cms.TimeStampAndCRL;
import org.bouncycastle.asn1.cms.TimeStampTokenEvidence;
import org.bouncycastle.asn1.cms.TimeStampedData;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** What others put around files and beside them, made by Bouncy Castle and the JDK: time stamps, base64, messages. */
final class Wrappings {
    private Wrappings() {}

    /** An authority's answer over some bytes. */
    static byte[] answer(URI authority, byte[] content) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            return asked(
                    authority,
                    requests.generate(TSPAlgorithms.SHA256, digest, BigInteger.ONE)
                            .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An authority's answer to a request. */
    static byte[] asked(URI authority, byte[] request) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(authority)
                                    .header("Content-Type", "application/timestamp-query")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The time stamp in it. */
    static byte[] token(URI authority, byte[] content) throws IOException {
        try {
            return new TimeStampResponse(answer(authority, content))
                    .getTimeStampToken()
                    .getEncoded();
        } catch (TSPException e) {
            throw new IOException(e);
        }
    }

    /** A file inside its time stamp. */
    static byte[] tsd(byte[] content, byte[] token) throws IOException {
        return tsd(null, content, token);
    }

    /** The same with a name for the file, which the stamp is over too. */
    static byte[] tsdNaming(String name, URI authority, byte[] content) throws IOException {
        MetaData said = new MetaData(ASN1Boolean.TRUE, new DERUTF8String(name), null, null);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(said.getEncoded("DER"));
        both.write(content);
        return tsd(said, content, token(authority, both.toByteArray()));
    }

    private static byte[] tsd(MetaData said, byte[] content, byte[] token) throws IOException {
        TimeStampTokenEvidence stamps = new TimeStampTokenEvidence(new TimeStampAndCRL(ContentInfo.getInstance(token)));
        TimeStampedData data = new TimeStampedData(null, said, new BEROctetString(content), new Evidence(stamps));
        return new ContentInfo(CMSObjectIdentifiers.timestampedData, data).getEncoded();
    }

    /** A signed file and the time stamp over it in one message. */
    static byte[] m7m(byte[] signed, byte[] stamp) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"-=_firma\"\r\n\r\n"
                + "---=_firma\r\nContent-Type: application/pkcs7-mime; name=\"atto.p7m\"\r\n"
                + "Content-Transfer-Encoding: binary\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(signed);
        String between = "\r\n---=_firma\r\nContent-Type: application/timestamp; name=\"atto.tsr\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n";
        out.write(between.getBytes(StandardCharsets.US_ASCII));
        out.write(Base64.getMimeEncoder().encode(stamp));
        out.write("\r\n---=_firma--\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** A file in base64, without armour. */
    static Path base64(Path file, Path target) throws IOException {
        return Files.write(target, Base64.getMimeEncoder().encode(Files.readAllBytes(file)));
    }

    /** A file in base64, with armour. */
    static Path armour(Path file, Path target) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Files.readAllBytes(file));
        return Files.writeString(target, "-----BEGIN PKCS7-----\n" + text + "\n-----END PKCS7-----\n");
    }
}
