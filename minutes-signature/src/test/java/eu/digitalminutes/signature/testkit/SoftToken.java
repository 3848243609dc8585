// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import eu.digitalminutes.signature.key.Pkcs11Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.Token;
import org.xipki.pkcs11.wrapper.TokenException;
import org.xipki.pkcs11.wrapper.TokenInfo;

/**
 * A token of SoftHSM, which stands for a signer's card (<i>smart card</i>) in tests: a real PKCS#11 driver without a
 * device.
 *
 * <p>SoftHSM must be installed (Debian: {@code apt-get install softhsm2}), and the environment variable
 * {@code SOFTHSM2_CONF} must name a file that the kit may write; its folder is emptied and takes the tokens. Ask
 * {@link #missing()} first.
 *
 * @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/os/pkcs11-spec-v3.1-os.html">PKCS #11 v3.1</a>
 */
public final class SoftToken {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"),
            Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));
    private static final char[] OFFICER_PIN = "87654321".toCharArray();
    private static final int LABEL_LENGTH = 32;

    private final String label;
    private final char[] pin;
    private final Path folder;

    private SoftToken(String label, char[] pin, Path folder) {
        this.label = label;
        this.pin = pin;
        this.folder = folder;
    }

    /** How a key on a token is used. */
    public enum Use {
        /** The PIN opens the token, and the key then signs as often as it is asked. */
        PIN_ONCE,
        /** The key wants the PIN for each signature (CKA_ALWAYS_AUTHENTICATE). */
        PIN_EACH_TIME
    }

    /** Why tests with SoftHSM cannot run here; empty if they can. */
    public static Optional<String> missing() {
        if (LIBRARIES.stream().noneMatch(Files::isRegularFile)) {
            return Optional.of("SoftHSM is not installed (Debian: apt-get install softhsm2)");
        }
        return System.getenv("SOFTHSM2_CONF") == null
                ? Optional.of("the environment variable SOFTHSM2_CONF names no file for SoftHSM's configuration")
                : Optional.empty();
    }

    /** The library file of SoftHSM. */
    public static Path driver() {
        return Loaded.LIBRARY;
    }

    /**
     * Makes a token without keys.
     *
     * @param label its label, at most 32 characters
     * @param pin the PIN of its user; copied
     */
    public static SoftToken create(String label, char[] pin) {
        Set<Path> before = folders();
        try {
            Token blank = tokens().filter(token -> info(token)
                            .filter(found -> !found.isTokenInitialized())
                            .isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("SoftHSM has no free slot"));
            char[] padded = Arrays.copyOf(label.toCharArray(), LABEL_LENGTH);
            Arrays.fill(padded, label.length(), LABEL_LENGTH, ' ');
            Loaded.MODULE.getPKCS11Module().C_InitToken(blank.getTokenID(), OFFICER_PIN, padded, true);
            Session session = named(label).openSession(true);
            session.login(PKCS11Constants.CKU_SO, OFFICER_PIN);
            session.initPIN(pin);
            session.logout();
            session.closeSession();
        } catch (TokenException | iaik.pkcs.pkcs11.wrapper.PKCS11Exception e) {
            throw new IllegalStateException("The token " + label + " could not be made", e);
        }
        Set<Path> made = folders();
        made.removeAll(before);
        return new SoftToken(label, pin.clone(), made.iterator().next());
    }

    /** Its label. */
    public String label() {
        return label;
    }

    /**
     * Puts key and certificate of an identity onto the token; not while somebody else is logged in on it.
     *
     * @return this token
     */
    public SoftToken with(TestIdentity identity, Use use) {
        write(session -> {
            session.createObject(key(identity, use));
            session.createObject(certificate(identity.certificate(), id(identity)));
        });
        return this;
    }

    /**
     * Puts a key onto the token without its certificate; not while somebody else is logged in on it.
     *
     * @return this token
     */
    public SoftToken withoutCertificate(TestIdentity identity) {
        write(session -> session.createObject(key(identity, Use.PIN_ONCE)));
        return this;
    }

    /**
     * Puts a certificate of an authority onto the token; not while somebody else is logged in on it.
     *
     * @return this token
     */
    public SoftToken withAuthority(TestIdentity authority) {
        write(session -> session.createObject(certificate(authority.certificate(), id(authority))));
        return this;
    }

    /** Takes the token away, as if the card were pulled out; it does not come back. */
    public void remove() {
        delete(folder);
    }

    /** Ends every session with the token from outside, as another user of the driver in this process can. */
    public void endSessions() {
        try {
            Loaded.MODULE.getPKCS11Module().C_CloseAllSessions(named(label).getTokenID());
        } catch (iaik.pkcs.pkcs11.wrapper.PKCS11Exception e) {
            throw new IllegalStateException("The sessions with " + label + " could not be ended", e);
        }
    }

    private interface Writing {
        void write(Session session) throws TokenException;
    }

    private void write(Writing writing) {
        try {
            Session session = named(label).openSession(true);
            session.login(PKCS11Constants.CKU_USER, pin);
            writing.write(session);
            session.logout();
            session.closeSession();
        } catch (TokenException e) {
            throw new IllegalStateException("The token " + label + " could not be written", e);
        }
    }

    private static byte[] id(TestIdentity identity) {
        return identity.name().getBytes(StandardCharsets.UTF_8);
    }

    private static AttributeVector key(TestIdentity identity, Use use) {
        AttributeVector key;
        if (identity.privateKey() instanceof RSAPrivateCrtKey rsa) {
            key = AttributeVector.newRSAPrivateKey()
                    .modulus(rsa.getModulus())
                    .publicExponent(rsa.getPublicExponent())
                    .privateExponent(rsa.getPrivateExponent())
                    .prime1(rsa.getPrimeP())
                    .prime2(rsa.getPrimeQ())
                    .exponent1(rsa.getPrimeExponentP())
                    .exponent2(rsa.getPrimeExponentQ())
                    .coefficient(rsa.getCrtCoefficient());
        } else {
            ECPrivateKey elliptic = (ECPrivateKey) identity.privateKey();
            ECPublicKey open = (ECPublicKey) identity.certificate().getPublicKey();
            ASN1Encodable curve = SubjectPublicKeyInfo.getInstance(open.getEncoded())
                    .getAlgorithm()
                    .getParameters();
            try {
                key = AttributeVector.newECPrivateKey()
                        .ecParams(curve.toASN1Primitive().getEncoded())
                        .value(BigIntegers.asUnsignedByteArray(32, elliptic.getS()));
            } catch (IOException e) {
                throw new IllegalStateException("The curve of " + identity.name() + " has no encoding", e);
            }
        }
        return key.token(true)
                .private_(true)
                .sensitive(true)
                .sign(true)
                .alwaysAuthenticate(use == Use.PIN_EACH_TIME)
                .label(identity.name())
                .id(id(identity));
    }

    private static AttributeVector certificate(X509Certificate certificate, byte[] id) {
        try {
            return AttributeVector.newX509Certificate()
                    .token(true)
                    .private_(false)
                    .label(certificate.getSubjectX500Principal().getName())
                    .subject(certificate.getSubjectX500Principal().getEncoded())
                    .value(certificate.getEncoded())
                    .id(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate has no encoding", e);
        }
    }

    private static Token named(String label) {
        return tokens().filter(token -> info(token)
                        .filter(found -> found.getLabel().strip().equals(label))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("SoftHSM lost the token " + label));
    }

    /** What a token says of itself; empty for one that was taken away, which SoftHSM goes on listing. */
    private static Optional<TokenInfo> info(Token token) {
        try {
            return Optional.of(token.getTokenInfo());
        } catch (TokenException e) {
            return Optional.empty();
        }
    }

    private static Stream<Token> tokens() {
        try {
            return Arrays.stream(Loaded.MODULE.getSlotList(true)).map(Slot::getToken);
        } catch (TokenException e) {
            throw new IllegalStateException("SoftHSM lists no slots", e);
        }
    }

    private static Set<Path> folders() {
        try (Stream<Path> found = Files.list(Loaded.TOKENS)) {
            return new HashSet<>(found.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path one : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SoftHSM in this JVM, with an empty folder of tokens. */
    private static final class Loaded {
        static final Path LIBRARY;
        static final Path TOKENS;
        static final PKCS11Module MODULE;

        static {
            missing().ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            LIBRARY =
                    LIBRARIES.stream().filter(Files::isRegularFile).findFirst().orElseThrow();
            Path configuration = Path.of(Objects.requireNonNull(System.getenv("SOFTHSM2_CONF")));
            TOKENS = configuration.resolveSibling("tokens");
            try {
                if (Files.exists(TOKENS)) {
                    delete(TOKENS);
                }
                Files.createDirectories(TOKENS);
                Files.writeString(
                        configuration,
                        "directories.tokendir = " + TOKENS + "\nobjectstore.backend = file\nlog.level = ERROR\n");
                // the SDK first: it starts SoftHSM, and keeps the library that speaks to it from printing
                Pkcs11Driver.load(LIBRARY);
                MODULE = PKCS11Module.getInstance(LIBRARY.toString());
            } catch (IOException e) {
                throw new IllegalStateException("SoftHSM does not start", e);
            }
        }

        private Loaded() {}
    }
}
