// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Evidence;
import org.bouncycastle.asn1.cms.MetaData;
import org.bouncycastle.asn1.cms.TimeStampAndCRL;
import org.bouncycastle.asn1.cms.TimeStampTokenEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A file with time stamps around it (<i>.tsd</i>), read once: the file as a stream, then the stamps.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5544">RFC 5544, clause 2</a>
 */
public final class TimestampedStream {
    private static final int MAX_HEAD = 1 << 16;
    private static final int MAX_STAMPS = 100;

    private final String name;
    private final BerInput ber;
    private final byte[] hashedBefore;
    private final String contentName;
    private final @Nullable OctetStream content;
    private final long contentBytes;
    private Ber.@Nullable Header evidence;

    private TimestampedStream(InputStream in, String name) throws IOException {
        this.name = name;
        ber = new BerInput(in);
        ber.header(Ber.SEQUENCE, "a CMS structure");
        byte[] type = ber.element(ber.header(BERTags.OBJECT_IDENTIFIER, "a type"), MAX_HEAD);
        if (!ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(type))
                .equals(CMSObjectIdentifiers.timestampedData)) {
            throw new MalformedEnvelope("it holds another type than time-stamped data");
        }
        ber.header(Ber.EXPLICIT_0, "the time-stamped data");
        ber.header(Ber.SEQUENCE, "the time-stamped data");
        ber.value(ber.header(BERTags.INTEGER, "the version"), Long.BYTES);
        Ber.Header next = ber.header();
        if (next.tag() == BERTags.IA5_STRING) {
            ber.value(next, MAX_HEAD);
            next = ber.header();
        }
        MetaData said = null;
        if (next.tag() == Ber.SEQUENCE) {
            said = MetaData.getInstance(ASN1Primitive.fromByteArray(ber.element(next, MAX_HEAD)));
            next = ber.header();
        }
        hashedBefore = said != null && said.isHashProtected() ? said.getEncoded("DER") : new byte[0];
        contentName = said == null || said.getFileNameUTF8() == null
                ? ""
                : said.getFileNameUTF8().getString();
        boolean inside = next.tag() == Ber.OCTETS || next.tag() == Ber.OCTETS_CONSTRUCTED;
        content = inside ? new OctetStream(ber, next, e -> malformed(name, e)) : null;
        contentBytes = next.tag() == Ber.OCTETS ? next.length() : -1;
        evidence = inside ? null : next;
    }

    /**
     * Reads the head.
     *
     * @param name what it is called, for messages
     * @throws MinutesException with code {@code TIMESTAMP_MALFORMED} if it is no sound time-stamped file
     */
    public static TimestampedStream of(InputStream in, String name) throws IOException {
        try {
            return new TimestampedStream(in, name);
        } catch (MinutesException e) {
            throw e;
        } catch (MalformedEnvelope | RuntimeException e) {
            throw malformed(name, e);
        }
    }

    /** What is inside, to be read once before the stamps are asked for; empty if it is elsewhere. */
    public Optional<InputStream> content() {
        return Optional.ofNullable(content);
    }

    /** How many bytes are inside, if that is known without reading them; else negative. */
    public long contentBytes() {
        return contentBytes;
    }

    /** The name that the file says its content has; empty if none. Not to be trusted as a path. */
    public String contentName() {
        return contentName;
    }

    /** What the first stamp is over before the content: the descriptions, where they are protected too. */
    public byte[] hashedBefore() {
        return hashedBefore.clone();
    }

    /**
     * The stamps with what comes along with them, once the content has been read: the first is over the content, each
     * other one over the whole of that before it.
     */
    public List<Stamp> stamps() throws IOException {
        try {
            Ber.Header header = evidence == null ? ber.header() : evidence;
            evidence = header;
            Evidence found = Evidence.getInstance(
                    ASN1TaggedObject.getInstance(ber.element(header, EnvelopedFile.MAX_SIGNATURES)));
            TimeStampTokenEvidence tokens = found.getTstEvidence();
            if (tokens == null) {
                throw new MalformedEnvelope("its evidence is no time stamp");
            }
            List<Stamp> stamps = new ArrayList<>();
            for (TimeStampAndCRL one : tokens.toTimeStampAndCRLArray()) {
                stamps.add(new Stamp(one.getTimeStampToken().getEncoded(), one.getEncoded("DER")));
            }
            if (stamps.isEmpty() || stamps.size() > MAX_STAMPS) {
                throw new MalformedEnvelope("it has " + stamps.size() + " time stamps; 1 to " + MAX_STAMPS + " may be");
            }
            return stamps;
        } catch (MinutesException e) {
            throw e;
        } catch (MalformedEnvelope | RuntimeException e) {
            throw malformed(name, e);
        }
    }

    /**
     * One stamp.
     *
     * @param token the time stamp itself
     * @param whole what the next stamp is over
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Stamp(byte[] token, byte[] whole) {}

    private static MinutesException malformed(String name, Exception e) {
        return new MinutesException(
                "TIMESTAMP_MALFORMED", name + " is no sound time-stamped file (.tsd): " + e.getMessage(), e);
    }
}
