// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import eu.digitalminutes.signature.testkit.CertificateMaker.Holder;
import eu.digitalminutes.signature.testkit.CertificateMaker.Validity;
import java.math.BigInteger;
import java.net.URI;
import java.security.cert.CRLReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A small Italian-looking PKI made in memory: a qualified authority, a time-stamping one, one that no list knows, and
 * the signers of {@link TestSigner}.
 *
 * <p>Making one costs about twenty key pairs. Every date is relative to the clock at that moment.
 */
public final class TestPki {

    private final Clock clock;
    private final CertificateMaker maker;
    private final Validity endEntity;
    private final TestIdentity qualifiedAuthority;
    private final TestIdentity timestampAuthority;
    private final TestIdentity unlistedAuthority;
    private final TestIdentity timestampUnit;
    private final TestIdentity lotlSigner;
    private final TestIdentity italianListSigner;
    private final TestIdentity strangeListSigner;
    private final Map<TestSigner, TestIdentity> signers = new EnumMap<>(TestSigner.class);
    private final List<TestIdentity> issued = new CopyOnWriteArrayList<>();

    private TestPki(URI services, Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.maker = new CertificateMaker(Objects.requireNonNull(services, "services"));
        this.endEntity = days(-400, 700);
        this.qualifiedAuthority = authority("ca-qc", Names.provider("Ente Prova CA Firma Qualificata"));
        this.timestampAuthority = authority("ca-tsa", Names.provider("Ente Prova CA Marche Temporali"));
        this.unlistedAuthority =
                authority("ca-other", Names.organization("IT", "Prova non qualificata", "Prova CA non in elenco"));
        this.timestampUnit = add(
                new Holder("tsu", Names.provider("Ente Prova TSU 1"), CertificateKind.TIMESTAMP_UNIT, KeyType.EC),
                endEntity,
                timestampAuthority);
        this.lotlSigner =
                listSigner("lotl-signer", Names.organization("EU", "Prova Commissione", "LOTL signer di prova"));
        X500Name italian = Names.organization("IT", "Prova AgID", "IT TL signer di prova");
        this.italianListSigner = listSigner("it-tl-signer", italian);
        this.strangeListSigner = listSigner("strange-tl-signer", italian);
        for (TestSigner signer : TestSigner.values()) {
            signers.put(signer, signer(signer));
        }
        Instant now = clock.instant();
        identity(TestSigner.REVOKED).revoke(CRLReason.KEY_COMPROMISE, now.minus(Duration.ofDays(10)));
        identity(TestSigner.SUSPENDED).suspend(now.minus(Duration.ofDays(1)));
    }

    /**
     * Makes a PKI by the system's clock.
     *
     * @param services the base of the addresses in the certificates, such as {@code http://127.0.0.1:8080/}: below it
     *     lie {@code aia/}, {@code crl/} and {@code ocsp/}, each followed by the name of an authority
     */
    public static TestPki create(URI services) {
        return create(services, Clock.systemUTC());
    }

    /**
     * Makes a PKI by a clock of the caller's.
     *
     * @param services as in {@link #create(URI)}
     * @param clock what this PKI, its CRLs, its OCSP answers and its time stamps take for now
     */
    public static TestPki create(URI services, Clock clock) {
        return new TestPki(services, clock);
    }

    /** The certificate and key of one of the signers that every PKI has. */
    public TestIdentity identity(TestSigner signer) {
        return Objects.requireNonNull(signers.get(signer), "signer");
    }

    /**
     * Issues a good qualified certificate, EC P-256 key in a signature creation device, to any person.
     *
     * @param person whom the certificate shall name
     */
    public TestIdentity issue(TestPerson person) {
        Holder holder = new Holder(
                person.taxCode().toLowerCase(Locale.ROOT), Names.person(person), CertificateKind.PERSON, KeyType.EC);
        return add(holder, endEntity, qualifiedAuthority);
    }

    /** The authority of the qualified certificates; in the Italian list as CA/QC. */
    public TestIdentity qualifiedAuthority() {
        return qualifiedAuthority;
    }

    /** The authority of the time-stamping unit; not in a list itself. */
    public TestIdentity timestampAuthority() {
        return timestampAuthority;
    }

    /** An authority that stands in no list. */
    public TestIdentity unlistedAuthority() {
        return unlistedAuthority;
    }

    /** The three authorities. */
    public List<TestIdentity> authorities() {
        return List.of(qualifiedAuthority, timestampAuthority, unlistedAuthority);
    }

    /** The time-stamping unit; in the Italian list as TSA/QTST. */
    public TestIdentity timestampUnit() {
        return timestampUnit;
    }

    /** Who signs the list of trusted lists. */
    public TestIdentity lotlSigner() {
        return lotlSigner;
    }

    /** Who signs the Italian trusted list. */
    public TestIdentity italianListSigner() {
        return italianListSigner;
    }

    /** Somebody who calls themselves like the signer of the Italian list but has another key; no list names them. */
    public TestIdentity strangeListSigner() {
        return strangeListSigner;
    }

    /** The clock that this PKI was made by. */
    public Clock clock() {
        return clock;
    }

    /**
     * The current list of revoked certificates of an authority, DER, issued now and due again after one day.
     *
     * @param authority one of {@link #authorities()}
     */
    public byte[] crl(TestIdentity authority) {
        return crl(authority, clock.instant());
    }

    /**
     * The list of revoked certificates that an authority issued at another instant than now.
     *
     * @param authority one of {@link #authorities()}
     * @param thisUpdate when it was issued; revocations after it are not in the list
     */
    public byte[] crl(TestIdentity authority, Instant thisUpdate) {
        return CrlMaker.make(authority, issuedBy(authority), thisUpdate, authority);
    }

    List<TestIdentity> issuedBy(TestIdentity authority) {
        return issued.stream()
                .filter(identity -> identity.issuer().filter(authority::equals).isPresent())
                .toList();
    }

    Optional<TestIdentity> find(TestIdentity authority, BigInteger serialNumber) {
        return issuedBy(authority).stream()
                .filter(identity -> identity.certificate().getSerialNumber().equals(serialNumber))
                .findFirst();
    }

    Optional<TestIdentity> authority(String name) {
        return authorities().stream().filter(ca -> ca.name().equals(name)).findFirst();
    }

    TestIdentity responder(TestIdentity authority) {
        String name = "ocsp-" + authority.name();
        return issuedBy(authority).stream()
                .filter(identity -> identity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(authority + " is no authority of this PKI"));
    }

    private TestIdentity authority(String name, X500Name subject) {
        TestIdentity authority =
                maker.make(new Holder(name, subject, CertificateKind.AUTHORITY, KeyType.EC), days(-2000, 5000), null);
        Holder responder = new Holder(
                "ocsp-" + name, Names.provider("Ente Prova OCSP " + name), CertificateKind.OCSP_RESPONDER, KeyType.EC);
        add(responder, endEntity, authority);
        return authority;
    }

    private TestIdentity listSigner(String name, X500Name subject) {
        return maker.make(new Holder(name, subject, CertificateKind.LIST_SIGNER, KeyType.EC), endEntity, null);
    }

    private TestIdentity signer(TestSigner signer) {
        String name = signer.name().toLowerCase(Locale.ROOT).replace('_', '-');
        X500Name subject =
                signer == TestSigner.SEAL ? Names.municipality(signer.person()) : Names.person(signer.person());
        Validity validity = switch (signer) {
            case EXPIRED -> days(-800, -30);
            case NOT_YET_VALID -> days(30, 700);
            default -> endEntity;
        };
        TestIdentity authority = signer == TestSigner.UNLISTED_AUTHORITY ? unlistedAuthority : qualifiedAuthority;
        return add(new Holder(name, subject, signer.kind(), signer.keyType()), validity, authority);
    }

    private TestIdentity add(Holder holder, Validity validity, TestIdentity issuer) {
        TestIdentity identity = maker.make(holder, validity, issuer);
        issued.add(identity);
        return identity;
    }

    private Validity days(long from, long to) {
        Instant now = clock.instant();
        return new Validity(now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(to)));
    }
}
