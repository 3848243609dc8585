// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TsaFault;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time-stamping authorities over HTTP: what they may do wrong, and who is asked then. */
class TimestampingTest {
    private static final String POLICY = "0.4.0.2023.1.1";

    @TempDir
    static Path folder;

    static Council council;
    static SigningKey key;
    static Path index;

    private PkiServer second;

    @BeforeAll
    static void start() throws IOException {
        council = new Council(folder);
        key = council.key(TestSigner.SECRETARY);
        index = Files.writeString(folder.resolve("PIndex.xml"), "<PIndex/>");
    }

    @AfterAll
    static void stop() {
        key.close();
        council.close();
    }

    @BeforeEach
    void startTheSecond() throws IOException {
        second = PkiServer.serving(council.services.pki());
    }

    @AfterEach
    void stopTheSecond() {
        second.close();
        council.services.tsaFaults();
    }

    private static TimestampAuthority first() {
        return TimestampAuthority.at(council.services.tsa());
    }

    private TimestampAuthority fallback() {
        return TimestampAuthority.at(second.tsa());
    }

    private static void seal(SigningProfile profile) throws IOException {
        Path seal = new IndexSealer(key, profile).seal(index);
        assertEquals(
                Verdict.VALID,
                IndexSealer.verifier(TrustAnchors.none()).verify(index, seal).verdict());
    }

    private static ServiceUnavailableException refused(TimestampAuthority authority) {
        return assertThrows(ServiceUnavailableException.class, () -> seal(SigningProfile.italianCouncil(authority)));
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN, 503",
        "GARBAGE, is no time stamp",
        "REJECTS, Prova: rifiutata",
        "WRONG_HASH, another digest than the one sent",
        "WRONG_NONCE, another nonce",
        "WRONG_POLICY, another policy",
        "WRONG_CERTIFICATE, not made for time stamps",
        "BROKEN_SIGNATURE, the signature of its time stamp is broken",
        "SLOW, did not answer in time",
    })
    void everyFaultIsSaidAndTheNextAuthorityStamps(TsaFault fault, String words) throws IOException {
        council.services.tsaFaults(fault);
        TimestampAuthority faulty = first().withPolicy(POLICY).withTimeout(Duration.ofMillis(700));
        ServiceUnavailableException failure = refused(faulty);
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertTrue(failure.getMessage().contains(council.services.tsa().toString()), failure.getMessage());

        int asked = council.services.requests("tsa");
        seal(SigningProfile.italianCouncil(faulty, fallback()));
        assertEquals(asked + 1, council.services.requests("tsa"));
        assertEquals(1, second.requests("tsa"));
    }

    @Test
    void theMinutesAreSignedThoughTheFirstAuthorityIsDown() throws IOException {
        council.services.tsaFaults(TsaFault.DOWN);
        int asked = council.services.requests("tsa");
        Path container = folder.resolve("fallback.asice");
        try (SigningKey president = council.key(TestSigner.PRESIDENT)) {
            new MinutesSigner(SigningProfile.italianCouncil(first(), fallback()))
                    .sign(
                            council.composition(council.recording(10_000)),
                            container,
                            List.of(Signatory.president(president), Signatory.secretary(key)));
        }
        assertEquals(
                Verdict.VALID,
                MinutesVerifier.trusting(council.trust()).verify(container).verdict());
        assertEquals(asked + 1, council.services.requests("tsa"), "the second signature passes the failed one over");
        assertEquals(2, second.requests("tsa"));
    }

    @Test
    void aBudgetThatProfilesShareHoldsForAllOfThem() throws IOException {
        TimestampAuthorities shared = TimestampAuthorities.inOrder(fallback().withBudget(2, Duration.ofMinutes(20)));
        seal(SigningProfile.italianCouncil(shared));
        seal(SigningProfile.italianCouncil(shared));
        ServiceUnavailableException failure =
                assertThrows(ServiceUnavailableException.class, () -> seal(SigningProfile.italianCouncil(shared)));
        assertEquals("TSA_BUDGET_USED", failure.code());
        assertEquals(2, second.requests("tsa"));
    }

    @Test
    void aLoginCostsOneRequestAndIsSentToItsAuthorityOnly() throws IOException {
        second.tsaLogin("comune", "segreta");
        TimestampAuthority guarded = fallback().withLogin("comune", "segreta".toCharArray());
        seal(SigningProfile.italianCouncil(guarded));
        assertEquals(1, second.requests("tsa"));

        council.services.tsaLogin("altro comune", "altra");
        try {
            // both on one host: the login of the second must not open the first, nor the other way round
            int asked = council.services.requests("tsa");
            seal(SigningProfile.italianCouncil(first(), guarded));
            assertEquals(asked + 1, council.services.requests("tsa"));
        } finally {
            council.services.tsaOpen();
        }
    }

    @Test
    void aWrongLoginIsSaidWithoutThePassword() {
        second.tsaLogin("comune", "segreta");
        for (TimestampAuthority stranger :
                List.of(fallback(), fallback().withLogin("comune", "sbagliatissima".toCharArray()))) {
            ServiceUnavailableException failure = refused(stranger);
            assertTrue(failure.getMessage().contains("login"), failure.getMessage());
            for (Throwable e = failure; e != null; e = e.getCause()) {
                assertFalse(String.valueOf(e.getMessage()).contains("sbagliatissima"), e.toString());
            }
        }
    }

    @Test
    void thePolicyAskedForIsThatOfTheStamp() throws IOException {
        second.tsaPolicies(POLICY);
        seal(SigningProfile.italianCouncil(fallback().withPolicy(POLICY)));
        ServiceUnavailableException failure = refused(fallback().withPolicy("1.2.3.4"));
        assertTrue(failure.getMessage().contains("does not stamp under the policy"), failure.getMessage());
    }
}
