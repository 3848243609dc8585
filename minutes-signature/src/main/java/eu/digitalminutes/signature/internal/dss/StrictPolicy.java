// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.signature.profile.ValidationRules;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * DSS's own validation policy with answers made strict that it leaves open, and for Italy some made mild that it closes.
 *
 * <p>A certificate that is not made for signing must not sign, and a revocation list that was out of date when the
 * signature was made proves nothing about it.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31910201/">ETSI EN 319 102-1, clause 5.2.5</a>
 */
final class StrictPolicy {
    private static final Map<ValidationRules, ValidationPolicy> POLICIES = new EnumMap<>(ValidationRules.class);

    /** What the attributes of old Italian signatures lack or have wrong, and their proven time makes good. */
    private static final Set<String> MILD_IN_ITALY =
            Set.of("SigningTime", "SigningTimeInCertRange", "RevocationIssuerNotExpired");

    /**
     * What DSS only warns of, and public acts must not have. That a file is not signed at all is no fault of the signatures,
     * and is said of the file.
     */
    private static final Set<String> STRICT_IN_ITALY =
            Set.of("FilenameAdherence", "ReferenceDataNameMatch", "ManifestEntryNameMatch");

    static {
        for (ValidationRules rules : ValidationRules.values()) {
            POLICIES.put(rules, load(rules));
        }
    }

    private StrictPolicy() {}

    static ValidationPolicy of(ValidationRules rules) {
        return Objects.requireNonNull(POLICIES.get(rules));
    }

    private static ValidationPolicy load(ValidationRules rules) {
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
            if (rules == ValidationRules.ITALY) {
                MILD_IN_ITALY.forEach(name -> weigh(policy, name, "WARN"));
                STRICT_IN_ITALY.forEach(name -> weigh(policy, name, "FAIL"));
            }
            byte[] tightened = DomUtils.xmlToString(policy).getBytes(StandardCharsets.UTF_8);
            return ValidationPolicyLoader.fromValidationPolicy(new ByteArrayInputStream(tightened))
                    .create();
        } catch (IOException e) {
            throw new IllegalStateException("DSS's default policy cannot be read", e);
        }
    }

    private static void weigh(Document policy, String name, String level) {
        NodeList constraints = policy.getElementsByTagNameNS("*", name);
        if (constraints.getLength() == 0) {
            throw new IllegalStateException("DSS's default policy has no " + name);
        }
        for (int i = 0; i < constraints.getLength(); i++) {
            ((Element) constraints.item(i)).setAttribute("Level", level);
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
