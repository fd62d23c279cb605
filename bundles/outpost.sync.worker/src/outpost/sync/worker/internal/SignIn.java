package outpost.sync.worker.internal;

import java.security.PrivateKey;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.Health;
import outpost.protocol.TokenRequest;

/** Makes the assertion by which a terminal proves who it is, dated by the cloud's clock. */
final class SignIn {
    private static final long VALID_MILLIS = 120_000;
    private static final int ID_BYTES = 16;

    private final EnrolAnswer terminal;
    private final PrivateKey key;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private long cloudMillis;
    private long heardAtNanos;

    /** @param random unguessable; it names the assertion */
    SignIn(EnrolAnswer terminal, PrivateKey key, LongSupplier nanoTime, RandomGenerator random) {
        this.terminal = terminal;
        this.key = key;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /** Takes over the cloud's clock. Must have been called before {@link #request()}. */
    void heard(Health health) {
        cloudMillis = health.timeMillis();
        heardAtNanos = nanoTime.getAsLong();
    }

    TokenRequest request() {
        long now = cloudMillis + (nanoTime.getAsLong() - heardAtNanos) / 1_000_000;
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(terminal.terminalId().value());
        claims.setSubject(terminal.terminalId().value());
        claims.setAudience(terminal.cloudId());
        claims.setStringClaim("tenant", terminal.tenantId().value());
        claims.setIssuedAt(NumericDate.fromMilliseconds(now));
        claims.setExpirationTime(NumericDate.fromMilliseconds(now + VALID_MILLIS));
        claims.setJwtId(HexFormat.of().formatHex(id));
        return new TokenRequest(signed(claims.toJson()));
    }

    private String signed(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        signature.setPayload(payload);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign in with this terminal's key", e);
        }
    }
}
