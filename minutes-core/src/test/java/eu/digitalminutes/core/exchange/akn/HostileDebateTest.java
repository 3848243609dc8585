// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.RichCouncil;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may put into a debate. */
class HostileDebateTest {
    private static final String DAY =
            "<meta><identification><FRBRWork><FRBRdate date='2026-05-14'/></FRBRWork>" + "</identification></meta>";

    private static String debate(String inside) {
        return "<akomaNtoso xmlns='" + AknXml.AKN + "'><debate name='x'>" + inside + "</debate></akomaNtoso>";
    }

    private static Debate read(String document) {
        return AkomaNtoso.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(String document) {
        MinutesException e = assertThrows(MinutesException.class, () -> read(document));
        return e.code() + " " + e.getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not XML",
                "<a/>",
                "<akomaNtoso/>",
                "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/2.0'><debate/></akomaNtoso>",
                "<!DOCTYPE a><akomaNtoso/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>",
                "<a>&undeclared;</a>",
                "<?xml version='1.0' encoding='UTF-99'?><a/>"
            })
    void whatIsNoDebateIsRefused(String document) {
        assertTrue(refusal(document).startsWith("AKN_UNREADABLE"), document);
    }

    @Test
    void anotherTypeOfDocumentIsRefused() {
        String act = "<akomaNtoso xmlns='" + AknXml.AKN + "'><act name='x'/></akomaNtoso>";
        assertTrue(refusal(act).startsWith("AKN_NO_DEBATE"));
    }

    @Test
    @Timeout(20)
    void aFileOfAHundredMegabytesIsRefusedUnread(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("large.xml");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'<'}), 100L << 20);
        }
        MinutesException e = assertThrows(MinutesException.class, () -> AkomaNtoso.read(file));
        assertEquals("AKN_UNREADABLE", e.code());
        assertTrue(String.valueOf(e.getMessage()).contains("large.xml"));
        Files.delete(file);
    }

    @Test
    void depthWithoutEndAndElementsWithoutNumberAreRefused() {
        String deep = "<debateSection>".repeat(5_000) + "</debateSection>".repeat(5_000);
        assertTrue(
                refusal(debate(DAY + "<debateBody>" + deep + "</debateBody>")).startsWith("AKN_UNREADABLE"));
        String wide = "<p/>".repeat(300_000);
        assertTrue(
                refusal(debate(DAY + "<debateBody>" + wide + "</debateBody>")).startsWith("AKN_UNREADABLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-45", "-2026-01-01", "9999999999-01-01"})
    void aDebateWithoutItsDayIsRefused(String date) {
        String meta = DAY.replace("2026-05-14", date);
        assertTrue(refusal(debate(meta + "<debateBody/>")).startsWith("AKN_UNREADABLE"));
    }

    @Test
    void anIdGivenTwiceIsRefused() {
        String body = "<debateBody><debateSection eId='a'/><debateSection eId='a'/></debateBody>";
        assertTrue(refusal(debate(DAY + body)).contains("two elements have the eId a"));
    }

    @Test
    void badTimesAndUnknownElementsAreTold() throws Exception {
        Debate debate = read(debate(DAY
                + "<debateBody><debateSection><hologram>Parole</hologram><speech by='#x' startTime='noon'>"
                + "<p>Parla <blink>forte</blink> <recordedTime time='late'>tardi</recordedTime></p></speech>"
                + "</debateSection></debateBody>"));
        List<String> codes = debate.notices().stream().map(Finding::code).toList();
        assertTrue(codes.containsAll(List.of("AKN_MARK_DROPPED", "AKN_TIME_UNREADABLE", "AKN_REFERENCE_ADDED")));
        assertEquals("Parla forte tardi", debate.speeches().get(0).text());
        assertTrue(debate.parts().toString().contains("Parole"));
        assertEquals(List.of(), AknSchema.problems(AkomaNtoso.write(debate)));
    }

    @Test
    void aDocumentCutAtWhateverPlaceIsRefused() {
        byte[] whole = AkomaNtoso.write(RichCouncil.view());
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length - 20));
            MinutesException e = assertThrows(MinutesException.class, () -> AkomaNtoso.read(cut));
            assertEquals("AKN_UNREADABLE", e.code());
        }
    }

    @Test
    @Timeout(120)
    void whateverIsChangedItIsReadOrRefusedButNothingElse() throws Exception {
        byte[] whole = AkomaNtoso.write(RichCouncil.view());
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] mutant = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutate(mutant, random);
            }
            try {
                Debate debate = AkomaNtoso.read(mutant);
                List<String> problems = AknReferences.problems(AkomaNtoso.write(debate));
                assertTrue(problems.isEmpty(), problems.toString());
                if (i % 20 == 0) {
                    assertEquals(List.of(), AknSchema.problems(AkomaNtoso.write(debate)));
                }
                read++;
            } catch (MinutesException e) {
                assertTrue(e.code().startsWith("AKN_"), e.code());
            }
        }
        assertTrue(read > 200, "only " + read + " mutants were readable");
        assertFalse(read == 2_000);
    }

    private static void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] = (byte) ('0' + random.nextInt(10));
            case 2 -> bytes[at] = (byte) ('a' + random.nextInt(26));
            default -> {
                int length = Math.min(random.nextInt(40), bytes.length - at);
                int from = random.nextInt(bytes.length - length);
                System.arraycopy(bytes, from, bytes, at, length);
            }
        }
    }
}
