// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * DSS's own validation policy with two answers made strict that it leaves open.
 *
 * <p>A certificate that is not made for signing must not sign, and a revocation list that was out of date when the
 * signature was made proves nothing about it.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31910201/">ETSI EN 319 102-1, clause 5.2.5</a>
 */
final class StrictPolicy {
    private static final ValidationPolicy POLICY = load();

    private StrictPolicy() {}

    static ValidationPolicy get() {
        return POLICY;
    }

    private static ValidationPolicy load() {
        try (InputStream in = ValidationPolicyFacade.class.getResourceAsStream("/policy/constraint.xml")) {
            if (in == null) {
                throw new IllegalStateException("DSS's default policy is not on the class path");
            }
            Document policy = DomUtils.buildDOM(in);
            NodeList certificates = policy.getElementsByTagNameNS("*", "SigningCertificate");
            for (int i = 0; i < certificates.getLength(); i++) {
                Element certificate = (Element) certificates.item(i);
                if (isOfSignature(certificate)) {
                    tighten(certificate);
                }
            }
            byte[] tightened = DomUtils.xmlToString(policy).getBytes(StandardCharsets.UTF_8);
            return ValidationPolicyLoader.fromValidationPolicy(new ByteArrayInputStream(tightened))
                    .create();
        } catch (IOException e) {
            throw new IllegalStateException("DSS's default policy cannot be read", e);
        }
    }

    private static boolean isOfSignature(Element certificate) {
        return "SignatureConstraints"
                .equals(certificate.getParentNode().getParentNode().getLocalName());
    }

    private static void tighten(Element certificate) {
        Element usage = child(certificate, "KeyUsage");
        usage.setAttribute("Level", "FAIL");
        Element freshness = child(certificate, "RevocationFreshness");
        Element strict = certificate
                .getOwnerDocument()
                .createElementNS(freshness.getNamespaceURI(), "RevocationFreshnessNextUpdate");
        strict.setAttribute("Level", "FAIL");
        certificate.replaceChild(strict, freshness);
    }

    private static Element child(Element parent, String name) {
        Element child = (Element) parent.getElementsByTagNameNS("*", name).item(0);
        if (child == null) {
            throw new IllegalStateException("DSS's default policy has no " + name);
        }
        return child;
    }
}
