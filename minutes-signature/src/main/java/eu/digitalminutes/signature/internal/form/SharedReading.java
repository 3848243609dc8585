// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.signature.internal.dss.SignatureBlock;
import eu.digitalminutes.signature.internal.dss.SignatureKind;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.digitalminutes.signature.internal.dss.XmlSigners;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Lets several signatures be extended side by side, while the services that each asks answer, and have the bytes of the
 * same files out of one reading, where they need them.
 *
 * <p>An archive time stamp of XAdES is over the content itself. DSS reads it once for each signature; here the signatures
 * are extended side by side, and each block is handed to all before the next is read. Who wants other bytes than the
 * others, or stops early, goes on alone.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31913201/">ETSI EN 319 132-1, clause 5.5.2.2</a>
 */
final class SharedReading {
    private static final int BLOCK = 1 << 16;

    private final List<String> opened = new ArrayList<>();
    private final byte[] block = new byte[BLOCK];
    private int members;
    private @Nullable InputStream source;
    private int sourceNumber = -1;
    private long blockNumber = -1;
    private int blockBytes;
    private int arrived;

    private SharedReading(int members) {
        this.members = members;
    }

    /** Changes parts side by side, and returns them in their order. */
    static List<byte[]> changed(List<SignatureBlock> blocks, SignedStore.Change change) {
        if (blocks.size() == 1 && blocks.get(0).kind() == SignatureKind.XADES) {
            SignatureBlock whole = blocks.get(0);
            List<SignatureBlock> single =
                    XmlSigners.single(whole.content()).stream().map(whole::with).toList();
            if (single.size() > 1) {
                return List.of(changed(single, change).stream()
                        .reduce(XmlSigners::merged)
                        .orElseThrow());
            }
        }
        if (blocks.size() < 2) {
            return blocks.stream().map(change::of).toList();
        }
        SharedReading reading = new SharedReading(blocks.size());
        ExecutorService threads = Executors.newFixedThreadPool(blocks.size());
        try {
            List<Future<byte[]>> running = new ArrayList<>();
            for (SignatureBlock one : blocks) {
                running.add(threads.submit(() -> reading.take(one, change)));
            }
            List<byte[]> changed = new ArrayList<>();
            for (Future<byte[]> one : running) {
                changed.add(one.get());
            }
            return changed;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the extension was interrupted");
        } finally {
            threads.shutdownNow();
        }
    }

    private byte[] take(SignatureBlock block, SignedStore.Change change) {
        Member member = new Member();
        try {
            List<DSSDocument> shared = new ArrayList<>();
            for (DSSDocument document : block.documents()) {
                shared.add(
                        document instanceof StreamedDocument streamed
                                ? streamed.opening(() -> member.open(streamed))
                                : document);
            }
            return change.of(block.over(shared));
        } finally {
            member.leave();
        }
    }

    /** One of those who read together, until it leaves. */
    private final class Member {
        private int documents;
        private boolean alone;

        /** What is opened and not read does not count: DSS opens more often than it reads. */
        InputStream open(StreamedDocument document) {
            return new InputStream() {
                private @Nullable InputStream stream;

                private InputStream stream() {
                    InputStream now = stream == null ? begin(document) : stream;
                    stream = now;
                    return now;
                }

                @Override
                public int read() throws IOException {
                    return stream().read();
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    return stream().read(into, offset, length);
                }

                @Override
                public void close() throws IOException {
                    if (stream != null) {
                        stream.close();
                    }
                }
            };
        }

        private InputStream begin(StreamedDocument document) {
            synchronized (SharedReading.this) {
                boolean first = !alone && documents == opened.size();
                if (first) {
                    opened.add(document.getName());
                }
                if (!alone && opened.get(documents).equals(document.getName())) {
                    return new SharedStream(document, documents++, this);
                }
            }
            leave();
            return document.openStream();
        }

        void leave() {
            synchronized (SharedReading.this) {
                if (!alone) {
                    alone = true;
                    members--;
                    SharedReading.this.notifyAll();
                }
            }
        }
    }

    /** Waits for the others, and then for the next block; the last to come reads it. Negative at the end. */
    private synchronized int next(StreamedDocument document, int number, long wanted) throws IOException {
        arrived++;
        try {
            while (sourceNumber != number || blockNumber != wanted) {
                if (arrived >= members) {
                    advance(document, number, wanted);
                } else {
                    wait();
                }
            }
        } catch (InterruptedException e) {
            arrived--;
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while others read the same file");
        } catch (IOException e) {
            arrived--;
            throw e;
        }
        return blockBytes;
    }

    private void advance(StreamedDocument document, int number, long wanted) throws IOException {
        if (sourceNumber != number) {
            if (source != null) {
                source.close();
            }
            source = document.openStream();
            sourceNumber = number;
        }
        blockBytes = java.util.Objects.requireNonNull(source).readNBytes(block, 0, BLOCK);
        if (blockBytes == 0) {
            blockBytes = -1;
        }
        blockNumber = wanted;
        arrived = 0;
        notifyAll();
    }

    private final class SharedStream extends InputStream {
        private final StreamedDocument document;
        private final int number;
        private final Member member;
        private long wanted;
        private int at;
        private int bytes;
        private boolean ended;

        SharedStream(StreamedDocument document, int number, Member member) {
            this.document = document;
            this.number = number;
            this.member = member;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (at == bytes && !ended) {
                bytes = next(document, number, wanted++);
                at = 0;
                ended = bytes < 0;
            }
            if (ended) {
                return -1;
            }
            int count = Math.min(length, bytes - at);
            System.arraycopy(block, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public void close() {
            if (!ended) {
                member.leave();
            }
        }
    }
}
