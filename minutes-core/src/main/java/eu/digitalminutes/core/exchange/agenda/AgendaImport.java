// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import eu.digitalminutes.core.internal.input.InputFile;
import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.InputText;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads an agenda (<i>ordine del giorno</i>) from CSV or JSON, with labels in Italian or English.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, CSV</a>
 */
public final class AgendaImport {
    private static final Set<String> NUMBER = Set.of("number", "no", "n", "n.", "numero", "num", "punto", "item");
    private static final Set<String> TITLE = Set.of("title", "subject", "oggetto", "titolo", "argomento");
    private static final Set<String> PUBLICITY = Set.of("publicity", "pubblicit\u00e0", "pubblicita", "public");
    private static final Set<String> KIND = Set.of("kind", "type", "tipo", "tipologia");
    private static final Set<String> RAPPORTEUR = Set.of("rapporteur", "proponent", "relatore", "proponente");
    private static final Set<String> REFERENCE =
            Set.of("reference", "proposal", "proposta", "riferimento", "numero proposta", "file");
    private static final List<Set<String>> ALL = List.of(NUMBER, TITLE, PUBLICITY, KIND, RAPPORTEUR, REFERENCE);

    private AgendaImport() {}

    /**
     * Reads a file.
     *
     * @param file CSV with labels in its first row, or a JSON list of objects, or an object whose field {@code items} is
     *     that list; at most 8 MiB, read once
     * @return the lines in the order of the file
     * @throws IOException if the file cannot be read
     * @throws MinutesException with code {@code INPUT_MALFORMED}, naming file and place, if a line has no number or title,
     *     a number stands twice, or the file is something else
     */
    public static List<AgendaLine> read(Path file) throws IOException {
        return read(InputFile.read(file, InputText.LARGEST));
    }

    /**
     * Reads from memory.
     *
     * @param name what to call the file
     * @param content its bytes
     * @return the lines in the order of the file
     * @throws MinutesException as {@link #read(Path)} does
     */
    public static List<AgendaLine> read(String name, byte[] content) {
        return read(InputFile.of(name, content));
    }

    private static List<AgendaLine> read(InputFile file) {
        try {
            List<AgendaLine> lines = new ArrayList<>();
            Set<String> numbers = new HashSet<>();
            for (Records.Entry entry :
                    Records.read(file, "items", TITLE::contains, "number and title (numero, oggetto)")) {
                AgendaLine line = line(entry);
                if (line.number().isEmpty() || line.title().isEmpty()) {
                    throw new MinutesException(
                            InputTable.MALFORMED,
                            entry.where() + ": a number and a title (numero, oggetto) are expected, found "
                                    + Refusal.quote(String.valueOf(entry.words())));
                }
                if (!numbers.add(line.number())) {
                    throw new MinutesException(
                            InputTable.MALFORMED,
                            entry.where() + ": the number " + Refusal.quote(line.number()) + " stands there twice");
                }
                lines.add(line);
            }
            return List.copyOf(lines);
        } catch (MinutesException e) {
            throw Refusal.in(file.name(), e);
        }
    }

    private static AgendaLine line(Records.Entry entry) {
        Map<String, String> others = new LinkedHashMap<>();
        entry.words().forEach((label, word) -> {
            if (ALL.stream().noneMatch(labels -> labels.contains(Records.plain(label)))) {
                others.put(label, word);
            }
        });
        List<String> words = Stream.of(NUMBER, TITLE, PUBLICITY, KIND, RAPPORTEUR, REFERENCE)
                .map(entry::word)
                .toList();
        return new AgendaLine(
                words.get(0), words.get(1), words.get(2), words.get(3), words.get(4), words.get(5), others);
    }
}
