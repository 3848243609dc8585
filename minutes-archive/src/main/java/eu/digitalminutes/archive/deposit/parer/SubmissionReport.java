// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.archive.deposit.DepositPackage;
import eu.digitalminutes.archive.internal.xml.CanonicalXml;
import eu.digitalminutes.archive.internal.xml.XmlTree;
import eu.digitalminutes.archive.sacer.SacerComponent;
import eu.digitalminutes.archive.sacer.SubmissionIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The provider's proof that it has a unit (<i>rapporto di versamento</i>), read without trust. */
final class SubmissionReport {
    /** The report's file name beside the journal. */
    static final String FILE_NAME = "rapporto-versamento.xml";

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private final byte[] xml;
    private final Element root;

    private SubmissionReport(byte[] xml, Element root) {
        this.xml = xml;
        this.root = root;
    }

    static Optional<SubmissionReport> read(byte[] xml) {
        try {
            Element root = XmlTree.read(xml).getDocumentElement();
            return "RapportoVersamento".equals(root.getLocalName())
                    ? Optional.of(new SubmissionReport(xml, root))
                    : Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    static Optional<SubmissionReport> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] xml() {
        return xml.clone();
    }

    /** What the unit, or else the report itself, is called. */
    String identifier() {
        String unit = Fields.text(root, "SIP", "URNSIP");
        return unit.isEmpty() ? Fields.text(root, "URNRapportoVersamento") : unit;
    }

    /** When the report was made; a time without zone is Italian. */
    Optional<Instant> time() {
        String text = Fields.text(root, "DataRapportoVersamento");
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return italian(text);
        }
    }

    private static Optional<Instant> italian(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(ROME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What in the report is not about this package: its index and every one of its files; empty if all agrees. */
    Optional<String> contradiction(SubmissionIndex index, byte[] ourIndex, DepositPackage content) throws IOException {
        Optional<String> wrong = contradiction(ourIndex);
        return wrong.isPresent() ? wrong : contradiction(index, content);
    }

    /** What in the report is not about the files of this package; empty if all agrees. */
    Optional<String> contradiction(SubmissionIndex index, DepositPackage content) throws IOException {
        List<Element> components = new ArrayList<>(Fields.below(root, "Componente"));
        for (SacerComponent ours : index.components()) {
            @Nullable Element theirs = null;
            for (Element candidate : components) {
                String name = Fields.text(candidate, "NomeComponente");
                if (name.equals(ours.name()) || (name.isEmpty() && agrees(candidate, ours, content))) {
                    theirs = candidate;
                    break;
                }
            }
            if (theirs == null) {
                return Optional.of("it does not speak of " + ours.name());
            }
            if (!agrees(theirs, ours, content)) {
                return Optional.of("its digest of " + ours.name() + " is " + Fields.text(theirs, "Hash"));
            }
            components.remove(theirs);
        }
        return components.isEmpty() ? Optional.empty() : Optional.of("it speaks of more files than were sent");
    }

    /** The provider makes the index canonical before it digests it. */
    private Optional<String> contradiction(byte[] ourIndex) {
        String said = Fields.text(root, "SIP", "HashIndiceSIP");
        Optional<byte[]> hash = decode(said, Fields.text(root, "SIP", "EncodingHashIndiceSIP"));
        Optional<MessageDigest> digest = digest(Fields.text(root, "SIP", "AlgoritmoHashIndiceSIP"));
        if (hash.isEmpty() || digest.isEmpty()) {
            return Optional.of("it has no readable digest of the index");
        }
        try {
            byte[] ours = digest.get().digest(CanonicalXml.of(ourIndex));
            return Arrays.equals(hash.get(), ours)
                    ? Optional.empty()
                    : Optional.of("its digest of the index is " + said + ", ours is "
                            + HexFormat.of().formatHex(ours));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the index was read before", e);
        }
    }

    private static boolean agrees(Element theirs, SacerComponent ours, DepositPackage content) throws IOException {
        Optional<byte[]> hash = decode(Fields.text(theirs, "Hash"), Fields.text(theirs, "Encoding"));
        Optional<MessageDigest> digest = digest(Fields.text(theirs, "AlgoritmoHash"));
        if (hash.isEmpty() || digest.isEmpty()) {
            return false;
        }
        String known = ours.algorithm().orElse("");
        byte[] expected = known.equals(digest.get().getAlgorithm())
                ? ours.digest().orElseThrow()
                : compute(ours, content, digest.get());
        return Arrays.equals(hash.get(), expected);
    }

    /** The provider chose another algorithm than ours: the file is read once more. */
    private static byte[] compute(SacerComponent ours, DepositPackage content, MessageDigest digest)
            throws IOException {
        byte[] block = new byte[1 << 17];
        try (InputStream in = content.open(ours.path())) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        }
        return digest.digest();
    }

    private static Optional<byte[]> decode(String text, String encoding) {
        if (!encoding.toLowerCase(Locale.ROOT).contains("base64")) {
            return SacerComponent.decode(text);
        }
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without a word it is SHA-256; MD5 proves nothing here. */
    private static Optional<MessageDigest> digest(String name) {
        String algorithm = name.isEmpty() ? "SHA-256" : name.replaceFirst("^SHA(\\d)", "SHA-$1");
        if (!algorithm.startsWith("SHA-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }
}
