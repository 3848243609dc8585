// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.evidence;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Until when algorithms may be relied on (<i>politica degli algoritmi crittografici</i>). Immutable.
 *
 * <p>The preset is what the standard said when this version was made. Whoever preserves follows the standard and replaces it.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119300_119399/119312/">ETSI TS 119 312</a>
 */
public final class AlgorithmPolicy {
    private static final Pattern KEY = Pattern.compile("(RSASSA-PSS|RSA|DSA|ECDSA)-(\\d{2,6})");
    private static final long MAX_BYTES = 1 << 16;
    private static final String NONE = "none";

    private final String source;
    private final Map<String, String> digests = new TreeMap<>();
    private final Map<String, NavigableMap<Integer, String>> keys = new TreeMap<>();

    private AlgorithmPolicy(Properties ends) {
        this.source = ends.getProperty("source", "");
        for (String name : ends.stringPropertyNames()) {
            String end = ends.getProperty(name);
            Matcher key = KEY.matcher(name);
            if (name.equals("source")) {
                continue;
            } else if (!end.equals(NONE)) {
                LocalDate.parse(end);
            }
            if (key.matches()) {
                keys.computeIfAbsent(key.group(1), one -> new TreeMap<>()).put(Integer.valueOf(key.group(2)), end);
            } else {
                digests.put(name, end);
            }
        }
    }

    /**
     * What ETSI TS 119 312 V1.5.1 says.
     *
     * @return the preset
     */
    public static AlgorithmPolicy etsi() {
        try (InputStream in = AlgorithmPolicy.class.getResourceAsStream("algorithms.properties")) {
            if (in == null) {
                throw new IllegalStateException("no algorithms.properties beside AlgorithmPolicy");
            }
            return of(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A policy of one's own: a property file with lines such as {@code SHA-256=none}, {@code RSA-3000=2029-01-01} and
     * {@code source=} the rule it follows.
     *
     * @param file the file, in UTF-8
     * @return the policy
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code POLICY_MALFORMED} if a value is neither a date nor {@code none}
     */
    public static AlgorithmPolicy read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new MinutesException("POLICY_MALFORMED", file + " is too large for a policy of algorithms");
        }
        try (Reader in = Files.newBufferedReader(file)) {
            return of(in);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MinutesException(
                    "POLICY_MALFORMED",
                    file + " is no policy of algorithms (" + e.getMessage() + "); write lines as RSA-3000=2029-01-01",
                    e);
        }
    }

    private static AlgorithmPolicy of(Reader in) throws IOException {
        Properties ends = new Properties();
        ends.load(in);
        return new AlgorithmPolicy(ends);
    }

    /**
     * The rule that it follows.
     *
     * @return such as {@code ETSI TS 119 312 V1.5.1}; empty if it names none
     */
    public String source() {
        return source;
    }

    /**
     * The first day on which an algorithm may not be relied on.
     *
     * @param algorithm a hash function such as {@code SHA-256}, or a key with its length such as {@code RSA-2048}
     * @return the day, or empty where no end is set; of an algorithm that the policy does not name, a day long ago
     */
    public Optional<LocalDate> end(String algorithm) {
        Matcher key = KEY.matcher(algorithm);
        String end = digests.get(algorithm);
        if (key.matches()) {
            Map.Entry<Integer, String> longest =
                    keys.getOrDefault(key.group(1), new TreeMap<>()).floorEntry(Integer.valueOf(key.group(2)));
            end = longest == null ? null : longest.getValue();
        }
        if (end == null) {
            return Optional.of(LocalDate.EPOCH);
        }
        return end.equals(NONE) ? Optional.empty() : Optional.of(LocalDate.parse(end));
    }
}
