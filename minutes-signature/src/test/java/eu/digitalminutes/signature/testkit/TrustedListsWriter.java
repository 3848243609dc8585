// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import eu.digitalminutes.signature.testkit.TrustedListXml.Pointer;
import eu.digitalminutes.signature.testkit.TrustedListXml.Scheme;
import eu.digitalminutes.signature.testkit.TrustedListXml.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes and signs the trusted lists of a {@link TestPki}: a list of trusted lists and an Italian one, with the qualified
 * authority as CA/QC for signatures and seals, and the time-stamping unit as TSA/QTST.
 *
 * <p>Sound lists come from {@code TrustedListsWriter.of(pki).write()}; each method before {@code write} makes them differ
 * in one way. A writer is not for several threads.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119612/">ETSI TS 119 612, list format version 6</a>
 */
public final class TrustedListsWriter {

    /** Where the lists say they are unless told otherwise; nothing answers there, and nothing need to. */
    private static final URI LOTL = URI.create("https://lotl.example.invalid/lotl.xml");

    private static final URI ITALIAN = URI.create("https://tl.example.invalid/it-tl.xml");

    private static final Duration SERVICE_AGE = Duration.ofDays(1500);

    private final TestPki pki;
    private final Instant now;
    private final Map<TestIdentity, Instant> withdrawn = new HashMap<>();
    private URI lotlLocation = LOTL;
    private URI italianLocation = ITALIAN;
    private TestIdentity lotlSigner;
    private TestIdentity italianSigner;
    private Instant lotlNextUpdate;
    private Instant italianNextUpdate;
    private long sequenceNumber = 1;
    private @Nullable URI pivotLocation;
    private @Nullable URI notice;

    private TrustedListsWriter(TestPki pki) {
        this.pki = pki;
        this.now = pki.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        this.lotlSigner = pki.lotlSigner();
        this.italianSigner = pki.italianListSigner();
        this.lotlNextUpdate = now.plus(Duration.ofDays(150));
        this.italianNextUpdate = lotlNextUpdate;
    }

    /** A writer of sound lists: issued yesterday, due again in 150 days, sequence number 1. */
    public static TrustedListsWriter of(TestPki pki) {
        return new TrustedListsWriter(pki);
    }

    /**
     * Makes the Italian list say that a service was granted until an instant and is withdrawn since.
     *
     * @param service {@link TestPki#qualifiedAuthority()} or {@link TestPki#timestampUnit()}
     * @param since when it was withdrawn
     */
    public TrustedListsWriter withdrawn(TestIdentity service, Instant since) {
        if (!service.equals(pki.qualifiedAuthority()) && !service.equals(pki.timestampUnit())) {
            throw new IllegalArgumentException(service + " stands in no list");
        }
        withdrawn.put(service, Objects.requireNonNull(since, "since"));
        return this;
    }

    /** Sets when the list of trusted lists is due again; one in the past makes it expired. */
    public TrustedListsWriter lotlNextUpdate(Instant nextUpdate) {
        lotlNextUpdate = nextUpdate.truncatedTo(ChronoUnit.SECONDS);
        return this;
    }

    /** Sets when the Italian list is due again; one in the past makes it expired. */
    public TrustedListsWriter italianNextUpdate(Instant nextUpdate) {
        italianNextUpdate = nextUpdate.truncatedTo(ChronoUnit.SECONDS);
        return this;
    }

    /** Sets who signs the list of trusted lists; {@link TrustedLists#lotlSigners()} stays what it was. */
    public TrustedListsWriter lotlSignedBy(TestIdentity signer) {
        lotlSigner = Objects.requireNonNull(signer, "signer");
        return this;
    }

    /** Sets who signs the Italian list; the pointer in the list of trusted lists still names the right one. */
    public TrustedListsWriter italianListSignedBy(TestIdentity signer) {
        italianSigner = Objects.requireNonNull(signer, "signer");
        return this;
    }

    /** Sets the sequence number of both lists. */
    public TrustedListsWriter sequenceNumber(long number) {
        sequenceNumber = number;
        return this;
    }

    /** Sets where the lists say they are: {@link PkiServer#lotl()} and {@link PkiServer#italianList()}, for instance. */
    public TrustedListsWriter locations(URI lotl, URI italian) {
        lotlLocation = Objects.requireNonNull(lotl, "lotl");
        italianLocation = Objects.requireNonNull(italian, "italian");
        return this;
    }

    /**
     * Has the list of lists signed by a new signer, whom an earlier one names that the known signer signed.
     *
     * @param signer the new signer
     * @param pivot where the earlier list of lists is
     * @param announcement where the known signer was announced
     */
    public TrustedListsWriter succeededBy(TestIdentity signer, URI pivot, URI announcement) {
        lotlSigner = Objects.requireNonNull(signer, "signer");
        pivotLocation = Objects.requireNonNull(pivot, "pivot");
        notice = Objects.requireNonNull(announcement, "announcement");
        return this;
    }

    /** Writes both lists, checks them against the XML schema of the standard and signs them. */
    public TrustedLists write() {
        Pointer toLotl = new Pointer(Scheme.LOTL, lotlLocation, pki.lotlSigner().certificate());
        Pointer toItalian = new Pointer(
                Scheme.ITALIAN, italianLocation, pki.italianListSigner().certificate());
        TrustedListXml lotl =
                new TrustedListXml(Scheme.LOTL, lotlLocation, sequenceNumber, issued(lotlNextUpdate), lotlNextUpdate);
        TrustedListXml italian = new TrustedListXml(
                Scheme.ITALIAN, italianLocation, sequenceNumber, issued(italianNextUpdate), italianNextUpdate);
        byte[] pivot = {};
        String lotlXml = lotl.write(List.of(toLotl, toItalian), List.of());
        if (pivotLocation != null && notice != null) {
            List<Pointer> named = List.of(new Pointer(Scheme.LOTL, lotlLocation, lotlSigner.certificate()), toItalian);
            pivot = ListSigner.sign(lotl.write(named, List.of(), List.of(notice)), pki.lotlSigner(), now);
            lotlXml = lotl.write(named, List.of(), List.of(pivotLocation, notice));
        }
        return new TrustedLists(
                ListSigner.sign(lotlXml, lotlSigner, now),
                ListSigner.sign(italian.write(List.of(toLotl), services()), italianSigner, now),
                pivot,
                lotlLocation,
                italianLocation,
                List.of(pki.lotlSigner().certificate()));
    }

    /** A list is never due before it was issued, not even an expired one. */
    private Instant issued(Instant nextUpdate) {
        Instant yesterday = now.minus(Duration.ofDays(1));
        return nextUpdate.isAfter(now) ? yesterday : nextUpdate.minus(Duration.ofDays(150));
    }

    private List<Service> services() {
        return List.of(
                service("CA/QC", pki.qualifiedAuthority(), List.of("ForeSignatures", "ForeSeals")),
                service("TSA/QTST", pki.timestampUnit(), List.of()));
    }

    private Service service(String type, TestIdentity identity, List<String> purposes) {
        Instant end = withdrawn.get(identity);
        Instant since = now.minus(SERVICE_AGE);
        return new Service(
                type,
                identity.certificate(),
                purposes,
                since,
                end == null ? null : end.truncatedTo(ChronoUnit.SECONDS));
    }
}
