// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.profile.VerificationProfile;
import eu.digitalminutes.signature.trust.TimeReference;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** By which profile minutes are verified, and what proves when they existed. */
final class ProfileOptions {
    @Option(names = "--profile", paramLabel = "italia|etsi|closed", defaultValue = "italia")
    private String profile = "italia";

    @Option(names = "--reference", arity = "1..*", paramLabel = "KIND=INSTANT[,ID]")
    private List<String> references = new ArrayList<>();

    MinutesVerifier verifier(TrustOptions trust) throws IOException {
        VerificationProfile chosen = switch (profile) {
            case "italia" -> VerificationProfile.italia();
            case "etsi" -> VerificationProfile.etsiDefault();
            case "closed" -> VerificationProfile.closed(trust.trusted());
            default ->
                throw new IllegalArgumentException("--profile " + profile + " is unknown; use italia, etsi or closed");
        };
        return MinutesVerifier.of(chosen, trust.anchors(), trust.access())
                .relyingOn(references.stream().map(ProfileOptions::reference).toArray(TimeReference[]::new));
    }

    private static TimeReference reference(String text) {
        int equals = text.indexOf('=');
        int comma = text.indexOf(',');
        try {
            String kind = text.substring(0, equals);
            Instant time = Instant.parse(text.substring(equals + 1, comma < 0 ? text.length() : comma));
            String id = comma < 0 ? "" : text.substring(comma + 1);
            return switch (kind) {
                case "protocol" -> TimeReference.registration(time, id);
                case "pec" -> TimeReference.certifiedMail(time, id);
                case "preservation" -> TimeReference.preservation(time, id);
                default -> throw new IllegalArgumentException(kind);
            };
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("--reference wants protocol, pec or preservation with an instant, as"
                    + " protocol=2026-03-13T08:00:00Z,0001234/2026; not " + text);
        }
    }
}
