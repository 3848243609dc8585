// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.exchange.captions.Cue;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class Imsc1Test {
    private static final String TTML = "http://www.w3.org/ns/ttml";
    private static final String PARAMETER = TTML + "#parameter";
    private static final String METADATA = TTML + "#metadata";

    @TempDir
    Path folder;

    private static Captions captions() {
        return Captions.read("captions.vtt", """
                WEBVTT

                00:00:01.000 --> 00:00:02.500
                <v Anna Bianchi>La seduta è aperta.

                01:02:03.004 --> 01:02:05.000
                Chi è favorevole a &lt;tutto&gt; &amp; "niente"?

                100:00:00.000 --> 100:00:01.000
                <v D'Angelo & figli>Sì 😀 ]]>
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Document parsed(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<Cue> cues(Document document) {
        Map<String, String> names = new HashMap<>();
        NodeList agents = document.getElementsByTagNameNS(METADATA, "agent");
        for (int i = 0; i < agents.getLength(); i++) {
            Element agent = (Element) agents.item(i);
            names.put(
                    agent.getAttributeNS("http://www.w3.org/XML/1998/namespace", "id"),
                    agent.getTextContent().strip());
        }
        List<Cue> cues = new ArrayList<>();
        NodeList lines = document.getElementsByTagNameNS(TTML, "p");
        for (int i = 0; i < lines.getLength(); i++) {
            Element line = (Element) lines.item(i);
            cues.add(new Cue(
                    time(line.getAttribute("begin")),
                    time(line.getAttribute("end")),
                    names.getOrDefault(line.getAttributeNS(METADATA, "agent"), ""),
                    line.getTextContent()));
        }
        return cues;
    }

    private static Duration time(String text) {
        String[] parts = text.split(":", -1);
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusMillis(Math.round(Double.parseDouble(parts[2]) * 1000));
    }

    @Test
    void nothingOfTheCaptionsIsLost() throws Exception {
        assertEquals(3, captions().cues().size());
        assertEquals(captions().cues(), cues(parsed(Imsc1.of(captions(), Locale.ITALIAN, "recording.mp4"))));
    }

    @Test
    void theDocumentDeclaresTheTextProfileItsLanguageAndNoFont() throws Exception {
        Path target = folder.resolve("captions.ttml");
        Imsc1.write(captions(), Locale.ITALIAN, "Registrazione <1>", target);
        Document document = parsed(Files.readString(target));
        Element root = document.getDocumentElement();
        assertEquals("http://www.w3.org/ns/ttml/profile/imsc1/text", root.getAttributeNS(PARAMETER, "profile"));
        assertEquals("it", root.getAttribute("xml:lang"));
        assertEquals(
                "proportionalSansSerif",
                ((Element) document.getElementsByTagNameNS(TTML, "style").item(0))
                        .getAttributeNS(TTML + "#styling", "fontFamily"));
        assertEquals(
                "Registrazione <1>",
                document.getElementsByTagNameNS(METADATA, "title").item(0).getTextContent());
    }

    @Test
    void captionsWithoutCuesAreADocumentToo() throws Exception {
        assertEquals(List.of(), cues(parsed(Imsc1.of(Captions.of(List.of()), Locale.ENGLISH, "silence"))));
    }
}
