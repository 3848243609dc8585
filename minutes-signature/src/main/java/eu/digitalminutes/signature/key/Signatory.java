// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.minutes.SignatoryRole;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Who signs, in which quality (<i>firmatario</i>).
 *
 * @param role the quality in which the person signs
 * @param key the person's key
 */
public record Signatory(SignatoryRole role, SigningKey key) {
    /**
     * Who signs, in which quality.
     *
     * @param role the quality in which the person signs
     * @param key the person's key
     */
    public Signatory {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(key, "key");
    }

    /**
     * The person who presided.
     *
     * @param key the person's key
     * @return the signatory
     */
    public static Signatory president(SigningKey key) {
        return new Signatory(SignatoryRole.PRESIDENT, key);
    }

    /**
     * The person who drew up the minutes.
     *
     * @param key the person's key
     * @return the signatory
     */
    public static Signatory secretary(SigningKey key) {
        return new Signatory(SignatoryRole.SECRETARY, key);
    }

    /**
     * The name in a certificate, for people.
     *
     * @param certificate a signer's certificate
     * @return its common name, or the whole subject when it has none
     */
    public static String nameOf(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            for (Rdn part : new LdapName(subject).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return part.getValue().toString();
                }
            }
        } catch (InvalidNameException e) {
            return subject;
        }
        return subject;
    }
}
