// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import eu.digitalminutes.signature.trust.ListOfTrustedLists;
import eu.digitalminutes.signature.trust.ListStanding;
import eu.digitalminutes.signature.trust.ListState;
import eu.europa.esig.dss.model.tsl.LOTLInfo;
import eu.europa.esig.dss.model.tsl.ParsingInfoRecord;
import eu.europa.esig.dss.model.tsl.PivotInfo;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.model.tsl.ValidationInfoRecord;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.client.http.DSSFileLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.tsl.function.OfficialJournalSchemeInformationURI;
import eu.europa.esig.dss.tsl.function.TLPredicateFactory;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.LOTLSource;
import eu.europa.esig.dss.tsl.sync.SynchronizationStrategy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Has DSS read and verify the list of lists and the lists that it names. What each is worth is decided here: DSS by itself
 * would trust a forged list, and knows no grace for one that is a little late.
 *
 * @param lotl where it all begins
 * @param grace how long an overdue list still counts
 * @param clock tells what is overdue
 */
record ListJob(ListOfTrustedLists lotl, Duration grace, Clock clock) {
    /** The formats of TS 119 612 in use: version 5 ends in 2026. */
    private static final List<Integer> VERSIONS = List.of(5, 6);

    LoadedLists run(DSSFileLoader loader) {
        TrustedListsCertificateSource trusted = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        job.setListOfTrustedListSources(source());
        job.setSynchronizationStrategy(new Strategy());
        job.setTrustedListCertificateSource(trusted);
        job.setOfflineDataLoader(loader);
        // DSS's own threads would keep a program alive for a minute after its last line.
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            job.setExecutorService(threads);
            job.offlineRefresh();
        } finally {
            threads.shutdown();
        }
        List<ListState> states = new ArrayList<>();
        List<String> pivots = new ArrayList<>();
        for (LOTLInfo info : job.getSummary().getLOTLInfos()) {
            states.add(lotl(info));
            info.getPivotInfos().forEach(pivot -> pivots.add(pivot.getUrl()));
            info.getTLInfos().forEach(list -> states.add(state(list)));
        }
        return new LoadedLists(trusted, states, pivots);
    }

    private LOTLSource source() {
        CommonCertificateSource signers = new CommonCertificateSource();
        lotl.signers().forEach(signer -> signers.addCertificate(new CertificateToken(signer)));
        LOTLSource source = new LOTLSource();
        source.setUrl(lotl.address().toString());
        source.setCertificateSource(signers);
        source.setPivotSupport(true);
        source.setTLVersions(VERSIONS);
        lotl.announcement()
                .ifPresent(where -> source.setSigningCertificatesAnnouncementPredicate(
                        new OfficialJournalSchemeInformationURI(where.toString())));
        if (!lotl.territories().isEmpty()) {
            source.setTlPredicate(TLPredicateFactory.createEUTLCountryCodePredicate(
                            lotl.territories().toArray(String[]::new))
                    .and(TLPredicateFactory.createXMLOtherTSLPointerPredicate()));
        }
        return source;
    }

    private final class Strategy implements SynchronizationStrategy {
        @Override
        public boolean canBeSynchronized(TLInfo list) {
            return standing(list).isTrusted();
        }

        @Override
        public boolean canBeSynchronized(LOTLInfo list) {
            return standing(list).isTrusted();
        }
    }

    private ListState lotl(LOTLInfo info) {
        Optional<PivotInfo> lost = info.getPivotInfos().stream()
                .filter(pivot -> pivot.getDownloadCacheInfo().isError())
                .findFirst();
        if (lost.isPresent() && standing(info) == ListStanding.BAD) {
            return ListState.of(
                    "EU",
                    URI.create(info.getUrl()),
                    ListStanding.MISSING,
                    "the earlier list of lists " + lost.get().getUrl()
                            + ", by which its signer would be known, is missing",
                    0,
                    null,
                    null);
        }
        return state(info);
    }

    private ListState state(TLInfo info) {
        ParsingInfoRecord parsed = info.getParsingCacheInfo();
        boolean read = parsed != null && parsed.isResultExist();
        ListStanding standing = standing(info);
        Integer number = read ? parsed.getSequenceNumber() : null;
        String territory = read ? parsed.getTerritory() : null;
        return ListState.of(
                territory == null ? "" : territory,
                URI.create(info.getUrl()),
                standing,
                problem(info, standing),
                number == null ? 0 : number,
                instant(read ? parsed.getIssueDate() : null),
                instant(read ? parsed.getNextUpdateDate() : null));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private ListStanding standing(TLInfo info) {
        if (info.getDownloadCacheInfo().isError()) {
            return ListStanding.MISSING;
        }
        ValidationInfoRecord signature = info.getValidationCacheInfo();
        if (info.getParsingCacheInfo().isError() || signature == null || !signature.isValid()) {
            return ListStanding.BAD;
        }
        Date next = info.getParsingCacheInfo().getNextUpdateDate();
        Instant now = clock.instant();
        if (next != null && !now.isAfter(next.toInstant())) {
            return ListStanding.CURRENT;
        }
        return next != null && !now.isAfter(next.toInstant().plus(grace)) ? ListStanding.IN_GRACE : ListStanding.STALE;
    }

    private static String problem(TLInfo info, ListStanding standing) {
        return switch (standing) {
            case CURRENT -> "";
            case MISSING ->
                "there is no copy of it (" + info.getDownloadCacheInfo().getExceptionMessage() + ")";
            case BAD ->
                info.getParsingCacheInfo().isError()
                        ? "it cannot be read (" + info.getParsingCacheInfo().getExceptionMessage() + ")"
                        : "its signature is not that of who may sign it (" + indication(info.getValidationCacheInfo())
                                + ")";
            case IN_GRACE, STALE -> {
                Date next = info.getParsingCacheInfo().getNextUpdateDate();
                yield next == null ? "it is closed" : "it expired on " + next.toInstant();
            }
        };
    }

    private static String indication(@Nullable ValidationInfoRecord signature) {
        if (signature == null || signature.isError()) {
            return "it cannot be verified";
        }
        return signature.getIndication()
                + (signature.getSubIndication() == null ? "" : " " + signature.getSubIndication());
    }
}
