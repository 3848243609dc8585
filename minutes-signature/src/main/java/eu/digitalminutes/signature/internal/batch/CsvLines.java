// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One record of comma-separated values a line. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, which spreadsheets do not show.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvLines implements LineForm {
    private static final String HEAD =
            "file,bytes,modified,verdict,code,message,validatedAt,format,integrity,timestamps,"
                    + "signers,roles,levels,indications,qualifications,failures,warnings,millis";
    private static final String END = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("'*\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final int COLUMNS = HEAD.split(",", -1).length;

    @Override
    public String head() {
        return HEAD + END;
    }

    @Override
    public String line(DocumentAnswer answer) {
        List<String> cells = List.of(
                PlainName.of(answer.file().name()),
                String.valueOf(answer.file().bytes()),
                answer.file().modified().toString(),
                answer.verdict(),
                answer.code(),
                answer.message(),
                answer.validatedAt().toString(),
                answer.format(),
                answer.integrity(),
                String.valueOf(answer.timestamps()),
                answer.each(DocumentAnswer.Signature::signer),
                answer.each(DocumentAnswer.Signature::role),
                answer.each(DocumentAnswer.Signature::level),
                answer.each(DocumentAnswer.Signature::indication),
                answer.each(DocumentAnswer.Signature::qualification),
                String.join("; ", answer.failures()),
                String.join("; ", answer.warnings()),
                String.valueOf(answer.millis()));
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(cell(cell));
        }
        return line.append(END).toString();
    }

    private static String cell(String text) {
        String plain = PlainName.inJson(text);
        String safe = FORMULA.matcher(plain).matches() ? "'" + plain : plain;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public Optional<String> key(String line) {
        List<String> cells = cells(line);
        if (cells.size() != COLUMNS || !cells.get(1).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        String name = cells.get(0);
        String shown = FORMULA.matcher(name).matches() && name.startsWith("'") ? name.substring(1) : name;
        return Optional.of(DocumentFile.key(PlainName.read(shown), Long.parseLong(cells.get(1)), cells.get(2)));
    }

    /** The cells of a line that we wrote, all of them quoted; fewer if it is not one. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Override
    public boolean mayBegin(String start) {
        return start.startsWith(HEAD) || HEAD.startsWith(start);
    }
}
