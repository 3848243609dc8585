// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.signature.profile.VerificationProfile;
import eu.digitalminutes.signature.report.VerifiedFile;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import eu.digitalminutes.signature.trust.ListState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that the checks look at, gathered once.
 *
 * @param outermost the file itself, with the levels inside
 * @param composed whether it is laid out as minutes are; else it is one signed file
 * @param minutes the facts of the meeting, if the container holds any that can be understood
 * @param unreadable why the facts could not be understood; empty when they could or are missing
 * @param trust what is trusted
 * @param profile what minutes must be
 * @param at the instant for which the answer holds
 */
public record ContainerFacts(
        Layer outermost,
        boolean composed,
        @Nullable Minutes minutes,
        String unreadable,
        TrustFacts trust,
        VerificationProfile profile,
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

    /** What the file holds on its own level, by name, in order. */
    Map<String, Fingerprint> files() {
        return outermost.files();
    }

    /** The signatures that count: those of every level, but for minutes those of their own. */
    List<VerifiedSignature> signatures() {
        return composed ? outermost.signatures() : allSignatures();
    }

    /** Every signature of every level. */
    public List<VerifiedSignature> allSignatures() {
        return outermost.all().flatMap(layer -> layer.signatures().stream()).toList();
    }

    /** The time stamps of every level that belong to no signature. */
    public List<VerifiedTimestamp> timestamps() {
        return outermost.all().flatMap(layer -> layer.timestamps().stream()).toList();
    }

    /** Under how many valid signatures each file stands; one inside another stands under those of both. */
    public List<VerifiedFile> covered() {
        Map<String, VerifiedFile> files = new LinkedHashMap<>();
        covered(outermost, 0, files);
        return List.copyOf(files.values());
    }

    private static void covered(Layer layer, int around, Map<String, VerifiedFile> all) {
        layer.files().forEach((name, fingerprint) -> {
            int covered = around
                    + (int) layer.signatures().stream()
                            .filter(signature -> signature.passed() && isOver(signature, name))
                            .count();
            String shown = all.containsKey(name) ? layer.name() + "/" + name : name;
            all.put(shown, new VerifiedFile(shown, fingerprint, covered));
            layer.inside().stream()
                    .filter(inner -> inner.name().equals(name))
                    .forEach(inner -> covered(inner, covered, all));
        });
    }

    private static boolean isOver(VerifiedSignature signature, String file) {
        return signature.references().stream()
                .anyMatch(reference -> reference.file().equals(file) && reference.found() && reference.intact());
    }

    /** Whether what is signed is unchanged, whatever may be said of trust, in the words of the report. */
    public String integrity() {
        Set<String> found = new TreeSet<>();
        outermost.all().forEach(layer -> layer.signatures().forEach(one -> found.add(integrity(layer, one))));
        return found.isEmpty()
                ? "no-signature"
                : found.size() == 1 ? found.iterator().next() : "mixed";
    }

    private static String integrity(Layer layer, VerifiedSignature signature) {
        if (signature.indication().equals("TOTAL_FAILED")) {
            return "broken";
        } else if (signature.referencesIntact()) {
            return "intact";
        }
        boolean missing = signature.references().stream()
                .filter(reference -> !reference.intact())
                .allMatch(reference -> !reference.found() && layer.elsewhere().contains(reference.file()));
        return missing ? "unverifiable" : "broken";
    }
}
