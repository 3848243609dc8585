// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The distinguished names of the kit, built as ETSI EN 319 412 parts 2 and 3 ask for natural and legal persons.
 */
final class Names {

    private static final String PROVIDER = "Ente Prova TSP S.p.A.";
    private static final String PROVIDER_ID = "VATIT-00000000000";

    private Names() {}

    static X500Name person(TestPerson person) {
        return italian()
                .addRDN(BCStyle.SURNAME, person.familyName())
                .addRDN(BCStyle.GIVENNAME, person.givenName())
                .addRDN(BCStyle.SERIALNUMBER, "TINIT-" + person.taxCode())
                .addRDN(BCStyle.CN, person.commonName())
                .build();
    }

    static X500Name municipality(TestPerson municipality) {
        return legalPerson(municipality.commonName(), "CFIT-" + municipality.taxCode(), municipality.commonName());
    }

    static X500Name provider(String commonName) {
        return legalPerson(PROVIDER, PROVIDER_ID, commonName);
    }

    static X500Name organization(String country, String organization, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, country)
                .addRDN(BCStyle.O, organization)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static X500Name legalPerson(String organization, String identifier, String commonName) {
        return italian()
                .addRDN(BCStyle.O, organization)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, identifier)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static X500NameBuilder italian() {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "IT");
    }
}
