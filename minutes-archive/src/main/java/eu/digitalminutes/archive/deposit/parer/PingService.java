// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.archive.deposit.DepositNotice;
import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.archive.internal.xml.XmlTree;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;

/** The SOAP services of PING. */
final class PingService {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String PLAIN =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final String SERVICES = "http://ws.sacerasi.eng.it/";

    private final PingRoute route;
    private final HttpCall http;

    PingService(PingRoute route, HttpCall http) {
        this.route = route;
        this.http = http;
    }

    /** The state of an object; empty if PING does not know it. */
    String state(String key, Task task) throws IOException {
        Element answer = call("RecStatoOggettoPing", "getStatoOggetto", key, task, xml -> {});
        for (String field : new String[] {"statoOggetto", "tiStatoObject"}) {
            for (Element one : Fields.below(answer, field)) {
                return one.getTextContent().strip();
            }
        }
        return "";
    }

    /** Says that an object will come; a reason if PING does not want it. */
    Optional<DepositNotice> announce(String key, Task task) throws IOException {
        return refusal(call(
                "InvioOggettoAsincrono",
                "invioOggettoAsincrono",
                key,
                task,
                xml -> xml.text("nmTipoObject", route.kind())
                        .text("flFileCifrato", "false")
                        .text("flForzaWarning", "false")
                        .text("flForzaAccettazione", "false")));
    }

    /** Says that the file of an object has come; a reason if PING does not want it. */
    Optional<DepositNotice> brought(String key, String fileName, Digest digest, Task task) throws IOException {
        return refusal(call(
                "NotificaTrasferimento",
                "notificaAvvenutoTrasferimentoFile",
                key,
                task,
                xml -> xml.element(
                        "listaFileDepositati",
                        list -> list.element(
                                "fileDepositato",
                                file -> file.text("nmTipoFile", route.kind())
                                        .text("nmNomeFile", fileName)
                                        .text("cdEncoding", "hexBinary")
                                        .text("tiAlgoritmoHash", Digest.ALGORITHM)
                                        .text("dsHashFile", digest.hex())))));
    }

    private static Optional<DepositNotice> refusal(Element answer) {
        String outcome = first(answer, "cdEsito");
        if (outcome.equals("OK")) {
            return Optional.empty();
        }
        String code = first(answer, "cdErr");
        if (!outcome.equals("KO") || code.equals("666")) {
            throw new ServiceUnavailableException(
                    "DEPOSIT_PROVIDER_FAILED", "PING broke down " + code + "; run the deposit again later", null);
        }
        return Optional.of(new DepositNotice(code, first(answer, "dsErr")));
    }

    private static String first(Element answer, String field) {
        return Fields.below(answer, field).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private Element call(String service, String operation, String key, Task task, Consumer<XmlOutput> more)
            throws IOException {
        byte[] envelope = envelope(operation, key, more);
        try {
            byte[] answer =
                    http.soap(Addresses.service(route.base(), service), envelope, task.stage(service, envelope.length));
            return XmlTree.read(answer).getDocumentElement();
        } catch (XMLStreamException e) {
            throw new ServiceUnavailableException(
                    "DEPOSIT_ANSWER_UNREADABLE",
                    "the answer of " + service + " cannot be read: " + e.getMessage() + "; run the deposit again",
                    e);
        } finally {
            Arrays.fill(envelope, (byte) 0);
        }
    }

    private byte[] envelope(String operation, String key, Consumer<XmlOutput> more) {
        char[] password = route.password().get();
        try {
            String secret = new String(password);
            return XmlOutput.document("", "", xml -> {
                xml.start("soapenv:Envelope").bare("xmlns:soapenv", SOAP).bare("xmlns:ws", SERVICES);
                xml.element("soapenv:Header", header -> {
                    header.start("wsse:Security").bare("xmlns:wsse", SECURITY).bare("soapenv:mustUnderstand", "1");
                    header.element("wsse:UsernameToken", token -> {
                        token.text("wsse:Username", route.user());
                        token.start("wsse:Password")
                                .bare("Type", PLAIN)
                                .content(secret)
                                .end();
                    });
                    header.end();
                });
                xml.element(
                        "soapenv:Body",
                        body -> body.element("ws:" + operation, call -> {
                            call.text("nmAmbiente", route.environment());
                            call.text("nmVersatore", route.submitter());
                            call.text("cdKeyObject", key);
                            more.accept(call);
                        }));
                xml.end();
            });
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
