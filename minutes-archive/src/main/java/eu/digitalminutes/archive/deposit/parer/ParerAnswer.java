// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.archive.deposit.DepositNotice;
import eu.digitalminutes.archive.internal.xml.XmlTree;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What the synchronous service answered (<i>esito del versamento</i>), read without trust.
 *
 * @param outcome {@code POSITIVO}, {@code WARNING} or {@code NEGATIVO}
 * @param code the first error or warning; empty if there is none
 * @param notices all errors and warnings
 * @param report the report of the submission, an XML document; empty if there is none
 */
record ParerAnswer(String outcome, String code, List<DepositNotice> notices, String report) {
    /** The unit is stored already (<i>elemento doppio</i>). */
    private static final String DOUBLE = "UD-002-001";

    static ParerAnswer read(byte[] answer) {
        Element root;
        try {
            root = XmlTree.read(answer).getDocumentElement();
        } catch (XMLStreamException e) {
            throw unreadable(e.getMessage(), e);
        }
        String outcome = Fields.text(root, "EsitoGenerale", "CodiceEsito");
        if (!List.of("POSITIVO", "WARNING", "NEGATIVO").contains(outcome)) {
            throw unreadable("it says no CodiceEsito", null);
        }
        String code = Fields.text(root, "EsitoGenerale", "CodiceErrore");
        List<DepositNotice> notices = new ArrayList<>();
        if (!code.isEmpty()) {
            notices.add(new DepositNotice(code, Fields.text(root, "EsitoGenerale", "MessaggioErrore")));
        }
        more(root, "ErroriUlteriori", "Errore", notices);
        more(root, "WarningUlteriori", "Warning", notices);
        return new ParerAnswer(outcome, code, notices, Fields.text(root, "RapportoVersamento"));
    }

    boolean isNegative() {
        return outcome.equals("NEGATIVO");
    }

    boolean isDouble() {
        return isNegative() && has(DOUBLE);
    }

    /** Whether the service broke down, as opposed to refusing. */
    boolean isBreakdown() {
        return isNegative() && code.matches("666[A-Z]?");
    }

    private boolean has(String wanted) {
        return notices.stream().anyMatch(notice -> notice.code().equals(wanted));
    }

    private static void more(Element root, String list, String kind, List<DepositNotice> notices) {
        for (Element all : Fields.children(root, list)) {
            for (Element one : Fields.children(all, kind)) {
                notices.add(new DepositNotice(Fields.text(one, "Codice" + kind), Fields.text(one, "Messaggio" + kind)));
            }
        }
    }

    private static ServiceUnavailableException unreadable(@Nullable String why, @Nullable Throwable cause) {
        return new ServiceUnavailableException(
                "DEPOSIT_ANSWER_UNREADABLE",
                "the answer of the provider cannot be read: " + why
                        + "; run the deposit again, what was taken is recognised",
                cause);
    }
}
