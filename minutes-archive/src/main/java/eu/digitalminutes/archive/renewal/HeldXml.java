// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.archive.internal.xml.CanonicalXml;
import eu.digitalminutes.core.evidence.HashFunction;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a file while it is read, if it may be XML: records in XML are over the canonical form of what is XML, those in ASN.1
 * over its bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6283">RFC 6283, 2.1, CanonicalizationMethod</a>
 */
final class HeldXml {
    private static final Logger LOG = LoggerFactory.getLogger(HeldXml.class);
    private static final int MAX = 8 << 20;

    private boolean begun;
    private boolean tooLarge;
    private @Nullable ByteArrayOutputStream held;

    /** The next bytes of the file. */
    void add(byte[] block, int count) {
        if (!begun && count > 0) {
            begun = true;
            held = CanonicalXml.mayBegin(block, count) ? new ByteArrayOutputStream() : null;
        }
        if (held != null && held.size() + count > MAX) {
            held = null;
            tooLarge = true;
        } else if (held != null) {
            held.write(block, 0, count);
        }
    }

    /** The hashes of the whole file, whose plain ones are given. */
    FileHashes hashes(List<byte[]> plain, List<HashFunction> functions) {
        if (held == null) {
            return tooLarge ? new FileHashes(plain, List.of()) : FileHashes.of(plain);
        }
        try {
            return hashes(held.toByteArray(), plain, functions);
        } catch (RuntimeException e) {
            // parsers fail in ways of their own over what is damaged: the object is proven, but not in XML
            LOG.debug("a file that may be XML cannot be parsed", e);
            return new FileHashes(plain, List.of());
        }
    }

    private static FileHashes hashes(byte[] content, List<byte[]> plain, List<HashFunction> functions) {
        try {
            byte[] canonical = CanonicalXml.of(content);
            return new FileHashes(
                    plain,
                    functions.stream()
                            .map(function -> function.computation().digest(canonical))
                            .toList());
        } catch (XMLStreamException e) {
            return CanonicalXml.isWellFormed(content) ? new FileHashes(plain, List.of()) : FileHashes.of(plain);
        }
    }
}
