package outpost.cloud.internal.access;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.entity.AccountRow;
import outpost.cloud.internal.entity.SessionRow;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Sha256;

/**
 * Who is signed in. A session is a random secret in the browser's cookie and its hash in the database, so every node knows it. It ends after half an hour
 * without a call, after twelve hours in any case, when its account changes, and by signing out.
 */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);
    /** A call is noted this often at most, so that reading a page does not write with each of its calls. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final int SECRET_BYTES = 32;
    private static final int FREE_PER_NAME = 5;
    private static final int FREE_PER_ADDRESS = 30;

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;
    private final SecureRandom random;
    private final SlowDown names;
    private final SlowDown addresses;

    public Sessions(Database database, Accounts accounts, Clock clock, SecureRandom random) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
        this.random = random;
        this.names = new SlowDown(FREE_PER_NAME, clock);
        this.addresses = new SlowDown(FREE_PER_ADDRESS, clock);
    }

    /**
     * A session that has begun.
     *
     * @param cookie what the browser keeps and sends with each call; whoever knows it is this person
     */
    public record Opened(String cookie, Caller.Person person) {
        @Override
        public String toString() {
            return "session of " + person.account();
        }
    }

    /**
     * Signs somebody in.
     *
     * @param address where the request comes from
     * @throws RefusedException if name or password are wrong, or after too many failures
     */
    public Opened open(String account, String password, String address) {
        addresses.attempt(address);
        Login login = parsed(account);
        names.attempt(login.toString());
        Caller.Person person = accounts.verified(login, password).orElseThrow(() -> refused(login.toString(), address));
        names.succeeded(login.toString());
        addresses.forgiven(address);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.write(em -> {
            forgetOld(em, login);
            em.persist(new SessionRow(login.tenantColumn(), Sha256.hex(secret), login.name(), clock.millis()));
            return secret;
        });
        return new Opened(login.tenantColumn() + ":" + secret, person);
    }

    /**
     * Gives a person another password, which ends its sessions.
     *
     * @throws RefusedException if the current one is wrong, the new one too short, or after too many failures
     */
    public Accounts.View changePassword(Caller.Person person, String current, String wanted) {
        Login login = parsed(person.account());
        names.attempt(login.toString());
        Accounts.View changed = accounts.changePassword(login, current, wanted);
        names.succeeded(login.toString());
        return changed;
    }

    /** Whose session it is, where it is one that still lasts. */
    public Optional<Caller.Person> person(String cookie) {
        Optional<SessionRow> session = database.read(em -> lasting(em, cookie));
        Optional<Caller.Person> person = session.flatMap(known -> database.read(
                em -> Optional.ofNullable(em.find(AccountRow.class, new AccountRow.Key(known.tenantId(), known.name())))
                        .map(Accounts::person)));
        session.filter(known -> clock.millis() - known.usedAt() >= NOTED.toMillis())
                .ifPresent(known -> database.write(em -> {
                    Optional<SessionRow> still = lasting(em, cookie);
                    still.ifPresent(row -> row.used(clock.millis()));
                    return still.isPresent();
                }));
        return person;
    }

    /** Signs out; what is no session any more stays none. */
    public void end(String cookie) {
        database.write(em -> {
            Optional<SessionRow> known = find(em, cookie);
            known.ifPresent(em::remove);
            return known.isPresent();
        });
    }

    /** What a page has to send in {@code X-CSRF-Token} with each call that changes something: a page of another site cannot know it. */
    public static String csrf(String cookie) {
        return Sha256.hex("outpost-csrf\n" + cookie);
    }

    /** @throws RefusedException if that is not the session's token */
    public static void requireCsrf(String cookie, Optional<String> given) {
        byte[] known = csrf(cookie).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(known, given.orElse("").getBytes(StandardCharsets.UTF_8))) {
            throw RefusedException.forbidden("The header X-CSRF-Token is missing or wrong; GET admin/session tells it");
        }
    }

    private Optional<SessionRow> lasting(EntityManager em, String cookie) {
        long now = clock.millis();
        return find(em, cookie)
                .filter(known -> now - known.usedAt() < IDLE.toMillis())
                .filter(known -> now - known.openedAt() < LONGEST.toMillis());
    }

    private static Optional<SessionRow> find(EntityManager em, String cookie) {
        int colon = cookie.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.ofNullable(em.find(
                        SessionRow.class,
                        new SessionRow.Key(cookie.substring(0, colon), Sha256.hex(cookie.substring(colon + 1)))));
    }

    private void forgetOld(EntityManager em, Login login) {
        em.createQuery("DELETE FROM SessionRow s WHERE s.tenantId = :tenant AND s.name = :name"
                        + " AND (s.usedAt < :idle OR s.openedAt < :opened)")
                .setParameter("tenant", login.tenantColumn())
                .setParameter("name", login.name())
                .setParameter("idle", clock.millis() - IDLE.toMillis())
                .setParameter("opened", clock.millis() - LONGEST.toMillis())
                .executeUpdate();
    }

    private static Login parsed(String account) {
        try {
            return Login.parse(account);
        } catch (IllegalArgumentException nobody) {
            throw RefusedException.unauthorized("Name or password is wrong", nobody);
        }
    }

    private static RefusedException refused(String login, String address) {
        LOG.info("A sign-in as {} from {} failed", login, address);
        return RefusedException.unauthorized("Name or password is wrong");
    }
}
