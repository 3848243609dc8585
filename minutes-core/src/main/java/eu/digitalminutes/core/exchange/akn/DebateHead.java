// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What names a debate and its session (<i>intestazione del verbale</i>).
 *
 * @param name the kind of debate, such as {@code minutes} or {@code hansard}
 * @param uri its name by the naming convention, such as {@code /akn/it/debate/minutes/c_z998/2026-03-12/council-2026-7}
 * @param date the day of the session
 * @param country the country's code, such as {@code it}
 * @param language the language's code, such as {@code ita}
 * @param author whose debate it is: a reference such as {@code #organ}
 * @param preface the paragraphs of its title page
 * @param conclusions the paragraphs at its end, with the signatures
 * @see <a href="https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/os/akn-nc-v1.0-os.html">OASIS, Akoma Ntoso Naming
 *     Convention 1.0</a>
 */
public record DebateHead(
        String name,
        String uri,
        LocalDate date,
        String country,
        String language,
        String author,
        List<DebateBlock> preface,
        List<DebateBlock> conclusions) {
    /**
     * The head of a debate.
     *
     * @param name the kind of debate
     * @param uri its name by the naming convention
     * @param date the day of the session
     * @param country the country's code
     * @param language the language's code
     * @param author whose debate it is
     * @param preface the paragraphs of its title page
     * @param conclusions the paragraphs at its end
     */
    public DebateHead {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(author, "author");
        preface = List.copyOf(preface);
        conclusions = List.copyOf(conclusions);
    }

    /**
     * The title page in words.
     *
     * @return a line for each paragraph
     */
    public String title() {
        return String.join("\n", preface.stream().map(DebateBlock::text).toList());
    }
}
