// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where to learn whether a certificate was revoked or suspended (<i>verifica di revoca e sospensione</i>). Immutable. */
public final class RevocationAccess {
    /** Only from what signatures carry and from the revocation lists beside the trusted lists; opens no connection. */
    public static final RevocationAccess AT_HAND = new RevocationAccess(false, null, null);

    /**
     * Also from the OCSP and CRL services that certificates name, and missing issuers from the addresses that they name;
     * each answer is waited for at most ten seconds.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6960">RFC 6960 (OCSP); RFC 5280, 4.2.1.13 (CRL)</a>
     */
    public static final RevocationAccess ONLINE = new RevocationAccess(true, null, null);

    private final boolean online;
    private final @Nullable Path cache;
    private final @Nullable InetSocketAddress proxy;

    private RevocationAccess(boolean online, @Nullable Path cache, @Nullable InetSocketAddress proxy) {
        this.online = online;
        this.cache = cache;
        this.proxy = proxy;
    }

    /**
     * Online, and remembering answers until the time at which they say that they will be replaced. A council's signers are
     * few: their certificates are then asked for once a day or less.
     *
     * @param folder where answers are kept, of nobody else's; made when it is needed
     * @return a new access, online
     */
    public RevocationAccess cachedIn(Path folder) {
        return new RevocationAccess(true, Objects.requireNonNull(folder, "folder"), proxy);
    }

    /**
     * Online, through a proxy.
     *
     * @param address the proxy's host, not resolved, and port
     * @return a new access, online
     */
    public RevocationAccess throughProxy(InetSocketAddress address) {
        return new RevocationAccess(true, cache, Objects.requireNonNull(address, "address"));
    }

    /**
     * Whether services are asked.
     *
     * @return whether it opens connections
     */
    public boolean isOnline() {
        return online;
    }

    /**
     * Where answers are kept.
     *
     * @return a folder, if they are
     */
    public Optional<Path> cache() {
        return Optional.ofNullable(cache);
    }

    /**
     * The proxy that is asked.
     *
     * @return its host and port, if there is one
     */
    public Optional<InetSocketAddress> proxy() {
        return Optional.ofNullable(proxy);
    }
}
