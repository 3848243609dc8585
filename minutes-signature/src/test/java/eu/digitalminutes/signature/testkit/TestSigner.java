// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

/** The signers that every {@link TestPki} knows, each good or defective in one way only. */
public enum TestSigner {
    /** Anna Bianchi, qualified, RSA 2048 key: the President. */
    PRESIDENT(new TestPerson("Anna", "Bianchi", "BNCNNA70A41H501X"), CertificateKind.PERSON, KeyType.RSA),
    /** Bruno Rinaldi, qualified, EC P-256 key: the Secretary (<i>Segretario comunale</i>). */
    SECRETARY("Bruno", "Rinaldi", "RNLBRN65B02F205Y", CertificateKind.PERSON),
    /** Carla Neri, qualified: one more good person, who holds no office until a test gives her one. */
    DEPUTY("Carla", "Neri", "NRECRL75C43L219Z", CertificateKind.PERSON),
    /** A qualified certificate whose key is not in a signature creation device: no digital signature in Italy. */
    WITHOUT_QSCD("Marta", "Senzadispositivo", "SNZMRT80C43L219T", CertificateKind.PERSON_WITHOUT_QSCD),
    /** Revoked ten days ago. */
    REVOKED("Dario", "Revocato", "RVCDRA75D04G273W", CertificateKind.PERSON),
    /** Good until a test revokes it; the other signers stay as they are. */
    REVOKED_LATER("Dora", "Revocatadopo", "RVCDRO75D44G273W", CertificateKind.PERSON),
    /** Suspended (certificate hold) since yesterday; {@link TestIdentity#reinstate()} ends it. */
    SUSPENDED("Elena", "Sospesa", "SSPLNE78E45A944V", CertificateKind.PERSON),
    /** Expired thirty days ago. */
    EXPIRED("Fabio", "Scaduto", "SCDFBA60F06D612U", CertificateKind.PERSON),
    /** Valid from thirty days ahead. */
    NOT_YET_VALID("Guido", "Nonancora", "NNCGDU81F06D612S", CertificateKind.PERSON),
    /** From an authority that stands in no trusted list, and without statements of qualification. */
    UNLISTED_AUTHORITY("Gina", "Nonqualificata", "NNQGNI82G47E715T", CertificateKind.PERSON_UNQUALIFIED),
    /** Qualified in all but its key usage, which allows keyEncipherment only. */
    NO_SIGNING_USAGE("Ivo", "Nonfirma", "NNFVIO77H08C573R", CertificateKind.PERSON_ENCIPHERING),
    /** Anna Bianchi again, the certificate by which her CNS card logs in: digitalSignature only, not qualified. */
    CNS_LOGIN("Anna", "Bianchi", "BNCNNA70A41H501X", CertificateKind.PERSON_LOGGING_IN),
    /** The qualified electronic seal (<i>sigillo elettronico</i>) of the Comune di Prova: a legal person's, nobody's signature. */
    SEAL(new TestPerson("Comune", "di Prova", "00000000000"), CertificateKind.SEAL, KeyType.EC);

    private final TestPerson person;
    private final CertificateKind kind;
    private final KeyType keyType;

    TestSigner(String givenName, String familyName, String taxCode, CertificateKind kind) {
        this(new TestPerson(givenName, familyName, taxCode), kind, KeyType.EC);
    }

    TestSigner(TestPerson person, CertificateKind kind, KeyType keyType) {
        this.person = person;
        this.kind = kind;
        this.keyType = keyType;
    }

    /** The person whom the certificate names; of {@link #SEAL}, the municipality. */
    public TestPerson person() {
        return person;
    }

    CertificateKind kind() {
        return kind;
    }

    KeyType keyType() {
        return keyType;
    }
}
