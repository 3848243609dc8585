// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.core.outcome.MinutesException;
import java.security.cert.CertificateException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a service answers becomes a description, and what is not understood is not used. */
class CredentialReaderTest {
    private static RemoteCredential read(String json) throws Exception {
        return new CredentialReader(Set.of("credentials/sendOTP"))
                .read("x", new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'key':[],'cert':7,'auth':null,'multisign':{},'SCAL':[2]}",
                "{'key':{'status':true,'algo':'x','len':'y'},'authMode':['explicit'],'PIN':'true','OTP':null}",
                "{'cert':{'certificates':'AAAA'},'auth':{'mode':7,'objects':'PIN'},'multisign':-5}"
            })
    void answersOfOtherShapesMakeAKeyThatIsNotUsed(String json) throws Exception {
        RemoteCredential found = read(json);
        assertFalse(found.enabled());
        assertEquals(1, found.multisign());
        assertEquals(CertificateStatus.UNKNOWN, found.certificateStatus());
        assertThrows(MinutesException.class, found::requireUsable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"['AAAA']", "['']", "[null]", "[{}]", "['1','2','3','4','5','6','7','8','9','10','11']"})
    void aCertificateThatCannotBeReadIsAnError(String certificates) {
        assertThrows(CertificateException.class, () -> read("{'cert':{'certificates':" + certificates + "}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'authMode':'explicit','PIN':{'presence':'true'}}|true|false",
                "{'authMode':'explicit','PIN':{'presence':true},'OTP':{'presence':'optional'}}|true|false",
                "{'authMode':'explicit','OTP':{'presence':'true','type':'online'}}|false|true",
                "{'auth':{'mode':'explicit','objects':[{'type':'Password','id':'smsOTP'}]}}|false|true",
                "{'auth':{'mode':'explicit','objects':[{'type':'Password','id':'x','generator':'totp'}]}}|false|true"
            })
    void whatTheSignerMustGiveIsReadInBothVersions(String json, boolean pin, boolean otp) throws Exception {
        RemoteCredential found = read(json);
        assertEquals(AuthorizationMode.EXPLICIT, found.authorizationMode());
        assertEquals(pin, found.asksPin());
        assertEquals(otp, found.asksOtp());
    }

    @Test
    void wordsForPeopleAreOneShortLine() throws Exception {
        String description = read("{'description':'a\\u0000b\\u202ec\\n" + "x".repeat(999) + "'}")
                .description();
        assertTrue(description.startsWith("a b c x"), description);
        assertEquals(200, description.length());
    }
}
