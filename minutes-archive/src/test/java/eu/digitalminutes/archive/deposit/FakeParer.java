// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.digitalminutes.archive.internal.xml.CanonicalXml;
import eu.digitalminutes.archive.internal.xml.XmlTree;
import eu.digitalminutes.archive.sacer.SacerComponent;
import eu.digitalminutes.archive.sacer.SubmissionIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/** A server that follows ParER's protocol in our own words, and fails when it is told to. */
final class FakeParer implements AutoCloseable {
    /** How a request goes wrong. */
    enum Fault {
        NONE,
        /** The connection ends in the middle of the request. */
        CUT_REQUEST,
        /** The unit is stored, and nobody ever answers. */
        SILENT_AFTER_STORING,
        /** The unit is stored, and the connection ends before an answer. */
        CUT_AFTER_STORING,
        /** The unit is stored, and half an answer comes. */
        HALF_ANSWER,
        /** The unit is stored, and the answer is no XML. */
        MALFORMED_ANSWER,
        /** The unit is stored, and the answer asks for a file of the client's. */
        ENTITY_IN_ANSWER,
        /** The unit is stored, and the answer has no end. */
        GIGANTIC_ANSWER,
        /** The unit is stored, and the report that is sent is for other files. */
        WRONG_HASH,
        /** The unit is stored, and the report that is sent is for another index. */
        WRONG_INDEX_HASH,
        /** The unit is stored, and no report is sent. */
        NO_REPORT,
        /** An error of the service before anything is stored. */
        BREAKDOWN,
        /** A refusal. */
        REFUSAL,
        /** Another status than 200. */
        STATUS_500,
        /** All goes well, after a while. */
        SLOW
    }

    static final String PASSWORD = "segreto-àè";

    final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    final Map<String, String> reports = new ConcurrentHashMap<>();
    final List<String> stored = java.util.Collections.synchronizedList(new ArrayList<>());
    final List<String> outcomes = java.util.Collections.synchronizedList(new ArrayList<>());
    final Map<String, String> objects = new ConcurrentHashMap<>();
    volatile long maxRequest = 1_000_000_000;
    volatile String hashAlgorithm = "SHA-256";
    volatile boolean inBase64;
    volatile Path inbox = Path.of("nowhere");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    FakeParer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/sacerws/VersamentoSync", exchange -> guarded(exchange, this::submit));
        server.createContext("/sacerws/RecDIPRapportiVersSync", exchange -> guarded(exchange, this::recover));
        server.createContext("/ping/", exchange -> guarded(exchange, this::ping));
        // the JDK's own answer comes before it has read the request, and now and then cuts the client off
        server.createContext("/", exchange -> guarded(exchange, FakeParer::nothingHere));
        server.start();
    }

    private static void nothingHere(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws Exception;
    }

    private static void guarded(HttpExchange exchange, Handler handler) {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            handler.handle(exchange);
        } catch (Exception e) {
            // The client went away, or was sent away.
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/sacerws");
    }

    URI ping() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/ping/");
    }

    private void submit(HttpExchange exchange) throws Exception {
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.poll();
        InputStream in = exchange.getRequestBody();
        if (fault == Fault.CUT_REQUEST) {
            in.readNBytes(2000);
            return;
        }
        byte[] body = in.readAllBytes();
        if (body.length > maxRequest) {
            answer(exchange, negative("WS-CHECK", "richiesta troppo grande", ""));
            return;
        }
        if (fault == Fault.STATUS_500) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        if (fault == Fault.SLOW) {
            TimeUnit.MILLISECONDS.sleep(300);
        }
        String answer = switch (fault) {
            case BREAKDOWN -> negative("666P", "errore di persistenza", "");
            case REFUSAL -> negative("FIRMA-001", "firma non valida", "");
            default -> handle(exchange.getRequestHeaders().getFirst("Content-Type"), body);
        };
        answer = switch (fault) {
            case SILENT_AFTER_STORING -> {
                TimeUnit.SECONDS.sleep(5);
                yield "";
            }
            case CUT_AFTER_STORING -> "";
            case MALFORMED_ANSWER -> answer.replace("</EsitoGenerale>", "");
            case ENTITY_IN_ANSWER ->
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + answer.replace("POSITIVO", "&x;");
            case GIGANTIC_ANSWER -> answer + " ".repeat(17 << 20);
            case WRONG_HASH -> answer.replaceAll("&lt;Hash&gt;..", "&lt;Hash&gt;ff");
            case WRONG_INDEX_HASH -> answer.replaceAll("&lt;HashIndiceSIP&gt;..", "&lt;HashIndiceSIP&gt;ff");
            case NO_REPORT -> answer.replaceAll("(?s)<RapportoVersamento>.*</RapportoVersamento>", "");
            default -> answer;
        };
        if (fault == Fault.HALF_ANSWER) {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        } else if (!answer.isEmpty()) {
            answer(exchange, answer);
        }
    }

    /** In the order of the server: parts, version, credentials, XML, parts against components, hashes, key, store. */
    private synchronized String handle(String contentType, byte[] body) throws Exception {
        List<Form.Part> parts = Form.read(contentType, body);
        List<String> fields = List.of("VERSIONE", "LOGINNAME", "PASSWORD", "XMLSIP");
        for (int i = 0; i < fields.size(); i++) {
            if (parts.size() <= i
                    || parts.get(i).isFile()
                    || !parts.get(i).name().equals(fields.get(i))) {
                return negative("WS-CHECK", "parte " + fields.get(i) + " attesa", "");
            }
        }
        byte[] xml = parts.get(3).content();
        SubmissionIndex index = SubmissionIndex.read(xml);
        String key = index.key().toString();
        if (!parts.get(0).text().equals("1.5")) {
            return remember(negative("UD-001-011", "versione", ""));
        }
        if (!parts.get(2).text().equals(PASSWORD)) {
            return remember(negative("UD-001-014", "credenziali errate", ""));
        }
        if (!index.report().findings().isEmpty()) {
            return remember(negative(index.report().findings().get(0).code(), "indice", ""));
        }
        if (!index.version().equals(parts.get(0).text())) {
            return remember(negative("UD-001-013", "versione", ""));
        }
        if (!index.user().equals(parts.get(1).text())) {
            return remember(negative("UD-001-005", "utente", ""));
        }
        Map<String, byte[]> files = new HashMap<>();
        for (Form.Part part : parts.subList(4, parts.size())) {
            if (!part.isFile()) {
                return negative("WS-CHECK", "parte di form dopo XMLSIP", "");
            }
            if (part.content().length > 0) {
                files.put(part.name(), part.content());
            }
        }
        for (SacerComponent component : index.components()) {
            byte[] file = files.remove(component.id());
            if (file == null) {
                return remember(negative("WS-CHECK", "manca il file " + component.id(), ""));
            }
            if (!Arrays.equals(
                    component.digest().orElseThrow(),
                    digest(component.algorithm().orElseThrow(), file))) {
                return remember(negative("HASH-004-001", "hash di " + component.id(), ""));
            }
        }
        if (!files.isEmpty()) {
            return remember(negative("WS-CHECK", "file sconosciuto", ""));
        }
        if (reports.containsKey(key)) {
            return remember(negative("UD-002-001", "chiave già presente", reports.get(key)));
        }
        Map<String, byte[]> again = new HashMap<>();
        parts.subList(4, parts.size()).forEach(part -> again.put(part.name(), part.content()));
        String report = report(index, xml, again);
        boolean simulated = new String(xml, StandardCharsets.UTF_8)
                .contains("<SimulaSalvataggioDatiInDB>true</SimulaSalvataggioDatiInDB>");
        if (!simulated) {
            store(key, report);
        }
        return remember(esito("POSITIVO", "", "", report));
    }

    private void store(String key, String report) {
        stored.add(key);
        reports.put(key, report);
    }

    private String remember(String answer) {
        outcomes.add(answer.replaceAll("(?s).*?<CodiceEsito>(\\w+)<.*", "$1"));
        return answer;
    }

    private String report(SubmissionIndex index, byte[] xml, Map<String, byte[]> files)
            throws XMLStreamException, GeneralSecurityException {
        String urn = "urn:TEST:comune_esempio:aoo:" + index.key() + ":";
        StringBuilder report = new StringBuilder("<RapportoVersamento><Versione>1.0</Versione><URNRapportoVersamento>")
                .append(urn)
                .append("RdV</URNRapportoVersamento>")
                .append("<DataRapportoVersamento>2026-03-12T10:15:30.000+01:00</DataRapportoVersamento>")
                .append("<EsitoGenerale><CodiceEsito>POSITIVO</CodiceEsito></EsitoGenerale><SIP><URNSIP>")
                .append(urn)
                .append("SIP-UD</URNSIP><URNIndiceSIP>")
                .append(urn)
                .append("IndiceSIP</URNIndiceSIP><HashIndiceSIP>")
                .append(HexFormat.of().formatHex(digest("SHA-256", CanonicalXml.of(xml))))
                .append("</HashIndiceSIP><AlgoritmoHashIndiceSIP>SHA-256</AlgoritmoHashIndiceSIP>")
                .append("<EncodingHashIndiceSIP>hexBinary</EncodingHashIndiceSIP>")
                .append("<DataVersamento>2026-03-12T10:15:29.000+01:00</DataVersamento><UnitaDocumentaria>")
                .append("<DocumentoPrincipale><ChiaveDoc>DOC00001</ChiaveDoc><Componenti>");
        for (SacerComponent component : index.components()) {
            byte[] hash = digest(hashAlgorithm, files.get(component.id()));
            report.append("<Componente><URN>")
                    .append(urn)
                    .append("DOC00001:00001</URN><Hash>")
                    .append(
                            inBase64
                                    ? Base64.getEncoder().encodeToString(hash)
                                    : HexFormat.of().formatHex(hash))
                    .append("</Hash><AlgoritmoHash>")
                    .append(hashAlgorithm)
                    .append("</AlgoritmoHash><Encoding>")
                    .append(inBase64 ? "base64" : "hexBinary")
                    .append("</Encoding><NomeComponente>")
                    .append(component.name())
                    .append("</NomeComponente></Componente>");
        }
        return report.append("</Componenti></DocumentoPrincipale></UnitaDocumentaria></SIP></RapportoVersamento>")
                .toString();
    }

    private static String negative(String code, String message, String report) {
        return esito("NEGATIVO", code, message, report);
    }

    private static String esito(String outcome, String code, String message, String report) {
        String reason = code.isEmpty()
                ? ""
                : "<CodiceErrore>" + code + "</CodiceErrore><MessaggioErrore>" + message + "</MessaggioErrore>";
        String escaped = report.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><EsitoVersamento><Versione>1.5</Versione><EsitoGenerale><CodiceEsito>"
                        .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "")
                + outcome + "</CodiceEsito>" + reason + "</EsitoGenerale>"
                + (report.isEmpty() ? "" : "<RapportoVersamento>" + escaped + "</RapportoVersamento>")
                + "</EsitoVersamento>";
    }

    private void recover(HttpExchange exchange) throws Exception {
        List<Form.Part> parts = Form.read(
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestBody().readAllBytes());
        String query = parts.get(3).text();
        String key = query.replaceAll(
                "(?s).*<Numero>(.*)</Numero>.*<Anno>(.*)</Anno>.*<TipoRegistro>(.*)</TipoRegistro>.*", "$3-$2-$1");
        if (!reports.containsKey(key)) {
            answer(exchange, negative("UD-005-001", "unità non presente", ""));
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("RdV.xml"));
            zip.write(reports.get(key).getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().add("Content-Type", "application/zip");
        exchange.sendResponseHeaders(200, bytes.size());
        exchange.getResponseBody().write(bytes.toByteArray());
    }

    /** The three services of PING; an object goes one state further each time that it is asked for. */
    private synchronized void ping(HttpExchange exchange) throws Exception {
        String call = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        XmlTree.read(call.getBytes(StandardCharsets.UTF_8));
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.poll();
        if (fault == Fault.STATUS_500) {
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        if (!call.contains(">" + PASSWORD + "<")) {
            answer(exchange, soap("<cdEsito>KO</cdEsito><cdErr>PING-AUTH</cdErr><dsErr>credenziali</dsErr>"));
            return;
        }
        String key = call.replaceAll("(?s).*<cdKeyObject>(.*)</cdKeyObject>.*", "$1");
        String body = switch (exchange.getRequestURI().getPath()) {
            case "/ping/InvioOggettoAsincrono" -> announce(key, fault);
            case "/ping/NotificaTrasferimento" -> brought(key, call);
            default -> state(key);
        };
        if (fault != Fault.CUT_AFTER_STORING) {
            answer(exchange, soap(body));
        }
    }

    private String announce(String key, Fault fault) {
        String state = objects.getOrDefault(key, "");
        if (fault == Fault.REFUSAL || !(state.isEmpty() || state.startsWith("CHIUSO_ERR"))) {
            return "<cdEsito>KO</cdEsito><cdErr>PING-OBJ-001</cdErr><dsErr>oggetto già presente</dsErr>";
        }
        objects.put(key, "IN_ATTESA_FILE");
        return "<cdEsito>OK</cdEsito>";
    }

    private String brought(String key, String call) throws Exception {
        Path file = inbox.resolve(key).resolve(key + ".zip");
        if (!"IN_ATTESA_FILE".equals(objects.get(key)) || !Files.exists(file)) {
            return "<cdEsito>KO</cdEsito><cdErr>PING-NOT-001</cdErr><dsErr>file non presente</dsErr>";
        }
        String said = call.replaceAll("(?s).*<dsHashFile>(.*)</dsHashFile>.*", "$1");
        boolean sound = said.equals(HexFormat.of().formatHex(digest("SHA-256", Files.readAllBytes(file))));
        objects.put(key, sound ? "IN_CODA_HASH" : "CHIUSO_ERR_VERIFICA_HASH");
        return "<cdEsito>OK</cdEsito>";
    }

    private String state(String key) throws Exception {
        String state = objects.getOrDefault(key, "");
        if (state.isEmpty()) {
            return "<cdEsito>KO</cdEsito><cdErr>PING-OBJ-002</cdErr><dsErr>oggetto sconosciuto</dsErr>";
        }
        switch (state) {
            case "IN_CODA_HASH" -> objects.put(key, "IN_CODA_VERS");
            case "IN_CODA_VERS" -> objects.put(key, "IN_CORSO_VERS_SACER");
            case "IN_CORSO_VERS_SACER" ->
                objects.put(key, ingest(inbox.resolve(key).resolve(key + ".zip")));
            default -> {}
        }
        return "<cdEsito>OK</cdEsito><statoOggetto>" + state + "</statoOggetto>";
    }

    private String ingest(Path file) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        byte[] xml = new byte[0];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("XMLSIP.xml")) {
                    xml = content;
                } else {
                    files.put(entry.getName().replaceAll(".*content/", ""), content);
                }
            }
        }
        SubmissionIndex index = SubmissionIndex.read(xml);
        Map<String, byte[]> byId = new HashMap<>();
        index.components().forEach(component -> byId.put(component.id(), files.get(component.name())));
        if (!reports.containsKey(index.key().toString())) {
            store(index.key().toString(), report(index, "<other/>".getBytes(StandardCharsets.UTF_8), byId));
        }
        return "CHIUSO_OK";
    }

    private static String soap(String body) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><r><return>" + body
                + "</return></r></soap:Body></soap:Envelope>";
    }

    private static byte[] digest(String algorithm, byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(content);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml; charset=\"utf-8\"");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
