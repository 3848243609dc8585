// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.bagit;

import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.Agent;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.metadata.Registration;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of {@code bag-info.txt}, in their order. */
final class BagInfo {
    static final String FILE_NAME = "bag-info.txt";

    private static final Pattern OXUM = Pattern.compile("(?im)^Payload-Oxum[ \t]*:[ \t]*(\\S+)[ \t]*$");
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private final Map<String, String> tags = new LinkedHashMap<>();

    private BagInfo() {}

    static BagInfo of(SignedMinutes signed, ArchiveMetadata metadata, AdministrativeDocument document) {
        Meeting meeting = signed.minutes().meeting();
        Registration registration = metadata.registration();
        BagInfo info = new BagInfo();
        info.put("Source-Organization", nameOf(metadata.holder()));
        info.put("Organization-Address", meeting.municipality().name());
        info.put("Contact-Name", nameOf(metadata.submitter()));
        info.put("Contact-Email", meeting.municipality().digitalAddress());
        info.put("External-Description", document.subject());
        info.put("External-Identifier", meeting.id().toString());
        info.put("Bag-Group-Identifier", metadata.aggregation());
        info.put(
                "Internal-Sender-Identifier",
                registration.register() + " " + registration.number() + " " + registration.date());
        info.put("Internal-Sender-Description", metadata.documentType());
        info.put(
                "Bag-Software-Agent",
                metadata.product().name() + " " + metadata.product().version());
        return info;
    }

    void payload(long bytes, long files) {
        put("Payload-Oxum", bytes + "." + files);
        put("Bag-Size", size(bytes));
    }

    byte[] at(Instant time) {
        put("Bagging-Date", time.atZone(ZoneOffset.UTC).toLocalDate().toString());
        StringBuilder text = new StringBuilder();
        tags.forEach(
                (label, value) -> text.append(label).append(": ").append(value).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a bag says of the size of its payload, as written. */
    static Optional<String> oxum(String text) {
        Matcher matcher = OXUM.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void put(String label, String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (!line.isEmpty()) {
            tags.put(label, line);
        }
    }

    private static String nameOf(Agent agent) {
        if (agent instanceof Agent.NaturalPerson person) {
            return person.givenName() + " " + person.familyName();
        }
        return ((Agent.LegalPerson) agent).name();
    }

    private static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }
}
