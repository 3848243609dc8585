// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.proposal.Proposal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The lines of an imported agenda as points of a meeting (<i>ordine del giorno</i>). */
public final class AgendaItems {
    private static final Map<String, Publicity> PUBLICITY = Map.ofEntries(
            Map.entry("", Publicity.PUBLIC),
            Map.entry("public", Publicity.PUBLIC),
            Map.entry("pubblica", Publicity.PUBLIC),
            Map.entry("pubblico", Publicity.PUBLIC),
            Map.entry("secret", Publicity.SECRET),
            Map.entry("closed", Publicity.SECRET),
            Map.entry("segreta", Publicity.SECRET),
            Map.entry("segreto", Publicity.SECRET),
            Map.entry("riservata", Publicity.SECRET));
    private static final Map<String, ItemKind> KINDS = Map.ofEntries(
            Map.entry("", ItemKind.PROPOSAL),
            Map.entry("proposta", ItemKind.PROPOSAL),
            Map.entry("delibera", ItemKind.PROPOSAL),
            Map.entry("deliberazione", ItemKind.PROPOSAL),
            Map.entry("verbale", ItemKind.MINUTES_APPROVAL),
            Map.entry("verbali", ItemKind.MINUTES_APPROVAL),
            Map.entry("comunicazione", ItemKind.COMMUNICATION),
            Map.entry("comunicazioni", ItemKind.COMMUNICATION),
            Map.entry("interrogazione", ItemKind.QUESTION),
            Map.entry("interpellanza", ItemKind.INTERPELLATION),
            Map.entry("mozione", ItemKind.MOTION),
            Map.entry("ordine del giorno", ItemKind.RESOLUTION),
            Map.entry("nomina", ItemKind.APPOINTMENT),
            Map.entry("surroga", ItemKind.APPOINTMENT));

    private AgendaItems() {}

    /**
     * Points of a meeting.
     *
     * @param lines the lines, in order
     * @return a point for each line, with an id made of its number; a line with a reference is a proposal of that number
     * @throws MinutesException with code {@code AGENDA_UNREADABLE}, naming the line, if a word for publicity is not known,
     *     since a secret point must not be taken for a public one
     */
    public static List<AgendaItem> of(List<AgendaLine> lines) {
        List<AgendaItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (AgendaLine line : lines) {
            items.add(item(line, id(line.number(), ids)));
        }
        return List.copyOf(items);
    }

    private static AgendaItem item(AgendaLine line, String id) {
        Publicity publicity = PUBLICITY.get(word(line.publicity()));
        if (publicity == null) {
            throw new MinutesException(
                    "AGENDA_UNREADABLE",
                    "item " + line.number() + " is neither public nor secret but \"" + line.publicity()
                            + "\"; write public or secret");
        }
        AgendaItem item = AgendaItem.of(id, line.number(), line.title(), publicity)
                .withKind(kind(line.kind()))
                .withRapporteur(line.rapporteur());
        return line.reference().isBlank()
                ? item
                : item.withProposal(Proposal.of(line.reference().strip(), line.rapporteur()));
    }

    private static ItemKind kind(String text) {
        String word = word(text);
        return ItemKind.ofCode(word.replace(' ', '-')).orElseGet(() -> KINDS.getOrDefault(word, ItemKind.OTHER));
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String id(String number, Set<String> taken) {
        String plain = number.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = "item-" + (plain.length() > 40 ? plain.substring(0, 40) : plain);
        String id = base;
        for (int i = 2; !taken.add(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }
}
