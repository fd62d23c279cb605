package outpost.cloud.internal.access;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.VerifiedTokens.Token;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Ed25519;
import outpost.protocol.Sha256;
import outpost.protocol.TokenAnswer;
import outpost.protocol.TokenRequest;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Exchanges a terminal's signed assertion (RFC 7523) for a short-lived token of the cloud, and reads such tokens. */
public final class Tokens {
    static final Duration TOKEN_LIFE = Duration.ofSeconds(900);
    private static final Duration ASSERTION_LIFE = Duration.ofMinutes(5);
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final String TENANT = "tenant";
    private static final String BRANCH = "branch";
    private static final String ROLE = "role";
    private static final String KEY = "key";
    private static final String TERMINAL_ROLE = "terminal";

    private final Database database;
    private final CloudIdentity cloud;
    private final Clock clock;
    private final TokenKeys keys;
    private final VerifiedTokens verified = new VerifiedTokens();

    public Tokens(Database database, CloudIdentity cloud, Clock clock) {
        this.database = database;
        this.cloud = cloud;
        this.clock = clock;
        this.keys = new TokenKeys(database, clock);
    }

    /** @throws RefusedException if the assertion is not that of an enrolled terminal */
    public TokenAnswer exchange(TokenRequest request) {
        try {
            Terminal terminal = claimant(request.assertion());
            PublicKey key = Ed25519.publicKey(terminal.publicKey()
                    .orElseThrow(() -> RefusedException.unauthorized("The terminal is not enrolled")));
            JwtClaims claims = reader(key)
                    .setExpectedIssuer(terminal.terminalId())
                    .setExpectedSubject(terminal.terminalId())
                    .setRequireIssuedAt()
                    .setIssuedAtRestrictions(CLOCK_SKEW_SECONDS, (int) ASSERTION_LIFE.toSeconds() + CLOCK_SKEW_SECONDS)
                    .setRequireJwtId()
                    .build()
                    .processToClaims(request.assertion());
            long life =
                    claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
            if (life > ASSERTION_LIFE.toSeconds()) {
                throw RefusedException.unauthorized("The assertion is valid for more than 5 minutes");
            }
            return new TokenAnswer(issue(terminal), TOKEN_LIFE.toSeconds());
        } catch (InvalidJwtException | MalformedClaimException invalid) {
            // Without the cause: its message repeats the assertion, and would carry it into the log.
            throw RefusedException.unauthorized("The assertion is not valid: see its key, audience and times");
        }
    }

    /**
     * Reads a token, and looks whether its terminal still has the key that it was given for: a till that was cut off, or replaced, has no quarter of an hour
     * left.
     *
     * @throws RefusedException if this is no valid token of this cloud
     */
    public Caller.Lane read(String token) {
        String hash = Sha256.hex(token);
        Optional<Token> before = verified.get(hash);
        Token read = before.orElseGet(() -> verify(token));
        requireCurrent(read);
        if (before.isEmpty()) {
            verified.put(hash, read);
        }
        return read.lane();
    }

    private Token verify(String token) {
        try {
            String signer = unverified().process(token).getJoseObjects().get(0).getKeyIdHeaderValue();
            PublicKey key = Optional.ofNullable(signer).flatMap(keys::known).orElseThrow(Tokens::invalid);
            JwtClaims claims = reader(key).setExpectedIssuer(cloud.id()).build().processToClaims(token);
            Caller.Lane lane = new Caller.Lane(
                    new TenantId(claims.getStringClaimValue(TENANT)),
                    new BranchId(claims.getStringClaimValue(BRANCH)),
                    new TerminalId(claims.getSubject()));
            String terminalKey =
                    Optional.ofNullable(claims.getStringClaimValue(KEY)).orElseThrow(Tokens::invalid);
            return new Token(
                    lane, terminalKey, signer, claims.getExpirationTime().getValue());
        } catch (InvalidJwtException | MalformedClaimException invalid) {
            // Without the cause: its message repeats the token, and would carry it into the log.
            throw invalid();
        }
    }

    /** What may have changed since it was verified: the time, the terminal's key, and whether tokens of that signer count. */
    private void requireCurrent(Token token) {
        if (clock.millis() / 1_000 - CLOCK_SKEW_SECONDS >= token.endsAtSeconds()) {
            throw invalid();
        }
        boolean current = keys.terminalKey(token.lane(), token.signer()).map(Sha256::hex).stream()
                .anyMatch(token.terminalKey()::equals);
        if (!current) {
            throw RefusedException.unauthorized("This till has no access any more, or has to sign in again");
        }
    }

    private static RefusedException invalid() {
        return RefusedException.unauthorized("The token is not valid or no longer valid");
    }

    /** The terminal that the assertion says it is from; nothing is proven yet. */
    private Terminal claimant(String assertion) throws InvalidJwtException, MalformedClaimException {
        JwtClaims claims = unverified().processToClaims(assertion);
        String tenant = claims.getStringClaimValue(TENANT);
        String terminal = claims.getIssuer();
        if (tenant == null || terminal == null) {
            throw RefusedException.unauthorized("The assertion names no tenant or no terminal");
        }
        return database.read(em -> Optional.ofNullable(em.find(Terminal.class, new Terminal.Key(tenant, terminal))))
                .orElseThrow(() -> RefusedException.unauthorized("There is no such terminal"));
    }

    private static JwtConsumer unverified() {
        return new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .build();
    }

    private String issue(Terminal terminal) {
        NumericDate now = NumericDate.fromMilliseconds(clock.millis());
        NumericDate end = NumericDate.fromMilliseconds(clock.millis() + TOKEN_LIFE.toMillis());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(cloud.id());
        claims.setAudience(cloud.id());
        claims.setSubject(terminal.terminalId());
        claims.setIssuedAt(now);
        claims.setExpirationTime(end);
        claims.setStringClaim(TENANT, terminal.tenantId());
        claims.setStringClaim(BRANCH, terminal.branchId());
        claims.setStringClaim(ROLE, TERMINAL_ROLE);
        claims.setStringClaim(KEY, Sha256.hex(terminal.publicKey().orElseThrow()));
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        TokenKeys.Signing signing = keys.current();
        token.setKeyIdHeaderValue(signing.id());
        token.setKey(signing.key());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("The cloud's own key does not sign", failure);
        }
    }

    private JwtConsumerBuilder reader(PublicKey key) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                .setVerificationKey(key)
                .setExpectedAudience(cloud.id())
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
    }
}
