// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.signature.report.VerifiedFile;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.trust.ListState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the checks look at, gathered once.
 *
 * @param files what the container really holds, by name, in order
 * @param damaged the files whose size or CRC-32 is not what the container declares
 * @param strangers names under META-INF that belong to nothing known
 * @param mimetype whether the container says of itself, first and uncompressed, that it is an ASiC-E
 * @param composed whether it is laid out as minutes are; else it is one signed file
 * @param signatures every signature
 * @param minutes the facts of the meeting, if the container holds any that can be understood
 * @param unreadable why the facts could not be understood; empty when they could or are missing
 * @param trust what is trusted
 * @param at the instant for which the answer holds
 */
public record ContainerFacts(
        Map<String, Fingerprint> files,
        List<String> damaged,
        List<String> strangers,
        boolean mimetype,
        boolean composed,
        List<VerifiedSignature> signatures,
        @Nullable Minutes minutes,
        String unreadable,
        TrustFacts trust,
        Instant at) {

    /**
     * What is trusted.
     *
     * @param lists what the trusted lists are worth
     * @param qualifying whether the anchors can say that a signature is qualified
     * @param empty whether nothing is trusted
     */
    public record TrustFacts(List<ListState> lists, boolean qualifying, boolean empty) {}

    Optional<Minutes> understood() {
        return Optional.ofNullable(minutes);
    }

    /** Under how many valid signatures each file stands. */
    public List<VerifiedFile> covered() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        files.keySet().forEach(name -> counts.put(name, 0));
        for (VerifiedSignature signature : signatures) {
            if (signature.passed()) {
                signature.references().stream()
                        .filter(reference -> reference.found() && reference.intact())
                        .map(reference -> reference.file())
                        .distinct()
                        .forEach(name -> counts.computeIfPresent(name, (file, count) -> count + 1));
            }
        }
        return files.entrySet().stream()
                .map(file -> new VerifiedFile(file.getKey(), file.getValue(), counts.getOrDefault(file.getKey(), 0)))
                .toList();
    }
}
