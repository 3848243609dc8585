// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import java.security.cert.X509Certificate;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Who a certificate names. */
public final class Subject {
    private final X500Name name;

    private Subject(X500Name name) {
        this.name = name;
    }

    /** The subject of a certificate. */
    public static Subject of(X509Certificate certificate) {
        return new Subject(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
    }

    /** A name by itself. */
    static Subject of(X500Name name) {
        return new Subject(name);
    }

    /** The common name, or given name and surname, or the whole subject. */
    public String name() {
        String common = part(BCStyle.CN);
        if (!common.isEmpty()) {
            return common;
        }
        String full = (part(BCStyle.GIVENNAME) + " " + part(BCStyle.SURNAME)).strip();
        return full.isEmpty() ? name.toString() : full;
    }

    /**
     * The tax code in a serial number attribute, which Italian qualified certificates write as {@code TINIT-CODE} and
     * older ones as {@code IT:CODE}; empty when there is none.
     */
    static String code(String serialNumber) {
        return serialNumber.toUpperCase(Locale.ROOT).strip().replaceFirst("^(TIN[A-Z]{2}-|[A-Z]{2}:)", "");
    }

    /** The tax code of the person whom the certificate names; empty when it says none. */
    public String taxCode() {
        return code(part(BCStyle.SERIALNUMBER));
    }

    private String part(ASN1ObjectIdentifier type) {
        RDN[] parts = name.getRDNs(type);
        return parts.length == 0
                ? ""
                : IETFUtils.valueToString(parts[0].getFirst().getValue());
    }
}
