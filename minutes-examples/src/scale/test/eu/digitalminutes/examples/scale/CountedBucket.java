// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.options.GetOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;

/** A bucket of a server that speaks S3, on a folder of this machine; it counts which bytes are asked for. */
final class CountedBucket implements AutoCloseable {
    private static final String NAME = "archive";

    private final BlobStoreContext context;
    private final S3Proxy server;
    private final List<Range> ranges = new CopyOnWriteArrayList<>();

    /** What one request read of an object. */
    record Range(String object, long from, long bytes) {}

    private CountedBucket(BlobStoreContext context) {
        this.context = context;
        this.server = S3Proxy.builder()
                .blobStore(new Counting(context.getBlobStore()))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                // x-amz-checksum-mode
                .ignoreUnknownHeaders(true)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
    }

    static CountedBucket start(Path folder) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("jclouds.filesystem.basedir", folder.toString());
        CountedBucket bucket = new CountedBucket(ContextBuilder.newBuilder("filesystem-nio2")
                .credentials("key", "secret")
                .overrides(settings)
                .build(BlobStoreContext.class));
        bucket.context.getBlobStore().createContainerInLocation(null, NAME);
        bucket.server.start();
        return bucket;
    }

    /** Puts an object, or replaces it. */
    void put(String object, Path file) throws IOException {
        BlobStore store = context.getBlobStore();
        store.putBlob(
                NAME,
                store.blobBuilder(object)
                        .payload(file.toFile())
                        .contentLength(Files.size(file))
                        .build());
    }

    /** A path in the bucket; a folder ends with a slash. */
    Path path(String object) {
        return Path.of(URI.create("s3x://key:secret@127.0.0.1:" + server.getPort() + "/" + NAME + "/" + object));
    }

    /** What was read since the last time that this was asked. */
    List<Range> ranges() {
        List<Range> read = List.copyOf(ranges);
        ranges.clear();
        return read;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        context.close();
    }

    private final class Counting extends ForwardingBlobStore {
        Counting(BlobStore store) {
            super(store);
        }

        @Override
        public Blob getBlob(String container, String name) {
            return getBlob(container, name, GetOptions.NONE);
        }

        @Override
        public Blob getBlob(String container, String name, GetOptions options) {
            Blob blob = delegate().getBlob(container, name, options);
            if (blob != null) {
                long from = options.getRanges().stream()
                        .mapToLong(range -> Long.parseLong(range.substring(0, range.indexOf('-'))))
                        .findFirst()
                        .orElse(0);
                long bytes = blob.getPayload().getContentMetadata().getContentLength();
                ranges.add(new Range(name, from, bytes));
            }
            return blob;
        }
    }
}
