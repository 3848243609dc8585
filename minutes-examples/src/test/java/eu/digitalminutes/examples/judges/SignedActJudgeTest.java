// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.archive.rendition.WrittenAct;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.FileSigner;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The written act is PDF/A, and stays so under the signatures of both, at every level. */
@Tag("judge")
class SignedActJudgeTest {
    @TempDir
    static Path folder;

    private static SignedSession session;
    private static Path act;

    @BeforeAll
    static void render() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        session = new SignedSession(folder.resolve("session"));
        act = folder.resolve("verbale.pdf");
        WrittenAct.writePdf(MinutesJson.read(session.folder.resolve("minutes.json")), Locale.ITALIAN, act);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static SigningKey key(String name) throws Exception {
        return SigningKey.pkcs12(session.folder.resolve("keys/" + name + ".p12"), SignedSession.PASSWORD.toCharArray());
    }

    private static List<String> violations(Path pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(Files.newInputStream(pdf), PDFAFlavour.PDFA_2_A);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_A, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void aSignedActIsStillPdfA(SignatureLevel level) throws Exception {
        SigningProfile profile =
                SigningProfile.italianCouncil(TimestampAuthority.at(session.services.tsa())).toBuilder()
                        .form(SignatureForm.PADES)
                        .level(level)
                        .build();
        TrustAnchors lists =
                TrustAnchors.offlineLists(TrustBundle.write(folder.resolve("lists-" + level), session.services.pki()));
        try (SigningKey president = key("president");
                SigningKey secretary = key("secretary")) {
            Path signed = folder.resolve("verbale-" + level + ".pdf");
            FileSigner.trusting(profile, lists, RevocationAccess.ONLINE)
                    .sign(
                            act,
                            signed,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)),
                            Task.none());
            assertEquals(List.of(), violations(act));
            assertEquals(List.of(), violations(signed));
        }
    }
}
