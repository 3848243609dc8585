// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.devices;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Sends SOAP 1.1 requests, each once, and reads the answers without trusting their XML. */
final class SoapService {
    private static final int MOST_BYTES = 1 << 20;

    private final URI address;
    private final String namespace;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SoapService(URI address, String namespace) {
        this.address = address;
        this.namespace = namespace;
    }

    /** The answer to an operation whose parts are given as XML; values in them went through {@link #text}. */
    Document call(String operation, String parts) {
        String envelope = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:ws=\""
                + namespace + "\"><soapenv:Body><ws:" + operation + ">" + parts + "</ws:" + operation
                + "></soapenv:Body></soapenv:Envelope>";
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        byte[] body;
        int status;
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                body = in.readNBytes(MOST_BYTES);
            }
            status = response.statusCode();
        } catch (IOException e) {
            throw new ServiceUnavailableException(
                    "DEVICE_GONE", address + " did not answer " + operation + "; no signature came back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("remote signing");
        }
        if (status != 200 && status != 500) { // SOAP sends faults with 500
            throw new ServiceUnavailableException(
                    "DEVICE_GONE", address + " answered " + operation + " with HTTP " + status, null);
        }
        Document answer = parsed(body);
        String fault = value(answer, "faultstring");
        if (!fault.isEmpty() || status == 500) {
            throw new SigningRefusedException(
                    "DEVICE_REFUSED", address + " refused " + operation + ": " + fault + "; ask the signer", null);
        }
        return answer;
    }

    /** One element with a value that may hold any character. */
    static String text(String element, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + element + ">" + escaped + "</" + element + ">";
    }

    /** The text of the first element of a name; empty if there is none. */
    static String value(Document answer, String name) {
        NodeList found = answer.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 || !(found.item(0) instanceof Element element)
                ? ""
                : element.getTextContent().strip();
    }

    private Document parsed(byte[] body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            // the one that is there writes to the console
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(body));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new MinutesException("DEVICE_ANSWER_UNUSABLE", "the answer of " + address + " is not XML", e);
        }
    }
}
