package outpost.outbox.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.Json;
import outpost.store.Store;
import outpost.store.StoreException;
import outpost.store.Transaction;
import outpost.store.Vault;
import outpost.values.PosId;

/** The identity in the table {@code sync_metadata}; the private key only sealed. */
@Component(immediate = true)
public final class SqliteTerminal implements Terminal {
    private static final Logger log = LoggerFactory.getLogger(SqliteTerminal.class);
    private static final String PRIVATE_KEY = "private_key";
    private static final String PUBLIC_KEY = "public_key";
    private static final String ENROLMENT = "enrolment";
    private static final String CLOUD = "cloud";
    private static final String PIN = "cloud_pin";
    private static final String POS_ID = "pos_id";
    private static final String FORMER_POS_IDS = "former_pos_ids";
    /** What a new file is told of the one before; the numbers are not among it, as they must not be given twice. */
    private static final List<String> KEPT = List.of(PRIVATE_KEY, PUBLIC_KEY, ENROLMENT, CLOUD);
    /** Without the letters and digits that are mistaken for each other: it stands on receipts. */
    private static final String POS_ID_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int POS_ID_CHARS = 8;

    private final Store store;
    private final Vault vault;
    private final IdentityCopy copy;
    private final SecureRandom random;
    private volatile Optional<Identity> identity;
    private volatile Optional<Key> key;

    @Activate
    public SqliteTerminal(@Reference Store store, @Reference Vault vault) {
        this(store, vault, new IdentityFile(store.directory()), new SecureRandom());
    }

    SqliteTerminal(Store store, Vault vault, IdentityCopy copy, SecureRandom random) {
        this.store = store;
        this.vault = vault;
        this.copy = copy;
        this.random = random;
        store.migrate("outbox", SqliteTerminal.class);
        recall();
        this.identity = store.read(SqliteTerminal::storedIdentity);
        this.key = store.read(this::storedKey);
        remember();
    }

    @Override
    public Optional<Identity> identity() {
        return identity;
    }

    @Override
    public String publicKey() {
        return key().publicKey();
    }

    @Override
    public PrivateKey privateKey() {
        return key().privateKey();
    }

    @Override
    public Identity enrolled(EnrolAnswer answer, URI cloud, Optional<String> pin) {
        // An enrolled till signs within a transaction, where it is too late to make a key.
        key();
        Identity enrolled = store.write(transaction -> {
            Optional<Identity> before = storedIdentity(transaction);
            before.ifPresent(known -> requireSame(known.enrolment(), answer));
            PosId posId = before.map(Identity::posId).orElseGet(this::newPosId);
            put(transaction, ENROLMENT, text(Json.write(answer)));
            put(transaction, CLOUD, text(cloud.toString()));
            put(transaction, POS_ID, text(posId.value()));
            put(transaction, PIN, text(pin.orElse("")));
            Identity now = new Identity(answer, posId, cloud, pin);
            transaction.afterCommit(() -> identity = Optional.of(now));
            return now;
        });
        remember();
        log.info("Enrolled as terminal {} of branch {}", answer.terminalId(), answer.branchId());
        return enrolled;
    }

    @Override
    public Identity renewed(Transaction transaction) {
        Identity before =
                storedIdentity(transaction).orElseThrow(() -> new IllegalStateException("this till is not enrolled"));
        Identity now = new Identity(before.enrolment(), newPosId(), before.cloud(), before.pin());
        String former = posIds(transaction).stream().map(PosId::value).collect(Collectors.joining(" "));
        put(transaction, FORMER_POS_IDS, text(former));
        put(transaction, POS_ID, text(now.posId().value()));
        transaction.afterCommit(() -> {
            identity = Optional.of(now);
            log.warn(
                    "Events are numbered anew as {}; {} was used by another copy of this file",
                    now.posId(),
                    before.posId());
        });
        return now;
    }

    /** A new file beside the copy of an identity is one that took a damaged one's place: the same terminal, numbering anew. */
    private void recall() {
        Map<String, byte[]> values = copy.read();
        if (!values.containsKey(PRIVATE_KEY)
                || store.read(transaction -> get(transaction, PRIVATE_KEY)).isPresent()) {
            return;
        }
        try {
            vault.open(PRIVATE_KEY, values.get(PRIVATE_KEY));
        } catch (StoreException e) {
            log.warn("The copy of this till's identity is of no use: it must be enrolled anew", e);
            return;
        }
        store.write(transaction -> {
            values.forEach((name, value) -> put(transaction, name, value));
            if (values.containsKey(ENROLMENT)) {
                put(transaction, POS_ID, text(newPosId().value()));
            }
            return values.size();
        });
        log.warn("Who this till is was read from the copy beside its database, which is new");
    }

    private void remember() {
        Map<String, byte[]> values = store.read(transaction -> KEPT.stream()
                .flatMap(name -> get(transaction, name).stream().map(value -> Map.entry(name, value)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
        if (!Json.write(values).equals(Json.write(copy.read()))) {
            copy.keep(values);
        }
    }

    private Key key() {
        if (key.isEmpty()) {
            key = Optional.of(store.write(this::keptKey));
            remember();
        }
        return key.get();
    }

    /** Two callers may come here at once: the second one finds what the first one stored. */
    private Key keptKey(Transaction transaction) {
        return storedKey(transaction).orElseGet(() -> {
            KeyPair pair = Ed25519.newKeyPair();
            Key made = new Key(Ed25519.encode(pair.getPublic()), pair.getPrivate());
            put(transaction, PRIVATE_KEY, vault.seal(PRIVATE_KEY, text(Ed25519.encode(pair.getPrivate()))));
            put(transaction, PUBLIC_KEY, text(made.publicKey()));
            return made;
        });
    }

    private Optional<Key> storedKey(Transaction transaction) {
        return get(transaction, PRIVATE_KEY)
                .map(bytes -> text(vault.open(PRIVATE_KEY, bytes)))
                .map(encoded -> new Key(text(get(transaction, PUBLIC_KEY).orElseThrow()), Ed25519.privateKey(encoded)));
    }

    /** The number ranges of this file, the current one last. */
    static List<PosId> posIds(Transaction transaction) {
        return Stream.of(FORMER_POS_IDS, POS_ID)
                .flatMap(name -> get(transaction, name).stream())
                .flatMap(value -> Stream.of(text(value).split(" ")))
                .map(PosId::new)
                .toList();
    }

    static Optional<Identity> storedIdentity(Transaction transaction) {
        return get(transaction, ENROLMENT)
                .map(enrolment -> new Identity(
                        Json.read(text(enrolment), EnrolAnswer.class),
                        new PosId(text(get(transaction, POS_ID).orElseThrow())),
                        URI.create(text(get(transaction, CLOUD).orElseThrow())),
                        get(transaction, PIN).map(SqliteTerminal::text).filter(pin -> !pin.isEmpty())));
    }

    /** The names may have changed; who it is may not, as its events carry that. */
    private static void requireSame(EnrolAnswer known, EnrolAnswer answer) {
        boolean same = known.tenantId().equals(answer.tenantId())
                && known.branchId().equals(answer.branchId())
                && known.terminalId().equals(answer.terminalId())
                && known.currency().equals(answer.currency());
        if (!same) {
            throw new IllegalStateException("this till is enrolled as terminal " + known.terminalId() + " of branch "
                    + known.branchId() + "; another identity needs a new data folder");
        }
    }

    private PosId newPosId() {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < POS_ID_CHARS; i++) {
            value.append(POS_ID_ALPHABET.charAt(random.nextInt(POS_ID_ALPHABET.length())));
        }
        return new PosId(value.toString());
    }

    private static Optional<byte[]> get(Transaction transaction, String name) {
        return transaction.first("SELECT value FROM sync_metadata WHERE name = ?", row -> row.bytes("value"), name);
    }

    private static void put(Transaction transaction, String name, byte[] value) {
        transaction.update(
                "INSERT INTO sync_metadata (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private record Key(String publicKey, PrivateKey privateKey) {}
}
