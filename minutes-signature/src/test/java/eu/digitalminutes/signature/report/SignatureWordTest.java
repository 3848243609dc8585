// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer of the validator means by Italian law. */
class SignatureWordTest {
    private static VerifiedSignature.Builder answered(String indication, String reason, String kind) {
        return SampleReport.signature("Anna Bianchi").answer("XAdES-BASELINE-T", indication, reason, kind, List.of());
    }

    private static String italian(VerifiedSignature.Builder signature) {
        return SignatureWord.of(signature.build()).in(Locale.ITALIAN);
    }

    private static VerifiedSignature.Builder revoked(Instant since, String reason) {
        return answered("INDETERMINATE", "REVOKED_NO_POE", "NA")
                .madeWith(
                        "",
                        SampleReport.CERTIFICATE.withRevocation(
                                VerifiedRevocation.revoked("CRL", SampleReport.AT, null, since, reason)));
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL_PASSED,,QESIG,firma digitale (elettronica qualificata) valida",
        "TOTAL_PASSED,,QESEAL,sigillo elettronico qualificato valido: non è la firma di una persona",
        "TOTAL_PASSED,,ADESIG_QC,'firma avanzata con certificato qualificato, senza dispositivo sicuro: non è firma digitale'",
        "TOTAL_PASSED,,ADESIG,'firma elettronica non qualificata, o certificatore non in elenco'",
        "TOTAL_PASSED,,NA,'firma elettronica non qualificata, o certificatore non in elenco'",
        "TOTAL_PASSED,,ADESEAL_QC,sigillo elettronico: non è la firma di una persona",
        "INDETERMINATE,OUT_OF_BOUNDS_NO_POE,NA,'certificato scaduto, o non ancora valido, alla data della firma'",
        "INDETERMINATE,CERTIFICATE_CHAIN_GENERAL_FAILURE,NA,stato di revoca non verificabile: liste o servizi non disponibili",
        "INDETERMINATE,TRY_LATER,NA,stato di revoca non verificabile: liste o servizi non disponibili",
        "INDETERMINATE,NO_CERTIFICATE_CHAIN_FOUND,NA,'certificatore sconosciuto, o elenchi di fiducia non caricati'",
        "INDETERMINATE,CRYPTO_CONSTRAINTS_FAILURE_NO_POE,NA,algoritmo non più affidabile",
        "INDETERMINATE,SIG_CONSTRAINTS_FAILURE,NA,esito non determinabile",
        "TOTAL_FAILED,HASH_FAILURE,NA,documento modificato dopo la firma",
        "TOTAL_FAILED,SIG_CRYPTO_FAILURE,NA,firma corrotta",
        "TOTAL_FAILED,FORMAT_FAILURE,NA,struttura della firma o del contenitore non conforme",
        "TOTAL_FAILED,REVOKED,NA,firma non valida",
    })
    void eachAnswerHasItsWord(String indication, String reason, String kind, String word) {
        assertEquals(word, italian(answered(indication, reason == null ? "" : reason, kind)));
    }

    @Test
    void aRevocationBeforeTheProvenTimeIsToldFromOneAfterIt() {
        assertEquals(
                "certificato revocato alla data della firma: vale come non sottoscritto",
                italian(revoked(SampleReport.SIGNED.minusSeconds(60), "keyCompromise")));
        assertEquals(
                "certificato revocato: manca un riferimento temporale opponibile anteriore",
                italian(revoked(SampleReport.SIGNED.plusSeconds(60), "keyCompromise")));
        assertEquals(
                "certificato sospeso: esito da ripetere",
                italian(revoked(SampleReport.SIGNED.minusSeconds(60), "certificateHold")));
    }

    @Test
    void timeStampsHaveTheirWords() {
        assertEquals("marca temporale qualificata", stamp("PASSED", "QTSA"));
        assertEquals("marca temporale non qualificata", stamp("PASSED", "TSA"));
        assertEquals("marca temporale non verificabile", stamp("INDETERMINATE", "NA"));
        assertEquals("marca temporale non valida", stamp("FAILED", "QTSA"));
    }

    private static String stamp(String indication, String kind) {
        return SignatureWord.of(VerifiedTimestamp.of(SampleReport.SIGNED, "TSA", indication, kind))
                .in(Locale.ITALIAN);
    }

    @Test
    void whatIsUndecidedIsNeverCalledMet() {
        VerificationReport report = SampleReport.of(
                "x",
                List.of(
                        SampleReport.signature("Anna Bianchi").build(),
                        answered("TOTAL_FAILED", "HASH_FAILURE", "NA").build()));
        for (VerifiedCheck check : report.checks()) {
            if (List.of(5, 6, 7, 10).contains(check.number())) {
                assertEquals(VerifiedCheck.Outcome.UNDECIDED, check.outcome(), check.toString());
            }
            assertFalse(check.found().isEmpty());
        }
    }

    @Test
    void aFindingThatBelongsToNoCheckIsStillShown() {
        VerificationReport report = SampleReport.of("x", List.of(), SampleReport.finding("BRAND_NEW", "qualcosa"));
        VerifiedCheck last = report.checks().get(report.checks().size() - 1);
        assertEquals(0, last.number());
        assertEquals("qualcosa", last.found().get(0).italian());
    }
}
