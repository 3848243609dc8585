// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.core.outcome.ContentMismatchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A form with fields and files as it goes over the line, in the order of adding; nothing of a file is held in memory.
 *
 * <p>Each file is held against its digest while it is sent. A file that is not what it should be ends the body before its
 * end, so that the other side never has it whole.
 */
final class MultipartBody {
    private final String boundary = "minutes-" + UUID.randomUUID();
    private final List<Part> parts = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private volatile @Nullable Exception failure;
    private long length;

    /** What can be opened to be sent. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** A stretch of the body, with the algorithm and digest that it must have, if it is a file. */
    private record Part(
            String name,
            Content content,
            long length,
            @Nullable String algorithm,
            @Nullable String digest) {}

    MultipartBody field(String name, byte[] value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"\r\n\r\n");
        bytes(value);
        return text("\r\n");
    }

    MultipartBody file(String name, String fileName, Content content, long size, String algorithm, byte[] digest) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"; filename=\""
                + quoted(fileName) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        add(new Part(fileName, content, size, algorithm, HexFormat.of().formatHex(digest)));
        return text("\r\n");
    }

    /** Ends the form. */
    MultipartBody end() {
        return text("--" + boundary + "--\r\n");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return length;
    }

    /** How many bytes were handed to the line. */
    long sent() {
        return sent.get();
    }

    /** What went wrong with a file of ours, as opposed to the line. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    InputStream open() {
        sent.set(0);
        failure = null;
        return new BodyStream();
    }

    private MultipartBody text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private MultipartBody bytes(byte[] bytes) {
        return add(new Part("", () -> new ByteArrayInputStream(bytes), bytes.length, null, null));
    }

    private MultipartBody add(Part part) {
        parts.add(part);
        length += part.length();
        return this;
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The parts one after the other. */
    private final class BodyStream extends InputStream {
        private int next;
        private long left;
        private @Nullable InputStream in;
        private @Nullable MessageDigest digest;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] block, int offset, int count) throws IOException {
            try {
                while (left == 0) {
                    if (!advance()) {
                        return -1;
                    }
                }
                InputStream current = Objects.requireNonNull(in);
                int got = current.read(block, offset, (int) Math.min(count, left));
                if (got < 0) {
                    throw altered(parts.get(next - 1), "it is shorter than it was");
                }
                if (digest != null) {
                    digest.update(block, offset, got);
                }
                left -= got;
                sent.addAndGet(got);
                return got;
            } catch (IOException | RuntimeException e) {
                failure = e;
                throw e instanceof IOException io ? io : new IOException(e);
            }
        }

        private boolean advance() throws IOException {
            finish();
            if (next == parts.size()) {
                return false;
            }
            Part part = parts.get(next++);
            in = part.content().open();
            left = part.length();
            digest = part.algorithm() == null ? null : digest(part.algorithm());
            return true;
        }

        private void finish() throws IOException {
            if (in == null) {
                return;
            }
            in.close();
            in = null;
            if (digest != null) {
                Part part = parts.get(next - 1);
                String found = HexFormat.of().formatHex(digest.digest());
                if (!found.equals(part.digest())) {
                    throw altered(part, "its digest is now " + found);
                }
            }
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }

    private static ContentMismatchException altered(Part part, String how) {
        return new ContentMismatchException(
                "DEPOSIT_PACKAGE_ALTERED",
                part.name() + " is not the file that the index of the package describes: " + how
                        + "; verify the package and make it again",
                null);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime has no " + algorithm, e);
        }
    }
}
