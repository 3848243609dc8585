// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfDigestTest {
    private static final byte[] PLAIN =
            "<?xml version=\"1.0\"?>\n<mets LABEL=\"Verbale\"><!-- è nostro --><name>Comune</name></mets>\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] INDEX = SelfDigest.append(PLAIN);

    @Test
    void everyFlippedBitOfAnIndexIsFoundOrLeavesNoXml() {
        for (int at = 0; at < INDEX.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = INDEX.clone();
                flipped[at] ^= (byte) (1 << bit);
                assertFalse(SelfDigest.isKept(flipped) && isXml(flipped), "bit " + bit + " of byte " + at);
            }
        }
    }

    @Test
    void whateverIsCutOffIsFoundOrLeavesNoXmlUnlessItIsTheWholeLine() {
        for (int length = 0; length < INDEX.length; length++) {
            byte[] cut = Arrays.copyOf(INDEX, length);
            boolean isWholeWithoutLine = length == PLAIN.length || length == PLAIN.length - 1;
            assertTrue(isWholeWithoutLine || !SelfDigest.isKept(cut) || !isXml(cut), "cut to " + length);
        }
    }

    @Test
    void theLineIsAllThatIsAddedAndReadersPassOverIt() throws Exception {
        assertArrayEquals(PLAIN, Arrays.copyOf(INDEX, PLAIN.length));
        assertTrue(SelfDigest.isKept(INDEX));
        assertArrayEquals(CanonicalXml.of(PLAIN), CanonicalXml.of(INDEX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<mets/>",
                "<mets/><!-- made by another tool -->",
                "<mets/>\n<!---->\n",
                "<mets><!-- SHA-256 of all before: 00 --></mets>",
                "no XML at all -->"
            })
    void anIndexThatSaysNothingOfItselfIsNotSuspected(String foreign) {
        assertTrue(SelfDigest.isKept(foreign.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isXml(byte[] document) {
        try {
            XmlTree.read(document);
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
