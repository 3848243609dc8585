// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.archive.deposit.DepositAnswer;
import eu.digitalminutes.archive.deposit.DepositNotice;
import eu.digitalminutes.archive.internal.secret.Secret;
import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.archive.internal.xml.XmlTree;
import eu.digitalminutes.archive.sacer.SacerComponent;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The calls of SACER: forms whose parts come in a fixed order. */
final class SacerCalls {
    private static final int MAX_ENTRIES = 1000;

    private final URI base;
    private final Supplier<char[]> password;
    private final HttpCall http;

    SacerCalls(URI base, Supplier<char[]> password, HttpCall http) {
        this.base = base;
        this.password = password;
        this.http = http;
    }

    DepositAnswer submit(Unit unit, Task task) throws IOException {
        byte[] raw = send(unit, unit.xml(), task);
        ParerAnswer answer = ParerAnswer.read(raw);
        requireWorking(answer);
        if (answer.isDouble()) {
            return recognise(unit, answer);
        }
        if (answer.isNegative()) {
            return new DepositAnswer.Refused(answer.notices(), raw);
        }
        SubmissionReport report = SubmissionReport.read(answer.report())
                .orElseThrow(() -> new ServiceUnavailableException(
                        "DEPOSIT_ANSWER_UNREADABLE",
                        "the provider took the unit and sent no report that can be read; run the deposit again, the unit"
                                + " is recognised",
                        null));
        Optional<String> wrong = report.contradiction(unit.index(), unit.xml(), unit.content());
        if (wrong.isPresent()) {
            throw new ContentMismatchException(
                    "DEPOSIT_RECEIPT_MISMATCH",
                    "the report of the provider is not for " + unit.content().path() + ": " + wrong.get()
                            + "; run the deposit again for the report that is stored, and if it is the same, write to the"
                            + " provider",
                    null);
        }
        return accepted(report, answer.notices());
    }

    DepositAnswer simulate(Unit unit, Task task) throws IOException {
        byte[] raw = send(unit, simulating(unit.xml()), task);
        ParerAnswer answer = ParerAnswer.read(raw);
        requireWorking(answer);
        return answer.isNegative()
                ? new DepositAnswer.Refused(answer.notices(), raw)
                : new DepositAnswer.Simulated(answer.notices());
    }

    /** The report that is stored of a unit (<i>recupero dei rapporti di versamento</i>); empty if there is none yet. */
    Optional<SubmissionReport> recover(Unit unit, Task task) throws IOException {
        byte[] query = XmlOutput.document(
                "",
                "",
                xml -> xml.element("Recupero", all -> {
                    all.text("Versione", unit.index().version());
                    Element head = head(unit.xml());
                    all.element(
                            "Versatore",
                            who -> List.of("Ambiente", "Ente", "Struttura", "UserID")
                                    .forEach(field -> who.text(field, Fields.text(head, "Versatore", field))));
                    all.element(
                            "Chiave",
                            key -> key.text("Numero", unit.index().key().number())
                                    .text(
                                            "Anno",
                                            Integer.toString(unit.index().key().year()))
                                    .text("TipoRegistro", unit.index().key().register()));
                }));
        try (Secret secret = Secret.from(password)) {
            MultipartBody body = form(unit, secret, query).end();
            byte[] answer = http.post(
                    Addresses.service(base, "RecDIPRapportiVersSync"),
                    body,
                    task.stage("ask for the report", body.length()));
            return first(answer);
        }
    }

    static DepositAnswer accepted(SubmissionReport report, List<DepositNotice> notices) {
        return new DepositAnswer.Accepted(
                SubmissionReport.FILE_NAME,
                report.xml(),
                report.identifier(),
                report.time().orElseGet(Instant::now),
                notices);
    }

    private byte[] send(Unit unit, byte[] index, Task task) throws IOException {
        try (Secret secret = Secret.from(password)) {
            MultipartBody body = form(unit, secret, index);
            for (SacerComponent file : unit.index().components()) {
                body.file(
                        file.id(),
                        file.name(),
                        () -> unit.content().open(file.path()),
                        unit.size(file),
                        file.algorithm().orElseThrow(),
                        file.digest().orElseThrow());
            }
            body.end();
            return http.post(
                    Addresses.service(base, "VersamentoSync"),
                    body,
                    task.stage("deposit " + unit.content().path().getFileName(), body.length()));
        }
    }

    private static MultipartBody form(Unit unit, Secret secret, byte[] xml) {
        return new MultipartBody()
                .field("VERSIONE", unit.index().version().getBytes(StandardCharsets.UTF_8))
                .field("LOGINNAME", unit.index().user().getBytes(StandardCharsets.UTF_8))
                .field("PASSWORD", secret.bytes())
                .field("XMLSIP", xml);
    }

    /** The unit is stored already: with the same bytes it is ours, sent by an attempt whose answer got lost. */
    private static DepositAnswer recognise(Unit unit, ParerAnswer answer) throws IOException {
        Optional<SubmissionReport> report = SubmissionReport.read(answer.report());
        Optional<String> wrong = report.isEmpty()
                ? Optional.of("the provider sent no report of what it has")
                : report.get().contradiction(unit.index(), unit.xml(), unit.content());
        if (wrong.isPresent()) {
            throw conflict(unit, wrong.get());
        }
        return accepted(report.orElseThrow(), List.of());
    }

    /** What the provider has is not what we have. */
    static ContentMismatchException conflict(Unit unit, String wrong) {
        return new ContentMismatchException(
                "DEPOSIT_CONFLICT",
                "the provider has another unit under the key "
                        + unit.index().key() + " than "
                        + unit.content().path() + ": " + wrong
                        + "; see which one is right, and give this one a key of its own",
                null);
    }

    private static void requireWorking(ParerAnswer answer) {
        if (answer.isBreakdown()) {
            throw new ServiceUnavailableException(
                    "DEPOSIT_PROVIDER_FAILED",
                    "the provider broke down with code " + answer.code() + "; run the deposit again later",
                    null);
        }
    }

    private static byte[] simulating(byte[] xml) {
        Element head = head(xml);
        Document document = head.getOwnerDocument();
        Element unit = document.getDocumentElement();
        Element settings = Fields.children(unit, "Configurazione").stream()
                .findFirst()
                .orElseGet(() -> {
                    Element made = document.createElement("Configurazione");
                    unit.insertBefore(made, head.getNextSibling());
                    return made;
                });
        Fields.children(settings, "SimulaSalvataggioDatiInDB").forEach(settings::removeChild);
        settings.appendChild(document.createElement("SimulaSalvataggioDatiInDB"))
                .setTextContent("true");
        return XmlTree.write(unit);
    }

    private static Element head(byte[] xml) {
        try {
            return Fields.children(XmlTree.read(xml).getDocumentElement(), "Intestazione")
                    .get(0);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the index was read before", e);
        }
    }

    /** The first report in a ZIP file, which nobody vouches for. */
    private static Optional<SubmissionReport> first(byte[] zip) throws IOException {
        int left = HttpCall.MAX_ANSWER;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            int entries = 0;
            for (ZipEntry entry = in.getNextEntry();
                    entry != null && entries < MAX_ENTRIES && left > 0;
                    entry = in.getNextEntry()) {
                entries++;
                byte[] content = in.readNBytes(left);
                left -= content.length;
                Optional<SubmissionReport> report = SubmissionReport.read(content);
                if (report.isPresent()) {
                    return report;
                }
            }
        } catch (java.util.zip.ZipException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
