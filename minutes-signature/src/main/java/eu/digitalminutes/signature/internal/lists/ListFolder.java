// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.trust.ListOfTrustedLists;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.client.http.DSSFileLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/**
 * A folder with trusted lists: the list of lists, the certificates that may sign it, each other list under the last part
 * of its address, alone or with a digest before it, revocation lists in {@code crl/}, and, where it was refreshed, where
 * all that comes from.
 */
public final class ListFolder {
    static final int MAX_LIST_BYTES = 64 << 20;
    private static final int MAX_CRL_BYTES = 64 << 20;
    private static final String SIGNERS = "lotl-signers.pem";
    private static final String SOURCE = "source.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path lotl;

    /** The folder in which a list of lists lies. */
    public ListFolder(Path lotl) {
        this.lotl = lotl.toAbsolutePath().normalize();
    }

    /** The list of lists. */
    Path lotl() {
        return lotl;
    }

    Path file(String name) {
        return lotl.resolveSibling(name);
    }

    /**
     * Reads and verifies the lists.
     *
     * @param grace how long an overdue list still counts
     * @throws NoSuchFileException if there is no list of lists
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if the certificates cannot be understood
     */
    public LoadedLists load(Duration grace, Clock clock) throws IOException {
        if (!Files.exists(lotl)) {
            throw new NoSuchFileException(lotl.toString(), null, "the list of trusted lists is missing");
        }
        ListOfTrustedLists source = source();
        return new ListJob(source, grace, clock).run(new Loader(source.address().toString()));
    }

    /** Where the lists come from: what was noted at the refresh, else a place that does not exist. */
    ListOfTrustedLists source() throws IOException {
        List<X509Certificate> signers = certificates(file(SIGNERS));
        if (signers.isEmpty()) {
            throw malformed(file(SIGNERS), "it holds no certificate", null);
        }
        if (!Files.exists(file(SOURCE))) {
            return ListOfTrustedLists.at(URI.create("https://offline.invalid/" + lotl.getFileName()), signers);
        }
        try {
            JsonNode json = MAPPER.readTree(bounded(file(SOURCE), 1 << 16));
            ListOfTrustedLists list =
                    ListOfTrustedLists.at(URI.create(json.path("lotl").asText()), signers);
            String announcement = json.path("announcement").asText("");
            List<String> territories = new ArrayList<>();
            json.path("territories").forEach(one -> territories.add(one.asText()));
            list = announcement.isEmpty() ? list : list.announcedAt(URI.create(announcement));
            return list.onlyOf(territories.toArray(String[]::new));
        } catch (com.fasterxml.jackson.core.JacksonException | IllegalArgumentException e) {
            throw malformed(file(SOURCE), String.valueOf(e.getMessage()), e);
        }
    }

    /** Notes where the lists come from, and who may sign the list of lists. */
    void keep(ListOfTrustedLists source) throws IOException {
        StringBuilder pem = new StringBuilder();
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        try {
            for (X509Certificate signer : source.signers()) {
                pem.append("-----BEGIN CERTIFICATE-----\n").append(encoder.encodeToString(signer.getEncoded()));
                pem.append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate cannot be encoded", e);
        }
        ObjectNode json = MAPPER.createObjectNode().put("lotl", source.address().toString());
        source.announcement().ifPresent(where -> json.put("announcement", where.toString()));
        source.territories().stream().sorted().forEach(json.putArray("territories")::add);
        PendingFile.write(file(SIGNERS), pem.toString().getBytes(StandardCharsets.US_ASCII));
        PendingFile.write(file(SOURCE), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    /** The copy of the list at an address. */
    Path copy(String address) {
        String last = address.substring(address.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        String digest = Digest.of(Fingerprinter.sha256().digest(address.getBytes(StandardCharsets.UTF_8)))
                .hex()
                .substring(0, 8);
        return file(digest + "-" + last);
    }

    /** The revocation lists beside the trusted lists. */
    public List<byte[]> revocationLists() throws IOException {
        List<byte[]> lists = new ArrayList<>();
        Path folder = file("crl");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
                for (Path file : files) {
                    lists.add(bounded(file, MAX_CRL_BYTES));
                }
            }
        }
        return lists;
    }

    /** Changes when a list, of services or of revocations, is replaced, comes or goes. */
    public String mark() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        for (Path folder : List.of(lotl.resolveSibling(""), file("crl"))) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                    for (Path one : all) {
                        files.put(one.toString(), Files.size(one) + " " + Files.getLastModifiedTime(one));
                    }
                }
            }
        }
        return files.toString();
    }

    private static List<X509Certificate> certificates(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw malformed(pem, "it holds no readable certificates: " + e.getMessage(), e);
        }
    }

    static byte[] bounded(Path file, int limit) throws IOException {
        if (Files.size(file) > limit) {
            throw malformed(file, "it has more than " + limit + " bytes", null);
        }
        return Files.readAllBytes(file);
    }

    private static MinutesException malformed(
            Path file, String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new MinutesException("TRUST_BUNDLE_MALFORMED", file + " is not what it should be: " + why, cause);
    }

    /** As a place where newer lists may be had, of the same publisher. */
    public ListSource asSource(ListOfTrustedLists source) {
        DSSFileLoader loader = loader(source);
        return address -> {
            try (InputStream in = loader.getDocument(address).openStream()) {
                return in.readAllBytes();
            } catch (DSSException e) {
                throw new IOException(e.getMessage(), e);
            }
        };
    }

    /** Copies everything but what is remembered of the last refresh. */
    public void copyTo(Path folder) throws IOException {
        if (!Files.exists(lotl)) {
            throw new NoSuchFileException(lotl.toString(), null, "there are no trusted lists yet: refresh them first");
        }
        List<Path> files = new ArrayList<>(List.of(file(SIGNERS), lotl));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(lotl.resolveSibling(""))) {
            for (Path one : all) {
                String name = one.getFileName().toString();
                if (Files.isRegularFile(one) && !name.startsWith(".") && !name.equals("refresh.json")) {
                    files.add(one);
                }
            }
        }
        for (Path one : files) {
            PendingFile.write(folder.resolve(one.getFileName()), bounded(one, MAX_LIST_BYTES));
        }
    }

    DSSFileLoader loader(ListOfTrustedLists source) {
        return new Loader(source.address().toString());
    }

    /** Finds lists in the folder. */
    private final class Loader implements DSSFileLoader {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // DSS has every loader serializable, and serializes none
        private final String first;

        Loader(String first) {
            this.first = first;
        }

        @Override
        public DSSDocument getDocument(String url) {
            String last = url.substring(url.lastIndexOf('/') + 1);
            Path copy = url.equals(first) ? lotl : copy(url);
            try {
                if (!Files.exists(copy) && last.matches("[^\\\\/:]+") && !last.startsWith(".")) {
                    copy = file(last);
                }
                return new InMemoryDocument(bounded(copy, MAX_LIST_BYTES), last);
            } catch (IOException | MinutesException e) {
                throw new DSSException(copy.getFileName() + " cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
