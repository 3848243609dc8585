// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked, when, and how often; no connection is opened here. */
class TimestampAuthoritiesTest {
    private static final TimestampAuthority FIRST = TimestampAuthority.at(URI.create("http://first.example/tsa"));
    private static final TimestampAuthority SECOND = TimestampAuthority.at(URI.create("http://second.example/tsa"));

    private final HandClock clock = new HandClock();
    private final List<String> asked = new ArrayList<>();

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-03-12T18:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private TimestampAuthorities authorities(TimestampAuthority... list) {
        return TimestampAuthorities.inOrder(Arrays.asList(list), clock);
    }

    private String ask(TimestampAuthorities authorities, String... failing) {
        return authorities.firstAnswer(authority -> {
            String host = authority.address().getHost();
            asked.add(host);
            if (Arrays.asList(failing).contains(host)) {
                throw new ServiceUnavailableException("TSA_UNAVAILABLE", host + " is down", null);
            }
            return host;
        });
    }

    @Test
    void theFirstThatAnswersStamps() {
        TimestampAuthorities authorities = authorities(FIRST, SECOND);
        assertEquals("first.example", ask(authorities));
        assertEquals("second.example", ask(authorities, "first.example"));
        assertEquals(List.of("first.example", "first.example", "second.example"), asked);
    }

    @Test
    void whoFailedIsPassedOverForFiveMinutes() {
        TimestampAuthorities authorities = authorities(FIRST, SECOND);
        ask(authorities, "first.example");
        asked.clear();
        clock.now = clock.now.plus(Duration.ofMinutes(4));
        assertEquals("second.example", ask(authorities));
        assertEquals(List.of("second.example"), asked);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertEquals("first.example", ask(authorities));
    }

    @Test
    void whoFailedIsStillAskedWhenNobodyElseAnswers() {
        TimestampAuthorities authorities = authorities(FIRST, SECOND);
        ask(authorities, "first.example");
        assertEquals("first.example", ask(authorities, "second.example"));
    }

    @Test
    void theReasonsOfAllAreGivenWhenNobodyAnswers() {
        ServiceUnavailableException failure = assertThrows(
                ServiceUnavailableException.class,
                () -> ask(authorities(FIRST, SECOND), "first.example", "second.example"));
        assertEquals("TSA_UNAVAILABLE", failure.code());
        assertTrue(failure.getMessage().contains("first.example is down"), failure.getMessage());
        assertTrue(failure.getMessage().contains("second.example is down"), failure.getMessage());
    }

    @Test
    void theFailureOfTheOnlyOneIsGivenAsItIs() {
        ServiceUnavailableException failure =
                assertThrows(ServiceUnavailableException.class, () -> ask(authorities(FIRST), "first.example"));
        assertEquals("first.example is down", failure.getMessage());
    }

    @Test
    void aUsedBudgetPassesTheTurnToTheNext() {
        TimestampAuthorities authorities = authorities(FIRST.withBudget(2, Duration.ofMinutes(20)), SECOND);
        ask(authorities);
        clock.now = clock.now.plus(Duration.ofMinutes(10));
        ask(authorities);
        assertEquals("second.example", ask(authorities));
        clock.now = clock.now.plus(Duration.ofMinutes(10));
        assertEquals("first.example", ask(authorities));
        assertEquals("second.example", ask(authorities));
    }

    @Test
    void whenAllBudgetsAreUsedItIsSaidWhenOneIsFree() {
        TimestampAuthorities authorities = authorities(FIRST.withBudget(1, Duration.ofMinutes(20)));
        ask(authorities);
        ServiceUnavailableException failure = assertThrows(ServiceUnavailableException.class, () -> ask(authorities));
        assertEquals("TSA_BUDGET_USED", failure.code());
        assertTrue(failure.getMessage().contains("2026-03-12T18:20:00Z"), failure.getMessage());
        assertEquals(1, asked.size());
    }

    @Test
    void failedRequestsCountToo() {
        TimestampAuthorities authorities = authorities(FIRST.withBudget(1, Duration.ofMinutes(20)), SECOND);
        ask(authorities, "first.example");
        ServiceUnavailableException failure =
                assertThrows(ServiceUnavailableException.class, () -> ask(authorities, "second.example"));
        assertTrue(failure.getMessage().contains("second.example is down"), failure.getMessage());
        assertTrue(failure.getMessage().contains("free again at 2026-03-12T18:20:00Z"), failure.getMessage());
    }

    @Test
    void aBudgetHoldsForAllThreads() throws Exception {
        TimestampAuthorities authorities = authorities(FIRST.withBudget(20, Duration.ofMinutes(20)), SECOND);
        AtomicInteger first = new AtomicInteger();
        Callable<Boolean> work = () -> authorities.firstAnswer(authority -> {
            if (authority.address().getHost().equals("first.example")) {
                first.incrementAndGet();
            }
            return true;
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(200, work))) {
                assertTrue(done.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(20, first.get());
    }

    @Test
    void otherFailuresStopAtOnce() {
        IllegalStateException broken = new IllegalStateException("not the authority's fault");
        assertSame(
                broken,
                assertThrows(
                        IllegalStateException.class,
                        () -> authorities(FIRST, SECOND).firstAnswer(authority -> {
                            throw broken;
                        })));
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> TimestampAuthority.at(URI.create("https://comune:segreta@tsa.example/tsr")));
        assertTrue(refusal.getMessage().contains("withLogin"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("segreta"), refusal.getMessage());
    }

    @Test
    void aLoginIsNeverShownAndCannotBeChangedFromOutside() {
        char[] password = "segreta".toCharArray();
        TimestampAuthority authority = FIRST.withLogin("comune", password);
        Arrays.fill(password, 'x');
        Arrays.fill(authority.login().orElseThrow().getPassword(), 'x');
        assertEquals("segreta", new String(authority.login().orElseThrow().getPassword()));
        assertEquals("http://first.example/tsa", authority.toString());
    }

    @Test
    void settingsDoNotDisturbEachOther() {
        TimestampAuthority authority = FIRST.withBudget(1, Duration.ofHours(1))
                .withPolicy("0.4.0.2023.1.1")
                .withLogin("comune", "segreta".toCharArray())
                .withTimeout(Duration.ofSeconds(3));
        assertEquals("0.4.0.2023.1.1", authority.policy().orElseThrow());
        assertEquals("comune", authority.login().orElseThrow().getUserName());
        assertEquals(Duration.ofSeconds(3), authority.timeout());
        assertEquals(1, authority.budget().orElseThrow().requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "policy", "1.", "3.1", "1..2", "01.2", "1.02"})
    void aPolicyIsAnObjectIdentifier(String oid) {
        assertThrows(IllegalArgumentException.class, () -> FIRST.withPolicy(oid));
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> FIRST.withBudget(0, Duration.ofHours(1)));
        assertThrows(IllegalArgumentException.class, () -> FIRST.withBudget(1, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> FIRST.withLogin("a:b", "x".toCharArray()));
        assertThrows(IllegalArgumentException.class, () -> FIRST.withTimeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> TimestampAuthority.at(URI.create("ldap://tsa.example")));
        assertThrows(IllegalArgumentException.class, () -> TimestampAuthority.at(URI.create("http:/tsa")));
    }
}
