// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.drop;

import eu.digitalminutes.archive.deposit.DepositAnswer;
import eu.digitalminutes.archive.deposit.DepositNotice;
import eu.digitalminutes.archive.deposit.DepositPackage;
import eu.digitalminutes.archive.deposit.PreservationProvider;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A provider that takes ZIP or TAR files from a place and lays its receipt there (<i>conservatore con consegna di
 * file</i>). Immutable.
 *
 * <p>For {@code NAME.zip} it looks for {@code NAME.zip.receipt.xml}, {@code .receipt.json} or {@code .receipt.txt}, and for
 * {@code NAME.zip.refused.xml}, {@code .refused.json} or {@code .refused.txt}. A receipt that does not name the digest of
 * the package, in hexadecimal or Base64, is kept with a warning: it proves that something was taken, not what.
 */
public final class DropProvider implements PreservationProvider {
    private static final int MAX_RECEIPT = 16 << 20;
    private static final String RECEIPT = ".receipt";
    private static final String REFUSAL = ".refused";
    private static final List<String> FORMS = List.of(".xml", ".json", ".txt");

    private final DropPoint place;

    private DropProvider(DropPoint place) {
        this.place = place;
    }

    /**
     * A provider that takes files from a place.
     *
     * @param place the place
     * @return the provider
     */
    public static DropProvider at(DropPoint place) {
        return new DropProvider(Objects.requireNonNull(place, "place"));
    }

    @Override
    public String name() {
        return "drop " + place.name();
    }

    /**
     * {@inheritDoc}
     *
     * @throws MinutesException with code {@code DEPOSIT_FORM}, if the package is a folder
     */
    @Override
    public DepositAnswer submit(DepositPackage content, Task task) throws IOException {
        Path file = content.path();
        if (!Files.isRegularFile(file)) {
            throw new MinutesException(
                    "DEPOSIT_FORM", file + " is a folder; pack it as one ZIP or TAR file to lay it at " + place.name());
        }
        String name = FileNames.requirePortable(String.valueOf(file.getFileName()));
        place.put(name, file, content.digest(), task);
        return poll(content, name, task);
    }

    @Override
    public DepositAnswer poll(DepositPackage content, String ticket, Task task) throws IOException {
        List<String> names = FORMS.stream()
                .flatMap(form -> Stream.of(ticket + RECEIPT + form, ticket + REFUSAL + form))
                .toList();
        Map<String, byte[]> found = place.fetch(names, MAX_RECEIPT);
        for (String form : FORMS) {
            byte[] receipt = found.get(ticket + RECEIPT + form);
            if (receipt != null) {
                return new DepositAnswer.Accepted(
                        "receipt" + form, receipt, ticket, Instant.now(), notices(receipt, content.digest()));
            }
            byte[] refusal = found.get(ticket + REFUSAL + form);
            if (refusal != null) {
                return new DepositAnswer.Refused(List.of(new DepositNotice("REFUSED", beginning(refusal))), refusal);
            }
        }
        return new DepositAnswer.Pending(ticket);
    }

    private static List<DepositNotice> notices(byte[] receipt, Digest digest) {
        String text = new String(receipt, StandardCharsets.ISO_8859_1);
        boolean names = text.toLowerCase(Locale.ROOT).contains(digest.hex()) || text.contains(digest.base64());
        return names
                ? List.of()
                : List.of(new DepositNotice(
                        "RECEIPT_WITHOUT_DIGEST", "La ricevuta non riporta l'impronta del pacchetto " + digest));
    }

    private static String beginning(byte[] refusal) {
        String text = new String(refusal, StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
