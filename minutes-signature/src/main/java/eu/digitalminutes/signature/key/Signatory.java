// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.minutes.SignatoryRole;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/** Who signs, in which quality (<i>firmatario</i>). Immutable; the key stays its owner's to close. */
public final class Signatory {
    private final @Nullable SignatoryRole role;
    private final String claimedRole;
    private final SigningKey key;

    private Signatory(@Nullable SignatoryRole role, String claimedRole, SigningKey key) {
        this.role = role;
        this.claimedRole = Objects.requireNonNull(claimedRole, "claimedRole");
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Who signs minutes, in a quality that the law asks for.
     *
     * @param role the quality in which the person signs
     * @param key the person's key
     * @return the signatory
     */
    public static Signatory of(SignatoryRole role, SigningKey key) {
        return new Signatory(role, role.label().italian(), key);
    }

    /**
     * The person who presided.
     *
     * @param key the person's key
     * @return the signatory
     */
    public static Signatory president(SigningKey key) {
        return of(SignatoryRole.PRESIDENT, key);
    }

    /**
     * The person who drew up the minutes.
     *
     * @param key the person's key
     * @return the signatory
     */
    public static Signatory secretary(SigningKey key) {
        return of(SignatoryRole.SECRETARY, key);
    }

    /**
     * Who signs any other file, in a quality of his own words.
     *
     * @param claimedRole the quality, as <i>Responsabile del servizio</i>; empty to claim none. The words for President and
     *     Secretary mean those
     * @param key the person's key
     * @return the signatory
     */
    public static Signatory claiming(String claimedRole, SigningKey key) {
        Optional<SignatoryRole> known = SignatoryRole.of(claimedRole);
        return known.isPresent() ? of(known.get(), key) : new Signatory(null, claimedRole.strip(), key);
    }

    /**
     * The quality, if it is one that minutes need.
     *
     * @return President or Secretary, or empty
     */
    public Optional<SignatoryRole> role() {
        return Optional.ofNullable(role);
    }

    /**
     * The quality as the signature will state it.
     *
     * @return the Italian word; empty when none is claimed
     */
    public String claimedRole() {
        return claimedRole;
    }

    /**
     * The person's key.
     *
     * @return the key
     */
    public SigningKey key() {
        return key;
    }

    /**
     * The person's certificate.
     *
     * @return the first of the key's chain
     */
    public X509Certificate certificate() {
        return key.certificateChain().get(0);
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
