// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaImportTest {
    private static final AgendaLine BUDGET = new AgendaLine(
            "2", "Bilancio, 2025", "segreta", "delibera", "Rossi", "P/7", Map.of("Ufficio", "Ragioneria"));

    private static List<AgendaLine> read(String text) {
        return AgendaImport.read("agenda", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Numero;OGGETTO;Pubblicit\u00e0;Tipo;Proponente;Riferimento;Ufficio\n1;Appello\n2;Bilancio, 2025;segreta;delibera;Rossi;P/7;Ragioneria\n",
                "\uFEFFnumber\ttitle\tpublicity\tkind\tproponent\treference\tUfficio\r\n1\tAppello\r\n2\tBilancio, 2025\tsegreta\tdelibera\tRossi\tP/7\tRagioneria\r\n",
                "oggetto,numero,Ufficio,tipologia,relatore,proposta,pubblicita\nAppello,1\n\"Bilancio, 2025\",2,Ragioneria,delibera,Rossi,P/7,segreta\n",
                "[{\"number\":1,\"title\":\"Appello\"},{\"number\":\"2\",\"title\":\"Bilancio, 2025\",\"publicity\":\"segreta\",\"kind\":\"delibera\",\"rapporteur\":\"Rossi\",\"reference\":\"P/7\",\"Ufficio\":\"Ragioneria\"}]",
                "{\"items\":[{\"numero\":1,\"oggetto\":\"Appello\"},{\"numero\":2,\"oggetto\":\"Bilancio, 2025\",\"pubblicit\u00e0\":\"segreta\",\"tipo\":\"delibera\",\"relatore\":\"Rossi\",\"riferimento\":\"P/7\",\"Ufficio\":\"Ragioneria\"}]}"
            })
    void labelsAreItalianOrEnglishAndTheDelimiterIsFound(String text) {
        List<AgendaLine> lines = read(text);
        assertEquals("Appello", lines.get(0).title());
        assertEquals("", lines.get(0).kind());
        assertEquals(BUDGET, lines.get(1));
    }

    @Test
    void whatCannotBeAnAgendaIsRefusedWithItsPlace() {
        assertTrue(assertThrows(MinutesException.class, () -> read("numero;oggetto\n1;Appello\n;Bilancio\n"))
                .getMessage()
                .contains("line 3"));
        for (String text : List.of(
                "numero;oggetto\n1;Appello\n1;Bilancio\n",
                "numero;oggetto\n1;Appello;x\n",
                "numero;oggetto;titolo\n1;Appello;Appello\n",
                "numero;oggetto;oggetto\n1;a;b\n",
                "nummer;betreff\n1;Appello\n",
                "numero;oggetto\n",
                "[]",
                "{}",
                "{\"items\":{}}",
                "[1]",
                "")) {
            assertThrows(MinutesException.class, () -> read(text), text);
        }
    }

    @Test
    void aFormulaIsOnlyText() {
        assertEquals("=1+1", read("numero,oggetto\n1,=1+1\n").get(0).title());
    }
}
