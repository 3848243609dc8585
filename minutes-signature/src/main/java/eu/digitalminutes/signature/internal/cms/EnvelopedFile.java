// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.jspecify.annotations.Nullable;

/**
 * Reads an enveloping CMS signature of any size, in DER or in BER: what is inside as a stream, then the signatures around
 * it as a detached CMS.
 */
public final class EnvelopedFile implements AutoCloseable {
    /** More than any signatures with their evidence of decades. */
    static final int MAX_SIGNATURES = 32 << 20;

    private static final int MAX_HEAD = 1 << 16;
    private static final int MAX_DEPTH = 8;

    private final Path path;
    private final FileChannel channel;
    private final Ber ber;
    private final Ber.Header info;
    private final Ber.Header explicit;
    private final Ber.Header signedData;
    private final Ber.Header encapsulated;
    private final Ber.Header wrapper;
    private final Ber.Header content;
    private final byte[] algorithms;
    private long contentEnd = -1;

    private EnvelopedFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        ber = new Ber(channel);
        info = ber.header(Ber.SEQUENCE, "a CMS structure");
        requireType(CMSObjectIdentifiers.signedData);
        explicit = ber.header(Ber.EXPLICIT_0, "the signed data");
        signedData = ber.header(Ber.SEQUENCE, "the signed data");
        ber.position(ber.header(BERTags.INTEGER, "the version").end(0));
        long algorithmsAt = ber.position();
        Ber.Header set = ber.header(Ber.SET, "the list of digests");
        if (set.length() == Ber.INDEFINITE) {
            throw new MalformedEnvelope("the list of digests has no length");
        }
        algorithms = ber.bytes(algorithmsAt, set.end(0), MAX_HEAD);
        encapsulated = ber.header(Ber.SEQUENCE, "the content");
        requireType(CMSObjectIdentifiers.data);
        if (ber.position() == encapsulated.end(-1)) {
            throw new MinutesException(
                    "CONTENT_NOT_INSIDE", path + " is a detached signature: what it signs lies elsewhere");
        }
        wrapper = ber.header(Ber.EXPLICIT_0, "the content");
        content = ber.header();
        boolean piece = content.tag() == Ber.OCTETS && content.length() != Ber.INDEFINITE;
        if (!piece && content.tag() != Ber.OCTETS_CONSTRUCTED) {
            throw new MalformedEnvelope("the content is no octet string");
        }
        if (isWhole()) {
            contentEnd = content.end(0);
        }
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code ENVELOPE_MALFORMED} if it is no sound enveloping signature, or {@code
     *     CONTENT_NOT_INSIDE} if it is a detached one
     */
    public static EnvelopedFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return on(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** On a channel that somebody else holds and closes. */
    static EnvelopedFile on(Path path, FileChannel channel) throws IOException {
        try {
            return new EnvelopedFile(path, channel);
        } catch (MalformedEnvelope e) {
            throw malformed(path, e);
        }
    }

    /** Whether the content stands in one piece, so that its end is known without reading it. */
    public boolean isWhole() {
        return content.tag() == Ber.OCTETS && content.length() != Ber.INDEFINITE;
    }

    /** Whether every length is said, as in DER; then signatures can be added where they are. */
    boolean isDefinite() {
        return isWhole()
                && info.length() != Ber.INDEFINITE
                && explicit.length() != Ber.INDEFINITE
                && signedData.length() != Ber.INDEFINITE
                && encapsulated.length() != Ber.INDEFINITE
                && wrapper.length() != Ber.INDEFINITE;
    }

    /** How many bytes are inside, if that is known without reading them; else negative. */
    public long contentBytes() {
        return isWhole() ? content.length() : -1;
    }

    /** Where the content of a definite file begins. */
    long contentAt() {
        return content.valueAt();
    }

    /** What is inside, from its beginning, each time anew; not for several threads. */
    public InputStream content() {
        return new ContentStream();
    }

    /** The signatures around the content, as a detached CMS; reads the content if that is the only way to their place. */
    public byte[] signatures() throws IOException {
        try {
            if (contentEnd < 0) {
                content().transferTo(java.io.OutputStream.nullOutputStream());
            }
            return detached();
        } catch (MalformedEnvelope e) {
            throw malformed(path, e);
        } catch (MinutesException e) {
            throw e;
        } catch (RuntimeException e) {
            // Bouncy Castle has a different one for every kind of damage.
            throw malformed(path, new MalformedEnvelope(String.valueOf(e.getMessage())));
        }
    }

    private byte[] detached() throws IOException {
        ber.position(contentEnd);
        ends(wrapper);
        ends(encapsulated);
        long tailAt = ber.position();
        byte[] tail = ber.bytes(tailAt, signedData.end(channel.size()), MAX_SIGNATURES);
        ASN1Set certificates = null;
        ASN1Set revocation = null;
        ASN1Set signers = null;
        try (ASN1InputStream in = new ASN1InputStream(tail)) {
            for (ASN1Primitive one = in.readObject(); one != null && signers == null; ) {
                if (one instanceof ASN1TaggedObject tagged && tagged.getTagNo() == 0) {
                    certificates = ASN1Set.getInstance(tagged, false);
                } else if (one instanceof ASN1TaggedObject tagged && tagged.getTagNo() == 1) {
                    revocation = ASN1Set.getInstance(tagged, false);
                } else if (one instanceof ASN1Set set) {
                    signers = set;
                } else {
                    throw new MalformedEnvelope("something unknown stands among the signatures");
                }
                one = signers == null ? in.readObject() : one;
            }
            requireNothing(in);
        } catch (MalformedEnvelope e) {
            throw e;
        } catch (IOException e) {
            throw new MalformedEnvelope("its signatures are damaged: " + e.getMessage());
        }
        if (signers == null) {
            throw new MalformedEnvelope("its signatures are missing");
        }
        return new ContentInfo(CMSObjectIdentifiers.signedData, data(certificates, revocation, signers))
                .getEncoded("DER");
    }

    private SignedData data(@Nullable ASN1Set certificates, @Nullable ASN1Set revocation, ASN1Set signers) {
        return new SignedData(
                ASN1Set.getInstance(algorithms),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                certificates,
                revocation,
                signers);
    }

    /** Behind the signatures come only the ends of values whose length was not said. */
    private void requireNothing(ASN1InputStream in) throws IOException {
        int open = 0;
        for (Ber.Header header : new Ber.Header[] {signedData, explicit, info}) {
            open += header.length() == Ber.INDEFINITE ? 1 : 0;
        }
        byte[] rest = in.readAllBytes();
        boolean zeros = true;
        for (byte one : rest) {
            zeros = zeros && one == 0;
        }
        long end = Math.max(info.end(0), Math.max(explicit.end(0), signedData.end(0)));
        boolean long1 = info.length() != Ber.INDEFINITE && info.end(0) != channel.size();
        if (!zeros
                || rest.length != (signedData.length() == Ber.INDEFINITE ? 2 * open : 0)
                || long1
                || end > channel.size()) {
            throw new MalformedEnvelope("bytes stand behind its signatures");
        }
    }

    private void ends(Ber.Header open) throws IOException {
        if (open.length() == Ber.INDEFINITE) {
            if (!ber.header().isEnd()) {
                throw new MalformedEnvelope("more than the content stands at " + ber.position());
            }
        } else if (ber.position() != open.end(0)) {
            throw new MalformedEnvelope("more than the content stands at " + ber.position());
        }
    }

    private void requireType(ASN1ObjectIdentifier type) throws IOException {
        Ber.Header header = ber.header(BERTags.OBJECT_IDENTIFIER, "a type");
        byte[] value = ber.bytes(header.valueAt(), header.end(0), MAX_HEAD);
        byte[] wanted = type.getEncoded();
        if (!java.util.Arrays.equals(value, 0, value.length, wanted, 2, wanted.length)) {
            throw new MalformedEnvelope("it holds another type than " + type + " at " + header.valueAt());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static MinutesException malformed(Path path, MalformedEnvelope e) {
        return new MinutesException(
                "ENVELOPE_MALFORMED", path + " is no sound enveloping CMS signature (.p7m): " + e.getMessage(), e);
    }

    /** The octets of one value, or of the pieces that it was written in. */
    private final class ContentStream extends InputStream {
        /** Where the constructed values that we are in end; negative where that is not said. */
        private final Deque<Long> open = new ArrayDeque<>();

        private long left;
        private long at;
        private boolean done;

        ContentStream() {
            at = content.valueAt();
            if (content.tag() == Ber.OCTETS) {
                left = content.length();
                open.push(content.end(-1));
            } else {
                open.push(content.end(-1));
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                if (length == 0) {
                    return 0;
                }
                if (left == 0 && !nextPiece()) {
                    return -1;
                }
                ber.position(at);
                int count = ber.read(into, offset, (int) Math.min(length, left));
                left -= count;
                at += count;
                return count;
            } catch (MalformedEnvelope e) {
                throw malformed(path, e);
            }
        }

        /** Whether there is one more piece with something in it. */
        private boolean nextPiece() throws IOException {
            while (!done) {
                if (content.tag() == Ber.OCTETS || at == open.getFirst()) {
                    close(at);
                    continue;
                }
                ber.position(at);
                Ber.Header piece = ber.header();
                if (piece.isEnd() && open.getFirst() < 0) {
                    close(piece.valueAt());
                } else if (piece.tag() == Ber.OCTETS_CONSTRUCTED && open.size() < MAX_DEPTH) {
                    open.push(piece.end(-1));
                    at = piece.valueAt();
                } else if (piece.tag() == Ber.OCTETS && piece.length() >= 0) {
                    at = piece.valueAt();
                    left = piece.length();
                    if (left > 0) {
                        return true;
                    }
                } else {
                    throw new MalformedEnvelope("the content has a piece of an unknown kind at " + at);
                }
            }
            return false;
        }

        private void close(long end) {
            open.pop();
            at = end;
            if (open.isEmpty()) {
                done = true;
                contentEnd = end;
            }
        }
    }
}
