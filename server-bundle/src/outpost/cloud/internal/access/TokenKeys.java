package outpost.cloud.internal.access;

import jakarta.persistence.EntityManager;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.Ed25519;
import outpost.protocol.Sha256;

/**
 * The keys that sign terminals' tokens. They stand in the database and are asked there each time, so that all nodes sign and read alike, and what an operator changes
 * holds everywhere at once.
 */
public final class TokenKeys {
    /** As long as a token may be used, with what clocks may differ. */
    private static final Duration KNOWN_AFTERWARDS = Tokens.TOKEN_LIFE.plusMinutes(1);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Database database;
    private final Clock clock;

    public TokenKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A key as an operator sees it.
     *
     * @param keyId stands in the head of each token that it signed
     * @param replacedAt since when it signs no more
     */
    public record View(String keyId, String madeAt, Optional<String> replacedAt) {}

    /** The one that signs. */
    record Signing(String id, PrivateKey key) {}

    /** The key that signs from now on; it is made at the first use. */
    Signing current() {
        return database.read(TokenKeys::newest)
                .orElseGet(() -> database.write(em -> newest(em).orElseGet(() -> make(em))));
    }

    /** The public half of a key whose tokens may still be valid. */
    Optional<PublicKey> known(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return database
                .ask(sql -> sql.rows(
                        row -> Ed25519.publicKey(row.getString(1)),
                        "SELECT public_key FROM token_key WHERE key_id = ? AND (replaced_at IS NULL OR replaced_at > ?)",
                        id,
                        ended()))
                .stream()
                .findFirst();
    }

    /** The key that a terminal has now, unless tokens of that signer count no more. Asked with each call of a till, so it is one statement. */
    Optional<String> terminalKey(Caller.Lane lane, String signer) {
        return database
                .ask(sql -> sql.rows(
                        row -> Optional.ofNullable(row.getString(1)),
                        "SELECT t.public_key FROM terminal t WHERE t.tenant_id = ? AND t.terminal_id = ? AND EXISTS"
                                + " (SELECT 1 FROM token_key k WHERE k.key_id = ? AND (k.replaced_at IS NULL OR k.replaced_at > ?))",
                        lane.tenant().value(),
                        lane.terminal().value(),
                        signer,
                        ended()))
                .stream()
                .findFirst()
                .flatMap(key -> key);
    }

    /** The keys whose tokens may be valid, the one that signs first, then the last that did. */
    public List<View> all() {
        return database.read(em -> new Sql(em)
                .rows(
                        row -> new View(row.getString(1), time(row.getLong(2)), replaced(row.getLong(3))),
                        "SELECT key_id, made_at, COALESCE(replaced_at, 0) FROM token_key"
                                + " WHERE replaced_at IS NULL OR replaced_at > ?"
                                + " ORDER BY CASE WHEN replaced_at IS NULL THEN 0 ELSE 1 END, replaced_at DESC, key_id",
                        ended()));
    }

    /**
     * Lets a new key sign.
     *
     * @param atOnce whether tokens of former keys end now, because somebody else may have one of them; otherwise they hold as long as they say. The tills notice nothing: who is
     *     refused signs in again
     */
    public List<View> rotate(boolean atOnce) {
        database.write(em -> {
            Sql sql = new Sql(em);
            if (atOnce) {
                sql.change("DELETE FROM token_key");
            } else {
                sql.change("DELETE FROM token_key WHERE replaced_at <= ?", ended());
                sql.change(
                        "UPDATE token_key SET replaced_at = ?, private_key = NULL WHERE replaced_at IS NULL",
                        clock.millis());
            }
            return make(em);
        });
        return all();
    }

    private Signing make(EntityManager em) {
        KeyPair pair = Ed25519.newKeyPair();
        String publicKey = Ed25519.encode(pair.getPublic());
        String id = Sha256.hex(publicKey);
        new Sql(em)
                .change(
                        "INSERT INTO token_key (key_id, public_key, private_key, made_at) VALUES (?, ?, ?, ?)",
                        id,
                        publicKey,
                        Ed25519.encode(pair.getPrivate()),
                        clock.millis());
        return new Signing(id, pair.getPrivate());
    }

    /** Two nodes that start at the same moment may make one each: both are known, and one of them signs. */
    private static Optional<Signing> newest(EntityManager em) {
        return new Sql(em)
                        .rows(
                                row -> new Signing(row.getString(1), Ed25519.privateKey(row.getString(2))),
                                "SELECT key_id, private_key FROM token_key WHERE replaced_at IS NULL ORDER BY made_at DESC, key_id")
                        .stream()
                        .findFirst();
    }

    private long ended() {
        return clock.millis() - KNOWN_AFTERWARDS.toMillis();
    }

    private static Optional<String> replaced(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(time(millis));
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
