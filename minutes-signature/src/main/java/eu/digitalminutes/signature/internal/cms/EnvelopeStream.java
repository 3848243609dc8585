// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An enveloping CMS signature that is read once, from its head over the content to the signatures: so it may lie in another
 * envelope, or in base64, at any size.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5652">RFC 5652, clause 5.1</a>
 */
public final class EnvelopeStream {
    private static final int MAX_HEAD = 1 << 16;

    private final String name;
    private final BerInput ber;
    private final List<Ber.Header> around = new ArrayList<>();
    private final ASN1Set algorithms;
    private final ASN1ObjectIdentifier contentType;
    private final Ber.Header encapsulated;
    private Ber.@Nullable Header wrapper;
    private @Nullable OctetStream content;
    private long contentBytes = -1;

    private EnvelopeStream(InputStream in, String name) throws IOException {
        this.name = name;
        ber = new BerInput(in);
        around.add(ber.header(Ber.SEQUENCE, "a CMS structure"));
        if (!type().equals(CMSObjectIdentifiers.signedData)) {
            throw new MalformedEnvelope("it holds another type than signed data");
        }
        around.add(ber.header(Ber.EXPLICIT_0, "the signed data"));
        around.add(ber.header(Ber.SEQUENCE, "the signed data"));
        ber.value(ber.header(BERTags.INTEGER, "the version"), Long.BYTES);
        algorithms = ASN1Set.getInstance(ber.element(ber.header(Ber.SET, "the list of digests"), MAX_HEAD));
        encapsulated = ber.header(Ber.SEQUENCE, "the content");
        contentType = type();
        begin();
    }

    /**
     * Reads the head.
     *
     * @param name what it is called, for messages
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code ENVELOPE_MALFORMED} if it is no sound CMS signature
     */
    public static EnvelopeStream of(InputStream in, String name) throws IOException {
        try {
            return new EnvelopeStream(in, name);
        } catch (MalformedEnvelope e) {
            throw malformed(name, e);
        } catch (MinutesException e) {
            throw e;
        } catch (RuntimeException e) {
            throw malformed(name, new MalformedEnvelope("the list of digests is damaged"));
        }
    }

    private void begin() throws IOException {
        if (encapsulated.length() != Ber.INDEFINITE && ber.position() == encapsulated.end(-1)) {
            return;
        }
        Ber.Header next = ber.header();
        if (next.isEnd() && encapsulated.length() == Ber.INDEFINITE) {
            return;
        } else if (next.tag() != Ber.EXPLICIT_0) {
            throw new MalformedEnvelope("the content is missing at " + next.valueAt());
        }
        wrapper = next;
        Ber.Header octets = ber.header();
        content = new OctetStream(ber, octets, e -> malformed(name, e));
        contentBytes = octets.tag() == Ber.OCTETS ? octets.length() : -1;
    }

    private ASN1ObjectIdentifier type() throws IOException {
        byte[] element = ber.element(ber.header(BERTags.OBJECT_IDENTIFIER, "a type"), MAX_HEAD);
        try {
            return ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(element));
        } catch (RuntimeException e) {
            throw new MalformedEnvelope("a type is damaged at " + ber.position());
        }
    }

    /** What is inside, to be read once before the signatures are asked for; empty if it is elsewhere. */
    public Optional<InputStream> content() {
        return Optional.ofNullable(content);
    }

    /** How many bytes are inside, if that is known without reading them; else negative. */
    public long contentBytes() {
        return contentBytes;
    }

    /** The digests that its signers name, by object identifier. */
    public Set<String> digestAlgorithms() {
        Set<String> named = new LinkedHashSet<>();
        try {
            algorithms.forEach(one -> named.add(
                    AlgorithmIdentifier.getInstance(one).getAlgorithm().getId()));
        } catch (IllegalArgumentException e) {
            throw malformed(name, new MalformedEnvelope("the list of digests is damaged"));
        }
        return named;
    }

    /** The signatures around the content, as a detached CMS, once the content has been read. */
    public byte[] signatures() throws IOException {
        try {
            return detached();
        } catch (MalformedEnvelope e) {
            throw malformed(name, e);
        } catch (MinutesException e) {
            throw e;
        } catch (RuntimeException e) {
            // Bouncy Castle has a different one for every kind of damage.
            throw malformed(name, new MalformedEnvelope(String.valueOf(e.getMessage())));
        }
    }

    private byte[] detached() throws IOException {
        if (content != null && wrapper != null) {
            if (!content.isDone()) {
                throw new IllegalStateException("the signatures stand behind the content: read that first");
            }
            ends(wrapper);
            ends(encapsulated);
        }
        ASN1Set certificates = null;
        ASN1Set revocation = null;
        ASN1Set signers = null;
        while (signers == null) {
            Ber.Header header = ber.header();
            ASN1Primitive one = ASN1Primitive.fromByteArray(ber.element(header, EnvelopedFile.MAX_SIGNATURES));
            if (header.tag() == Ber.EXPLICIT_0) {
                certificates = ASN1Set.getInstance((ASN1TaggedObject) one, false);
            } else if (header.tag() == Ber.EXPLICIT_1) {
                revocation = ASN1Set.getInstance((ASN1TaggedObject) one, false);
            } else if (one instanceof ASN1Set set) {
                signers = set;
            } else {
                throw new MalformedEnvelope("something unknown stands among the signatures");
            }
        }
        if (signers.size() > CmsBounds.MAX_SIGNERS) {
            throw new MalformedEnvelope(
                    "it has " + signers.size() + " signers; at most " + CmsBounds.MAX_SIGNERS + " are verified");
        }
        for (int i = around.size() - 1; i >= 0; i--) {
            ends(around.get(i));
        }
        if (!ber.isAtEnd()) {
            throw new MalformedEnvelope("bytes stand behind its signatures");
        }
        SignedData data =
                new SignedData(algorithms, new ContentInfo(contentType, null), certificates, revocation, signers);
        // Not in DER: some sign their attributes in another order, which must stay.
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded();
    }

    private void ends(Ber.Header open) throws IOException {
        boolean ended = open.length() == Ber.INDEFINITE ? ber.header().isEnd() : ber.position() == open.end(0);
        if (!ended) {
            throw new MalformedEnvelope("more than it should stands at " + ber.position());
        }
    }

    private static MinutesException malformed(String name, MalformedEnvelope e) {
        return new MinutesException(
                "ENVELOPE_MALFORMED", name + " is no sound enveloping CMS signature (.p7m): " + e.getMessage(), e);
    }
}
