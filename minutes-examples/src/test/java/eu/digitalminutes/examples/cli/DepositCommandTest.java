// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepositCommandTest {
    private static final String INDEX = """
            <UnitaDocumentaria><Intestazione><Versione>1.5</Versione>\
            <Versatore><Ambiente>A</Ambiente><Ente>B</Ente><Struttura>C</Struttura><UserID>D</UserID></Versatore>\
            <Chiave><Numero>1</Numero><Anno>2026</Anno><TipoRegistro>R</TipoRegistro></Chiave>\
            <TipologiaUnitaDocumentaria>V</TipologiaUnitaDocumentaria></Intestazione>\
            <DocumentoPrincipale><IDDocumento>d</IDDocumento><TipoDocumento>V</TipoDocumento><StrutturaOriginale><Componenti>\
            <Componente><ID>c</ID><OrdinePresentazione>1</OrdinePresentazione><NomeComponente>a.txt</NomeComponente>\
            <HashVersato>%s</HashVersato></Componente></Componenti></StrutturaOriginale></DocumentoPrincipale></UnitaDocumentaria>
            """;

    @TempDir
    Path folder;

    private Path content;
    private Path password;

    private record Answer(int code, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    private static Answer minutes(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int code = MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Answer(code, out.toString(), err.toString());
    }

    @BeforeEach
    void pack() throws Exception {
        byte[] text = "verbale".getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        content = folder.resolve("package.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(content))) {
            zip.putNextEntry(new ZipEntry("p/XMLSIP.xml"));
            zip.write(INDEX.formatted(digest).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("p/content/a.txt"));
            zip.write(text);
        }
        password = Files.writeString(folder.resolve("password"), "segreto\n");
    }

    @Test
    void packageIsLaidInAFolderAndItsReceiptPickedUp() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Answer first = minutes("deposit", content, "--to", inbox, "--wait", 0, "--json");
        assertEquals(2, first.code, first.err);
        assertEquals("pending", first.json().get("outcome").asText());
        assertTrue(first.json().get("receipt").isNull());
        assertTrue(Files.exists(inbox.resolve("package.zip")));
        Files.writeString(inbox.resolve("package.zip.receipt.xml"), "<r/>");
        Answer second = minutes("deposit", content, "--to", inbox, "--json");
        assertEquals(0, second.code, second.err);
        assertEquals("accepted-with-warnings", second.json().get("outcome").asText());
        assertEquals(64, second.json().get("digest").asText().length());
        assertTrue(Files.exists(Path.of(second.json().get("receipt").asText())));
        assertEquals(
                folder.resolve("package.zip.deposit/premis.xml").toString(),
                second.json().get("premis").asText());
        assertTrue(Files.readString(folder.resolve("package.zip.deposit/premis.xml"))
                .contains("<premis:eventType>transfer<"));
        assertEquals(0, minutes("deposit", content, "--to", inbox).code);
    }

    @Test
    void whatTheProviderRefusesIsANegativeAnswer() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("package.zip.refused.txt"), "no");
        assertEquals(1, minutes("deposit", content, "--to", inbox).code);
    }

    @Test
    void answersOfParerBecomeExitCodes() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String[] answer = {
            "<EsitoVersamento><EsitoGenerale><CodiceEsito>POSITIVO</CodiceEsito></EsitoGenerale></EsitoVersamento>"
        };
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String sent = new String(body, StandardCharsets.UTF_8);
            byte[] bytes =
                    (sent.contains("\r\n\r\nsegreto\r\n") ? answer[0] : "no password").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        String to = "http://localhost:" + server.getAddress().getPort() + "/sacerws";
        try {
            Answer simulated =
                    minutes("deposit", content, "--to", to, "--password-file", password, "--dry-run", "--json");
            assertEquals(0, simulated.code, simulated.err);
            assertEquals("simulated", simulated.json().get("outcome").asText());
            assertFalse(Files.exists(folder.resolve("package.zip.deposit")));
            answer[0] =
                    "<EsitoVersamento><EsitoGenerale><CodiceEsito>NEGATIVO</CodiceEsito><CodiceErrore>FIRMA-001</CodiceErrore>"
                            + "<MessaggioErrore>firma</MessaggioErrore></EsitoGenerale></EsitoVersamento>";
            Answer refused = minutes("deposit", content, "--to", to, "--password-file", password);
            assertEquals(1, refused.code, refused.err);
            assertTrue(refused.out.contains("FIRMA-001: firma"), refused.out);
        } finally {
            server.stop(0);
        }
        Answer down = minutes("deposit", content, "--to", to, "--password-file", password, "--attempts", 1);
        assertEquals(69, down.code, down.err);
        assertFalse(down.err.contains("segreto"), down.err);
    }

    @Test
    void whatIsWrongWithTheCallIsTold() throws Exception {
        assertEquals(64, minutes("deposit", content).code);
        assertEquals(64, minutes("deposit", content, "--to", "ftp://x/y").code);
        assertEquals(64, minutes("deposit", content, "--to", "http://example.org/", "--password-file", password).code);
        assertEquals(66, minutes("deposit", folder.resolve("none.zip"), "--to", folder).code);
        assertEquals(
                66,
                minutes("deposit", content, "--to", "https://localhost:1/", "--password-file", folder.resolve("none"))
                        .code);
        Path text = Files.writeString(folder.resolve("text.zip"), "text");
        assertEquals(65, minutes("deposit", text, "--to", folder).code);
    }
}
