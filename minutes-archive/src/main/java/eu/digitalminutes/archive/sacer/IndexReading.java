// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import eu.digitalminutes.archive.internal.xml.XmlInput;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what an index says while it is read. */
final class IndexReading implements XmlInput.Listener {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(IndexReading.class);
    private static final String HEAD = "UnitaDocumentaria/Intestazione/";
    private static final String COMPONENT = "/StrutturaOriginale/Componenti/Componente";

    private final List<Finding> findings = new ArrayList<>();
    private final List<SacerComponent> components = new ArrayList<>();
    private final Map<String, String> head = new HashMap<>();
    private final Map<String, String> component = new HashMap<>();
    private final Map<String, String> declared = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();
    private final Set<String> documents = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> orders = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    @Override
    public void element(String path, String text, Map<String, String> attributes) {
        if (path.startsWith(HEAD)) {
            head.put(path.substring(HEAD.length()), text);
            return;
        }
        if (path.startsWith("UnitaDocumentaria/ProfiloNormativo")) {
            return;
        }
        int inside = path.indexOf(COMPONENT + "/");
        if (inside > 0) {
            component.put(path.substring(inside + COMPONENT.length() + 1), text);
        } else if (path.endsWith(COMPONENT)) {
            component();
        } else if (path.matches(
                "UnitaDocumentaria/(DocumentoPrincipale|Allegati/Allegato|Annessi/Annesso|Annotazioni/Annotazione)")) {
            counted.merge(path.substring(path.lastIndexOf('/') + 1), 1, Integer::sum);
            orders.clear();
        } else if (path.matches("UnitaDocumentaria/Numero(Allegati|Annessi|Annotazioni)")) {
            declared.put(path.substring(path.lastIndexOf('/') + 1), text);
        } else if (path.endsWith("/IDDocumento") && !documents.add(text)) {
            fail("DOCUMENT_ID_REPEATED", path, text);
        }
    }

    @Override
    public void problem(String where, XmlInput.Problem problem, String name) {
        fail("XSD-001-002", SubmissionIndex.FILE_NAME + where, name, problem.choice());
    }

    void malformed() {
        fail("XSD-001-001", SubmissionIndex.FILE_NAME);
    }

    SubmissionIndex index() {
        count("NumeroAllegati", "Allegato", "XSD-003-001");
        count("NumeroAnnessi", "Annesso", "XSD-004-001");
        count("NumeroAnnotazioni", "Annotazione", "XSD-005-001");
        String year = head.getOrDefault("Chiave/Anno", "");
        SacerKey key = new SacerKey(
                head.getOrDefault("Chiave/Numero", ""),
                year.matches("[0-9]{1,4}") ? Integer.parseInt(year) : 0,
                head.getOrDefault("Chiave/TipoRegistro", ""));
        return new SubmissionIndex(
                head.getOrDefault("Versione", ""),
                head.getOrDefault("Versatore/UserID", ""),
                key,
                components,
                Report.of(findings));
    }

    private void component() {
        String id = component.getOrDefault("ID", "");
        String where = SubmissionIndex.FILE_NAME + "#" + id;
        if (!identifiers.add(id)) {
            fail("XSD-002-001", where, id);
        }
        if (!orders.add(component.getOrDefault("OrdinePresentazione", ""))) {
            fail("ORDER_REPEATED", where);
        }
        if (component.getOrDefault("TipoSupportoComponente", "FILE").equals("FILE")) {
            SacerComponent file = new SacerComponent(
                    id,
                    component.getOrDefault("NomeComponente", ""),
                    component.getOrDefault("FormatoFileVersato", ""),
                    component.getOrDefault("HashVersato", ""));
            if (file.name().isEmpty()) {
                fail("NAME_MISSING", where);
            } else if (!names.add(file.name())) {
                fail("FILE_LISTED_TWICE", file.path());
            }
            hash(file, where);
            components.add(file);
        }
        component.clear();
    }

    private void hash(SacerComponent file, String where) {
        if (file.hash().isEmpty()) {
            fail("HASH-001-001", where);
        } else if (file.digest().isEmpty()) {
            fail("HASH-002-001", where);
        } else if (file.algorithm().isEmpty()) {
            fail("HASH-003-001", where, file.digest().get().length);
        }
    }

    private void count(String field, String element, String code) {
        int found = counted.getOrDefault(element, 0);
        String said = declared.getOrDefault(field, "");
        if (said.matches("[0-9]{1,4}") && Integer.parseInt(said) != found) {
            fail(code, SubmissionIndex.FILE_NAME, said, Integer.toString(found));
        }
    }

    private void fail(String code, String where, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, where, arguments));
    }
}
